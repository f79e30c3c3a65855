import {
  CodeLens,
  type CodeLensProvider,
  commands,
  type Disposable,
  EventEmitter,
  type LogOutputChannel,
  l10n,
  languages,
  Range,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { Library } from '../../study/library';
import { command, registerCommand } from '../commands';
import type { Quiz } from '../quiz/quizPanel';

export interface NoteActionsDeps {
  readonly log: LogOutputChannel;
  readonly quiz: Quiz;
  library(): Promise<Library>;
  /** The built-in note that is open as a page, if one is. */
  shownNote(): string | undefined;
}

/** What can be done from within a note: quiz it from the title of its editor, and each question from a lens above it. */
export class NoteActions implements CodeLensProvider, Disposable {
  readonly #deps: NoteActionsDeps;
  readonly #lensesChanged = new EventEmitter<void>();
  readonly #subscriptions: { dispose(): void }[];
  #library: Library | undefined;
  #isNote: boolean | undefined;

  readonly onDidChangeCodeLenses = this.#lensesChanged.event;

  constructor(deps: NoteActionsDeps) {
    this.#deps = deps;
    this.#subscriptions = [
      this.#lensesChanged,
      registerCommand(command.quizNote, deps.log, (uri?: Uri) => this.#quiz(uri)),
      registerCommand(command.quizCard, deps.log, (id: string) => deps.quiz.cards([id])),
      languages.registerCodeLensProvider({ language: 'markdown' }, this),
      window.onDidChangeActiveTextEditor(() => this.#tell()),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('interviewStudy.codeLens')) this.#lensesChanged.fire();
      }),
    ];
  }

  /** Looks at the notes from now on. Not at the start: it opens the library. */
  async start(): Promise<void> {
    this.#library = await this.#deps.library();
    this.#subscriptions.push(
      this.#library.onDidChange(() => {
        this.#tell();
        this.#lensesChanged.fire();
      }),
    );
    this.#tell();
    this.#lensesChanged.fire();
  }

  provideCodeLenses(document: TextDocument): CodeLens[] {
    if (!workspace.getConfiguration('interviewStudy', document).get('codeLens.enabled', false)) return [];
    const uri = document.uri.toString();
    return (this.#library?.cardsOf(uri) ?? []).flatMap((card) => {
      if (card.kind === 'term') return [];
      const line = Math.min(card.card.line, document.lineCount) - 1;
      const title = `$(play) ${l10n.t('Quiz Me')}`;
      return new CodeLens(new Range(line, 0, line, 0), { title, command: command.quizCard, arguments: [card.id] });
    });
  }

  dispose(): void {
    for (const each of this.#subscriptions) each.dispose();
  }

  /** Tells the menus whether the active editor shows a note. */
  #tell(): void {
    const uri = window.activeTextEditor?.document.uri.toString();
    const isNote = uri !== undefined && this.#library?.note(uri) !== undefined;
    if (isNote === this.#isNote) return;
    this.#isNote = isNote;
    void commands.executeCommand('setContext', 'interviewStudy.isNote', isNote);
  }

  async #quiz(uri?: Uri): Promise<void> {
    const library = await this.#deps.library();
    const shown = [uri?.toString(), this.#deps.shownNote(), window.activeTextEditor?.document.uri.toString()];
    const note = shown.find((each) => each !== undefined && library.note(each));
    if (note === undefined) throw new Error(l10n.t('This file is not among your notes.'));
    await this.#deps.quiz.topic(note, -1);
  }
}
