import {
  CodeAction,
  CodeActionKind,
  type CodeActionProvider,
  Disposable,
  EventEmitter,
  l10n,
  languages,
  type Range,
  type TextDocument,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { type GapGroup, gapGroups, markNoGap, notesWithGaps } from '../../study/gapGroups';
import type { Library, LibraryNote } from '../../study/library';
import type { Gap } from '../../study/model';
import { command } from '../commands';

export interface GapsDeps {
  library(): Promise<Library>;
}

type Node = { readonly group: GapGroup; readonly gap?: Gap };

/** Changes within this time are drawn as one, in milliseconds. */
const drawDelay = 200;
/** Up to so many gaps are a short list, whose groups stand open. */
const short = 100;

/** Registers the tree of what the notes leave unanswered, its badge, and the quick fix that says that nothing is wanted there. */
export function registerGaps(deps: GapsDeps): Disposable {
  const provider = new GapsProvider(deps);
  const view = window.createTreeView('interviewStudy.gaps', { treeDataProvider: provider, showCollapseAll: true });
  const showBadge = () => {
    const wanted = workspace.getConfiguration('interviewStudy').get<boolean>('gaps.badge', false);
    const { count } = provider;
    const tooltip = count === 1 ? l10n.t('1 gap in your notes') : l10n.t('{0} gaps in your notes', count);
    view.badge = wanted && count > 0 ? { value: count, tooltip } : undefined;
    // A sidebar that shows the badge before the view was ever opened has to count by itself.
    if (wanted) void provider.groups();
  };
  showBadge();
  return Disposable.from(
    view,
    provider,
    provider.onDidCount(showBadge),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('interviewStudy.gaps.badge')) showBadge();
    }),
    languages.registerCodeActionsProvider({ language: 'markdown' }, new GapFix(deps), {
      providedCodeActionKinds: [CodeActionKind.QuickFix],
    }),
  );
}

class GapsProvider implements TreeDataProvider<Node>, Disposable {
  readonly #deps: GapsDeps;
  readonly #changed = new EventEmitter<undefined>();
  readonly #counted = new EventEmitter<void>();
  #groups: Promise<readonly GapGroup[]> | undefined;
  /** Notes with gaps when they were last looked for. */
  #notes: readonly LibraryNote[] = [];
  #listening: { dispose(): void } | undefined;
  #drawing: ReturnType<typeof setTimeout> | undefined;
  /** Gaps when they were last counted. */
  count = 0;

  readonly onDidChangeTreeData = this.#changed.event;
  readonly onDidCount = this.#counted.event;

  constructor(deps: GapsDeps) {
    this.#deps = deps;
  }

  groups(): Promise<readonly GapGroup[]> {
    this.#groups ??= this.#find();
    return this.#groups;
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node) return node.group.gaps.map((gap) => ({ group: node.group, gap }));
    return (await this.groups()).map((group) => ({ group }));
  }

  getTreeItem({ group, gap }: Node): TreeItem {
    return gap ? gapItem(group, gap) : groupItem(group, this.count <= short);
  }

  dispose(): void {
    clearTimeout(this.#drawing);
    this.#listening?.dispose();
    Disposable.from(this.#changed, this.#counted).dispose();
  }

  async #find(): Promise<readonly GapGroup[]> {
    const library = await this.#deps.library();
    this.#listening ??= library.onDidChange(() => this.#draw(library));
    this.#notes = notesWithGaps(library);
    const groups = gapGroups(this.#notes);
    const count = groups.reduce((sum, { gaps }) => sum + gaps.length, 0);
    if (count !== this.count) {
      this.count = count;
      this.#counted.fire();
    }
    return groups;
  }

  #draw(library: Library): void {
    this.#drawing ??= setTimeout(() => {
      this.#drawing = undefined;
      const notes = notesWithGaps(library);
      if (notes.length === this.#notes.length && notes.every((note, i) => note === this.#notes[i])) return;
      this.#groups = undefined;
      this.#changed.fire(undefined);
    }, drawDelay);
  }
}

function groupItem({ note, path, gaps }: GapGroup, opens: boolean): TreeItem {
  const state = opens ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
  const item = new TreeItem(path.at(-1) ?? '', state);
  item.id = `group ${note.uri} ${path.join('/')}`;
  item.description = path.slice(0, -1).join(' › ');
  item.tooltip = path.join(' › ');
  item.iconPath = new ThemeIcon(path.length > 1 ? 'list-tree' : 'note');
  const count = gaps.length === 1 ? l10n.t('1 gap') : l10n.t('{0} gaps', gaps.length);
  item.accessibilityInformation = { label: `${path.join(', ')}, ${count}` };
  return item;
}

function gapItem({ note }: GapGroup, gap: Gap): TreeItem {
  const item = new TreeItem(gap.title);
  item.description = gap.detail ?? reason(gap);
  item.tooltip = [gap.title, reason(gap), gap.detail].filter(Boolean).join('\n');
  item.iconPath = new ThemeIcon(gap.why === 'todo' ? 'pencil' : 'circle-large-outline');
  item.command = { command: command.openNote, title: l10n.t('Open Note'), arguments: [note.uri, gap.line] };
  return item;
}

/** Why something is a gap, in words. */
export function reason({ why }: Gap): string {
  switch (why) {
    case 'empty':
      return l10n.t('nothing stands below it');
    case 'todo':
      return l10n.t('still to be done');
    case 'placeholder':
      return l10n.t('only a placeholder');
  }
}

class GapFix implements CodeActionProvider {
  readonly #deps: GapsDeps;

  constructor(deps: GapsDeps) {
    this.#deps = deps;
  }

  async provideCodeActions(document: TextDocument, range: Range): Promise<CodeAction[]> {
    const library = await this.#deps.library();
    const gaps = library.note(document.uri.toString())?.note.gaps ?? [];
    const lines = gaps.map((gap) => gap.line - 1).filter((line) => range.start.line <= line && line <= range.end.line);
    return [...new Set(lines)].flatMap((line) => (line < document.lineCount ? [fix(document, line)] : []));
  }
}

function fix(document: TextDocument, line: number): CodeAction {
  const { at, text } = markNoGap(document.lineAt(line).text);
  const action = new CodeAction(l10n.t('Not a gap: nothing is wanted here'), CodeActionKind.QuickFix);
  action.edit = new WorkspaceEdit();
  action.edit.insert(document.uri, document.lineAt(line).range.start.translate(0, at), text);
  return action;
}
