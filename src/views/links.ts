import { Disposable, env, type LogOutputChannel, l10n, type Uri, type UriHandler, window } from 'vscode';
import type { Library } from '../study/library';
import type { StudyNode } from '../study/topicTree';
import { command, registerCommand } from './commands';

export interface LinksDeps {
  readonly log: LogOutputChannel;
  library(): Promise<Library>;
  open(uri: string, line: number): Promise<void>;
}

const extensionId = 'interview-study.interview-study';

/** Registers opening a note at a line, and links to it that can be pasted into other notes. */
export function registerLinks(deps: LinksDeps): Disposable {
  const handler: UriHandler = { handleUri: (uri) => openLink(deps, uri) };
  return Disposable.from(
    registerCommand(command.openNote, deps.log, (target: string | StudyNode, line?: number) =>
      typeof target === 'string' ? deps.open(target, line ?? 1) : openNode(deps, target),
    ),
    registerCommand(command.copyLink, deps.log, (node: StudyNode) => copyLink(node)),
    window.registerUriHandler(handler),
  );
}

function openNode({ open }: LinksDeps, node: StudyNode): Promise<void> | undefined {
  const place = placeOf(node);
  return place && open(place.uri, place.line);
}

/** Where a node stands; a folder stands nowhere. */
export function placeOf(node: StudyNode): { readonly uri: string; readonly line: number } | undefined {
  switch (node.kind) {
    case 'folder':
      return undefined;
    case 'note':
      return { uri: node.note.uri, line: 1 };
    case 'topic':
      return { uri: node.note.uri, line: node.note.note.topics[node.topic]?.line ?? 1 };
    case 'card':
      return { uri: node.card.note.uri, line: node.card.kind === 'term' ? node.card.term.line : node.card.card.line };
  }
}

/** Copies `[title](link)`: by the card where there is one, since it keeps its name when its line moves. */
async function copyLink(node: StudyNode): Promise<void> {
  const place = placeOf(node);
  if (!place) return;
  const query = new URLSearchParams(
    node.kind === 'card' ? { card: node.card.id } : { note: place.uri, line: String(place.line) },
  );
  await env.clipboard.writeText(
    `[${node.title.replace(/[[\]]/g, '\\$&')}](${env.uriScheme}://${extensionId}/open?${query})`,
  );
  window.setStatusBarMessage(l10n.t('Link copied'), 2_000);
}

/** Opens what a link of ours leads to. Links come from anywhere: only what is in the library is opened. */
async function openLink({ library, open }: LinksDeps, uri: Uri): Promise<void> {
  const query = new URLSearchParams(uri.query);
  const { notes, cards } = await library().then((all) => ({ notes: all, cards: all.cards }));
  const card = cards.get(query.get('card') ?? '');
  if (card) return open(card.note.uri, card.kind === 'term' ? card.term.line : card.card.line);
  const note = notes.note(query.get('note') ?? '');
  if (note) return open(note.uri, Number(query.get('line')) || 1);
  void window.showInformationMessage(l10n.t('What this link leads to is not among your notes.'));
}
