import { type Disposable, type LogOutputChannel, l10n, type QuickPickItem, ThemeIcon, window } from 'vscode';
import { type Entry, entriesOf } from '../study/entries';
import type { Library } from '../study/library';
import type { SearchIndex } from '../terms/search';
import { command, registerCommand } from './commands';

export interface SearchDeps {
  readonly log: LogOutputChannel;
  library(): Promise<Library>;
  open(uri: string, line: number): Promise<void>;
}

interface Item extends QuickPickItem {
  readonly entry: Entry;
}

/** Results shown for a query. */
const most = 50;
const icons = { topic: 'list-tree', question: 'question', term: 'symbol-key' };

/** Registers the search over topics, questions and terms: results as one types. */
export function registerSearch(deps: SearchDeps): Disposable {
  let made: { readonly revision: number; readonly index: Promise<SearchIndex<Entry>> } | undefined;

  function indexOf(library: Library): Promise<SearchIndex<Entry>> {
    if (made?.revision !== library.revision) {
      const index = import('../terms/search').then((search) => new search.SearchIndex(entriesOf(library)));
      made = { revision: library.revision, index };
    }
    return made.index;
  }

  async function search(): Promise<void> {
    const picker = window.createQuickPick<Item>();
    picker.placeholder = l10n.t('Find topics, questions and terms, in English or Chinese');
    picker.busy = true;
    picker.show();
    picker.onDidHide(() => picker.dispose());
    const index = await indexOf(await deps.library());
    picker.busy = false;
    const find = (query: string) => {
      picker.items = query.trim() === '' ? [] : index.search(query, most).map(itemOf);
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
