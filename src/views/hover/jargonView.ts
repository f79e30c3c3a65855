import {
  Disposable,
  EventEmitter,
  type LogOutputChannel,
  l10n,
  Range,
  Selection,
  type TextEditor,
  TextEditorRevealType,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  window,
  workspace,
} from 'vscode';
import type { Mastery, Moment } from '../../progress/mastery';
import type { Progress } from '../../progress/progress';
import type { Library } from '../../study/library';
import type { Concept } from '../../terms/concepts';
import { inReadingOrder } from '../../terms/readingOrder';
import { command, registerCommand } from '../commands';
import type { JargonPages } from './jargonPages';
import { masteryWord, termCard } from './termCards';

export interface JargonViewDeps {
  readonly log: LogOutputChannel;
  readonly pages: JargonPages;
  library(): Promise<Library>;
  progress(): Promise<Progress>;
  moment(): Moment;
  /** The language that the reader reads now. */
  language(): 'en' | 'zh';
  quizCards(ids: readonly string[]): Promise<void>;
}

/** A term of the active editor. */
interface Found {
  readonly concept: Concept;
  readonly name: string;
  /** Offsets of its occurrences, in order. */
  readonly places: readonly (readonly [start: number, end: number])[];
  readonly card?: string;
  readonly mastery?: Mastery;
}

/** Changes within this time are drawn as one, in milliseconds. */
const drawDelay = 300;

/** Registers the view In This File: the jargon of the active editor with counts and mastery, and the way from one occurrence to the next. */
export function registerJargonView(deps: JargonViewDeps): Disposable {
  const provider = new JargonProvider(deps);
  const view = window.createTreeView('interviewStudy.jargon', { treeDataProvider: provider });
  return Disposable.from(
    view,
    provider,
    view.onDidChangeVisibility(({ visible }) => visible && provider.draw()),
    registerCommand(command.nextOccurrence, deps.log, (found: Found) => provider.goToNext(found)),
    registerCommand(command.quizFile, deps.log, () => provider.quiz()),
  );
}

class JargonProvider implements TreeDataProvider<Found>, Disposable {
  readonly #deps: JargonViewDeps;
  readonly #changed = new EventEmitter<undefined>();
  readonly #subscriptions: { dispose(): void }[];
  #drawing: ReturnType<typeof setTimeout> | undefined;
  #listening = false;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(deps: JargonViewDeps) {
    this.#deps = deps;
    this.#subscriptions = [
      window.onDidChangeActiveTextEditor(() => this.draw()),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document === window.activeTextEditor?.document) this.draw();
      }),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('interviewStudy.hover')) this.draw();
      }),
    ];
  }

  async getChildren(found?: Found): Promise<Found[]> {
    return found ? [] : this.#find();
  }

  getTreeItem({ name, concept, places, mastery, ...rest }: Found): TreeItem {
    const item = new TreeItem(name);
    item.id = `${concept.system.id}/${concept.names[0]}`;
    const count = places.length === 1 ? '' : `×${places.length}`;
    const word = mastery && masteryWord(mastery);
    item.description = [concept.system.title, count, word].filter(Boolean).join(' · ');
    item.iconPath = mastery ? iconOf(mastery) : new ThemeIcon('symbol-key');
    item.tooltip = concept.names.join(' · ');
    const times = places.length === 1 ? l10n.t('once') : l10n.t('{0} times', places.length);
    item.accessibilityInformation = { label: [name, concept.system.title, times, word].filter(Boolean).join(', ') };
    item.contextValue = rest.card === undefined ? 'term' : 'term.card';
    item.command = {
      command: command.nextOccurrence,
      title: l10n.t('Go to Next Occurrence'),
      arguments: [{ name, concept, places, ...rest }],
    };
    return item;
  }

  draw(): void {
    clearTimeout(this.#drawing);
    this.#drawing = setTimeout(() => this.#changed.fire(undefined), drawDelay);
  }

  /** Selects the first occurrence behind the cursor, or the first of all. */
  goToNext({ places }: Found): void {
    const editor = window.activeTextEditor;
    if (!editor) return;
    const cursor = editor.document.offsetAt(editor.selection.active);
    const [start, end] = places.find(([each]) => each >= cursor) ?? places[0]!;
    reveal(editor, new Range(editor.document.positionAt(start), editor.document.positionAt(end)));
  }

  async quiz(): Promise<void> {
    const cards = (await this.#find()).flatMap(({ card }) => card ?? []);
    if (cards.length > 0) return this.#deps.quizCards(cards);
    void window.showInformationMessage(l10n.t('There is no jargon in this file that could be asked.'));
  }

  dispose(): void {
    clearTimeout(this.#drawing);
    Disposable.from(...this.#subscriptions, this.#changed).dispose();
  }

  async #find(): Promise<Found[]> {
    const document = window.activeTextEditor?.document;
    if (!document) return [];
    const { pages, library: openLibrary, progress: openProgress, language } = this.#deps;
    const [sightings, library, progress] = await Promise.all([pages.all(document), openLibrary(), openProgress()]);
    this.#listen(library, progress);
    const places = new Map<Concept, [number, number][]>();
    for (const { concept, start, end } of sightings) {
      const known = places.get(concept);
      if (known) known.push([start, end]);
      else places.set(concept, [[start, end]]);
    }
    return [...places].map(([concept, all]) => {
      const card = termCard(concept, library, progress, this.#deps.moment());
      const name = inReadingOrder(concept, language())[0]!.term.name.replace(/[`*]/g, '');
      return { concept, name, places: all, ...(card && { card: card.id, mastery: card.mastery }) };
    });
  }

  #listen(library: Library, progress: Progress): void {
    if (this.#listening) return;
    this.#listening = true;
    this.#subscriptions.push(
      library.onDidChange(() => this.draw()),
      progress.onDidChange(() => this.draw()),
    );
  }
}

function reveal(editor: TextEditor, range: Range): void {
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
  void window.showTextDocument(editor.document, editor.viewColumn);
}

function iconOf(mastery: Mastery): ThemeIcon {
  switch (mastery) {
    case 'new':
      return new ThemeIcon('symbol-key');
    case 'learning':
      return new ThemeIcon('color-mode', new ThemeColor('charts.blue'));
    case 'due':
      return new ThemeIcon('history', new ThemeColor('charts.orange'));
    case 'known':
      return new ThemeIcon('pass-filled', new ThemeColor('charts.green'));
  }
}
