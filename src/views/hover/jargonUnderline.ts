import { Disposable, Range, type TextEditor, window, workspace } from 'vscode';
import type { Moment } from '../../progress/mastery';
import type { Progress } from '../../progress/progress';
import type { Library } from '../../study/library';
import type { JargonPages } from './jargonPages';
import { termCard } from './termCards';

export interface UnderlineDeps {
  readonly pages: JargonPages;
  library(): Promise<Library>;
  progress(): Promise<Progress>;
  moment(): Moment;
  /** Told of what went wrong; nothing is underlined then. */
  report(error: unknown): void;
}

/** Changes within this time are drawn as one, in milliseconds. */
const drawDelay = 500;
/** Lines under more terms than this help nobody. */
const most = 2_000;

/** Registers the line under terms that are not yet known, where the setting wants it. It goes as they are learnt. */
export function registerUnderline(deps: UnderlineDeps): Disposable {
  const look = window.createTextEditorDecorationType({ textDecoration: 'underline dotted' });
  const subscriptions: { dispose(): void }[] = [];
  let drawing: ReturnType<typeof setTimeout> | undefined;
  let listening = false;

  async function drawEditor(editor: TextEditor): Promise<void> {
    if (!isOn(editor)) return editor.setDecorations(look, []);
    const { document } = editor;
    const { version } = document;
    const [sightings, library, progress] = await Promise.all([
      deps.pages.all(document),
      deps.library(),
      deps.progress(),
    ]);
    if (!listening) {
      listening = true;
      subscriptions.push(library.onDidChange(draw), progress.onDidChange(draw));
    }
    if (document.version !== version) return;
    const unknown = sightings.filter(
      ({ concept }) => termCard(concept, library, progress, deps.moment())?.mastery !== 'known',
    );
    editor.setDecorations(
      look,
      unknown.slice(0, most).map(({ start, end }) => new Range(document.positionAt(start), document.positionAt(end))),
    );
  }

  function draw(): void {
    clearTimeout(drawing);
    drawing = setTimeout(() => {
      for (const editor of window.visibleTextEditors) drawEditor(editor).catch(deps.report);
    }, drawDelay);
  }

  subscriptions.push(
    look,
    window.onDidChangeVisibleTextEditors(draw),
    workspace.onDidChangeTextDocument(draw),
    workspace.onDidChangeConfiguration((event) => event.affectsConfiguration('interviewStudy') && draw()),
  );
  if (window.visibleTextEditors.some(isOn)) draw();
  return { dispose: () => Disposable.from({ dispose: () => clearTimeout(drawing) }, ...subscriptions).dispose() };
}

function isOn({ document }: TextEditor): boolean {
  return workspace.getConfiguration('interviewStudy', document).get('underline', false);
}
