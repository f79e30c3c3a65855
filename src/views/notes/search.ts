import { type Disposable, type LogOutputChannel, l10n, type QuickPickItem, ThemeIcon, window } from 'vscode';
import { type Entry, entriesOf } from '../../study/entries';
import type { Library } from '../../study/library';
import type { SearchIndex } from '../../terms/search';
import { command, registerCommand } from '../commands';

export interface SearchDeps {
  readonly log: LogOutputChannel;
  library(): Promise<Library>;
  open(uri: string, line: number): Promise<void>;
}

interface Item extends QuickPickItem {
  readonly entry: Entry;
}

interface Sought {
  readonly index: SearchIndex<Entry>;
  /** What is offered before anything is typed: the topics of the first two levels. */
  readonly topics: readonly Entry[];
}

/** Results shown for a query. */
const most = 50;
const icons = { topic: 'list-tree', question: 'question', term: 'symbol-key' };

/** Registers the search over topics, questions and terms: results as one types. */
export function registerSearch(deps: SearchDeps): Disposable {
  let made: { readonly revision: number; readonly sought: Promise<Sought> } | undefined;

  function soughtIn(library: Library): Promise<Sought> {
    if (made?.revision !== library.revision) made = { revision: library.revision, sought: makeSought(library) };
    return made.sought;
  }

  async function search(): Promise<void> {
    const picker = window.createQuickPick<Item>();
    picker.placeholder = l10n.t('Find topics, questions and terms, in English or Chinese');
    picker.busy = true;
    picker.show();
    picker.onDidHide(() => picker.dispose());
    const { index, topics } = await soughtIn(await deps.library());
    picker.busy = false;
    const find = (query: string) => {
      picker.items = (query.trim() === '' ? topics : index.search(query, most)).map(itemOf);
    };
    picker.onDidChangeValue(find);
    picker.onDidAccept(() => {
      const [item] = picker.selectedItems;
      picker.hide();
      if (item) void deps.open(item.entry.uri, item.entry.line);
    });
    find(picker.value);
  }

  return registerCommand(command.search, deps.log, search);
}

async function makeSought(library: Library): Promise<Sought> {
  const { SearchIndex } = await import('../../terms/search');
  const entries = entriesOf(library);
  const topics = entries.filter(({ kind, path }) => kind === 'topic' && path.length < 2);
  return { index: new SearchIndex(entries), topics };
}

function itemOf(entry: Entry): Item {
  return {
    entry,
    label: entry.title,
    description: entry.aliases.join(' · '),
    detail: entry.path.join(' › '),
    iconPath: new ThemeIcon(icons[entry.kind]),
    // The list is ranked already; the picker would leave out what it can't match letter by letter.
    alwaysShow: true,
  };
}
