import { l10n, MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { Tally } from '../../progress/mastery';
import type { CardNode, StudyNode } from '../../study/topicTree';
import { command } from '../commands';
import { builtInUri } from './topicTallies';

/**
 * How a node looks in the tree; its tooltip comes when it is asked for.
 *
 * @param opens whether folders stand open at first
 */
export function topicItem(node: StudyNode, tally: Tally, opens: boolean): TreeItem {
  const item = new TreeItem(node.title, stateOf(node, tally, opens));
  item.id = idOf(node);
  item.contextValue = node.kind === 'folder' ? 'folder' : `${node.kind}.${tally.all > 0 ? 'cards' : 'empty'}`;
  item.iconPath = node.kind === 'card' ? cardIcon(node, tally) : iconOf(node, tally);
  item.description = node.kind === 'card' ? cardDescription(tally) : describe(tally);
  item.accessibilityInformation = { label: [node.title, ...words(tally, node.kind === 'card')].join(', ') };
  if (node.kind === 'card') {
    item.command = {
      command: command.openNote,
      title: l10n.t('Open Note'),
      arguments: [node.card.note.uri, node.card.kind === 'term' ? node.card.term.line : node.card.card.line],
    };
  }
  return item;
}

/** Stable and unique: VS Code keeps what is open and selected by it. */
export function idOf(node: StudyNode): string {
  switch (node.kind) {
    case 'folder':
      return `folder ${node.uri}`;
    case 'note':
      return `note ${node.note.uri}`;
    case 'topic':
      return `topic ${node.note.uri} ${pathOf(node.note.note.topics, node.topic)}`;
    case 'card':
      return `card ${node.card.id}`;
  }
}

/** Titles from the top, so that a line more above a heading changes nothing; the second of the same path is told apart by a count. */
function pathOf(topics: readonly { readonly title: string; readonly parent: number }[], index: number): string {
  const { title, parent } = topics[index]!;
  const twins = topics.slice(0, index).filter((topic) => topic.title === title && topic.parent === parent).length;
  const own = `${title}${twins > 0 ? `~${twins}` : ''}`;
  return parent < 0 ? own : `${pathOf(topics, parent)}/${own}`;
}

/** What holds cards holds something; only of the others it has to be looked at what is in them. */
function stateOf(node: StudyNode, { all }: Tally, opens: boolean): TreeItemCollapsibleState {
  if (node.kind === 'note' && all > 0) return TreeItemCollapsibleState.Collapsed;
  if (node.children.length === 0) return TreeItemCollapsibleState.None;
  return node.kind === 'folder' && opens ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}

function iconOf(node: Exclude<StudyNode, CardNode>, tally: Tally): ThemeIcon {
  if (node.kind === 'folder') return node.uri === builtInUri ? new ThemeIcon('library') : ThemeIcon.Folder;
  if (tally.all === 0) return new ThemeIcon('circle-slash', new ThemeColor('disabledForeground'));
  if (tally.due > 0) return new ThemeIcon('history', new ThemeColor('charts.orange'));
  if (tally.known === tally.all) return new ThemeIcon('pass-filled', new ThemeColor('charts.green'));
  if (tally.new === tally.all)
    return new ThemeIcon(node.kind === 'note' ? (node.note.builtIn ? 'book' : 'note') : 'list-tree');
  return new ThemeIcon('color-mode', new ThemeColor('charts.blue'));
}

function cardIcon({ card }: CardNode, tally: Tally): ThemeIcon {
  if (tally.due > 0) return new ThemeIcon('history', new ThemeColor('charts.orange'));
  if (tally.known > 0) return new ThemeIcon('pass-filled', new ThemeColor('charts.green'));
  if (tally.learning > 0) return new ThemeIcon('color-mode', new ThemeColor('charts.blue'));
  const byKind = {
    question: 'question',
    steps: 'list-ordered',
    choice: 'checklist',
    cloze: 'ellipsis',
    term: 'symbol-key',
  };
  return new ThemeIcon(byKind[card.kind]);
}

function describe(tally: Tally): string {
  if (tally.all === 0) return l10n.t('no questions yet');
  const studied = tally.all - tally.new;
  const share = studied > 0 ? l10n.t('{0}% known', Math.round((tally.known / tally.all) * 100)) : String(tally.all);
  return tally.due > 0 ? `${l10n.t('{0} due', tally.due)} · ${share}` : share;
}

function cardDescription(tally: Tally): string {
  return tally.due > 0 ? l10n.t('due') : '';
}

export function topicTooltip(node: StudyNode, tally: Tally): MarkdownString {
  const text = new MarkdownString();
  text.appendText(node.title);
  for (const line of words(tally, node.kind === 'card')) text.appendMarkdown('\n\n').appendText(line);
  return text;
}

function words(tally: Tally, card: boolean): string[] {
  if (card) {
    if (tally.all === 0) return [];
    if (tally.new > 0) return [l10n.t('new')];
    if (tally.due > 0) return [l10n.t('due')];
    return [tally.known > 0 ? l10n.t('known') : l10n.t('learning')];
  }
  if (tally.all === 0) return [l10n.t('no questions yet')];
  return [
    l10n.t('{0} questions and terms', tally.all),
    l10n.t('{0} known', tally.known),
    l10n.t('{0} learning', tally.learning),
    l10n.t('{0} due', tally.due),
    l10n.t('{0} new', tally.new),
  ];
}
