import {
  type DecorationOptions,
  Disposable,
  type LogOutputChannel,
  l10n,
  MarkdownString,
  OverviewRulerLane,
  Range,
  type TextEditor,
  type TextEditorDecorationType,
  ThemeColor,
  Uri,
  window,
  workspace,
} from 'vscode';
import { type Explanation, explain } from '../../study/explain';
import type { StudyNote, TermForm } from '../../study/model';
import { command, registerCommand } from '../commands';
import { reason } from './gapsView';

export interface ExplainDeps {
  readonly log: LogOutputChannel;
  read(text: string): Promise<StudyNote>;
}

type What = Explanation['what'];

/** How long edits are gathered before the note is explained anew, in milliseconds. */
const delay = 300;

/** A colour of the theme for the words, and VS Code's own values of it for the bar in the margin: an image there knows light from dark and no theme. */
const foreground = { theme: 'descriptionForeground', light: '#767676', dark: '#8b8b8b' };
const blue = { theme: 'charts.blue', light: '#0063d3', dark: '#59a4f9' };
const purple = { theme: 'charts.purple', light: '#652d90', dark: '#b180d7' };
const green = { theme: 'charts.green', light: '#388a34', dark: '#89d185' };
const orange = { theme: 'editorWarning.foreground', light: '#b26011', dark: '#d18616' };

const colors: Record<What, typeof foreground> = {
  topic: foreground,
  question: blue,
  steps: blue,
  choice: purple,
  cloze: purple,
  term: green,
  gap: orange,
};

/** Registers the command that shows, over a note in the editor, what was read from each line. Given again it hides it. */
export function registerExplainNote(deps: ExplainDeps): Disposable {
  const explainer = new Explainer(deps);
  return Disposable.from(
    explainer,
    registerCommand(command.explainNote, deps.log, () => explainer.toggle()),
  );
}

class Explainer implements Disposable {
  readonly #deps: ExplainDeps;
  readonly #types = new Map<What, TextEditorDecorationType>();
  readonly #subscriptions: Disposable;
  /** The documents that are explained. */
  readonly #shown = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(deps: ExplainDeps) {
    this.#deps = deps;
    this.#subscriptions = Disposable.from(
      window.onDidChangeVisibleTextEditors((editors) => editors.forEach((editor) => void this.#draw(editor))),
      workspace.onDidCloseTextDocument((document) => this.#shown.delete(document.uri.toString())),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (!this.#shown.has(document.uri.toString())) return;
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => {
          for (const editor of window.visibleTextEditors) if (editor.document === document) void this.#draw(editor);
        }, delay);
      }),
    );
  }

  async toggle(): Promise<void> {
    const editor = window.activeTextEditor;
    if (editor?.document.languageId !== 'markdown') {
      void window.showInformationMessage(l10n.t('Open a Markdown note in the editor first.'));
      return;
    }
    const uri = editor.document.uri.toString();
    if (this.#shown.delete(uri)) {
      for (const type of this.#types.values()) editor.setDecorations(type, []);
      return;
    }
    this.#shown.add(uri);
    await this.#draw(editor);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
    for (const type of this.#types.values()) type.dispose();
  }

  async #draw(editor: TextEditor): Promise<void> {
    const { document } = editor;
    if (!this.#shown.has(document.uri.toString())) return;
    const { version } = document;
    const note = await this.#deps.read(document.getText());
    if (document.version !== version || !this.#shown.has(document.uri.toString())) return;
    const found = explain(note);
    for (const what of Object.keys(colors) as What[]) {
      const own = found.filter((each) => each.what === what && each.line <= document.lineCount);
      editor.setDecorations(
        this.#type(what),
        own.map((each) => decoration(editor, each)),
      );
    }
  }

  #type(what: What): TextEditorDecorationType {
    const type =
      this.#types.get(what) ??
      window.createTextEditorDecorationType({
        gutterIconSize: 'contain',
        light: { gutterIconPath: bar(colors[what].light) },
        dark: { gutterIconPath: bar(colors[what].dark) },
        overviewRulerColor: new ThemeColor(colors[what].theme),
        overviewRulerLane: OverviewRulerLane.Right,
        after: { color: new ThemeColor(colors[what].theme), margin: '0 0 0 2em' },
      });
    this.#types.set(what, type);
    return type;
  }
}

function bar(color: string): Uri {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect x="6" width="4" height="16" fill="${color}"/></svg>`;
  return Uri.parse(`data:image/svg+xml,${encodeURIComponent(svg)}`);
}

function decoration({ document }: TextEditor, found: Explanation): DecorationOptions {
  const line = document.lineAt(found.line - 1);
  const hover = new MarkdownString();
  for (const sentence of sentences(found)) hover.appendText(sentence).appendMarkdown('\n\n');
  return {
    range: new Range(line.range.start, line.range.end),
    hoverMessage: hover,
    renderOptions: { after: { contentText: label(found) } },
  };
}

/** What stands behind the line. */
function label(found: Explanation): string {
  switch (found.what) {
    case 'topic':
      return l10n.t('topic');
    case 'question':
      return l10n.t('question');
    case 'steps':
      return l10n.t('question with {0} steps in order', found.parts);
    case 'choice':
      return l10n.t('question with {0} choices', found.parts);
    case 'cloze':
      return l10n.t('text with blanks');
    case 'term':
      return l10n.t('term: {0}', found.names.join(' · '));
    case 'gap':
      return l10n.t('gap: {0}', reason(found.gap));
  }
}

function sentences(found: Explanation): string[] {
  switch (found.what) {
    case 'topic':
      return [l10n.t('A topic: it stands in the sidebar.'), ...below(found.path)];
    case 'term':
      return [
        l10n.t('A term: it is explained on hover wherever one of these names stands: {0}.', found.names.join(', ')),
        formOf(found.form),
      ];
    case 'gap':
      return [
        l10n.t('A gap: {0}. It is listed under Gaps.', reason(found.gap)),
        l10n.t('Answer it, or take the quick fix that says that nothing is wanted here.'),
      ];
    default:
      return [
        l10n.t('A card for the quiz: {0}', found.title),
        l10n.t('Its answer ends at line {0}.', found.endLine),
        ...below(found.path),
      ];
  }
}

function below(path: readonly string[]): string[] {
  return path.length > 0 ? [l10n.t('Below: {0}', path.join(' › '))] : [];
}

function formOf(form: TermForm): string {
  switch (form) {
    case 'label':
      return l10n.t('Found as a label with its explanation behind it.');
    case 'block':
      return l10n.t('Found as a label with its explanation below it.');
    case 'table':
      return l10n.t('Found as a row of a table that says what its names are.');
    case 'config':
      return l10n.t('Found as a configuration key with its comment.');
    case 'bracket':
      return l10n.t('Found as a name with another name in brackets.');
    case 'prose':
      return l10n.t('Found in a sentence that says what it is.');
  }
}
