import { type Disposable, ViewColumn, type WebviewPanel, type WebviewPanelSerializer, window } from 'vscode';
import type { LibraryNote } from '../../study/library';
import type { ShownNote } from '../../terms/pageJargon';
import { panelIcon } from '../panelIcon';
import { WebviewPage } from '../webviewPage';
import type { OpenNoteDeps } from './openNote';

export const notePanelType = 'interviewStudy.note';

/** One page that shows built-in notes as they read, one after the other. */
export class NotePanel implements WebviewPanelSerializer, Disposable {
  readonly #deps: OpenNoteDeps;
  readonly #page: WebviewPage;
  #panel: WebviewPanel | undefined;
  #shown: string | undefined;

  constructor(deps: OpenNoteDeps) {
    this.#deps = deps;
    this.#page = new WebviewPage(deps.extension, 'note');
  }

  /** The note that is on screen, if the page is. */
  get shown(): string | undefined {
    return this.#panel?.active ? this.#shown : undefined;
  }

  /** @param line 1-based */
  async show(note: LibraryNote, line: number): Promise<void> {
    const panel =
      this.#panel ?? this.#adopt(window.createWebviewPanel(notePanelType, '', ViewColumn.Active, this.#options()));
    await this.#draw(panel, note, placeOf(note, line));
    panel.reveal(undefined, false);
  }

  /** A window that is opened again brings its page back, where it stood. */
  async deserializeWebviewPanel(panel: WebviewPanel, state: unknown): Promise<void> {
    const uri = typeof state === 'object' && state !== null && 'uri' in state ? String(state.uri) : '';
    const note = (await this.#deps.library()).note(uri);
    if (!note || this.#panel) {
      panel.dispose();
      return;
    }
    panel.webview.options = this.#options();
    await this.#draw(this.#adopt(panel), note, undefined);
  }

  dispose(): void {
    this.#panel?.dispose();
  }

  async #draw(panel: WebviewPanel, note: LibraryNote, place: ShownNote['place']): Promise<void> {
    const shown = { uri: note.uri, ...(place && { place }) };
    if (this.#shown === note.uri) {
      void panel.webview.postMessage(shown satisfies ShownNote);
      return;
    }
    const { texts, jargon: findJargon } = this.#deps;
    const [{ mathsFor, renderHtml }, text, jargon] = await Promise.all([
      import('../../notes/render'),
      texts.text(note.uri),
      findJargon(note),
    ]);
    const html = renderHtml(withoutNames(text), await mathsFor([text]), jargon?.words);
    const body = `<main lang="${note.note.language}">${html}</main>`;
    const data: ShownNote = { ...shown, ...(jargon && { jargon: await jargon.explain() }) };
    panel.title = note.note.title ?? '';
    panel.webview.html = await this.#page.html({ body, data });
    this.#shown = note.uri;
  }

  #adopt(panel: WebviewPanel): WebviewPanel {
    this.#panel = panel;
    this.#shown = undefined;
    panel.iconPath = panelIcon(this.#deps.extension);
    panel.onDidDispose(() => {
      this.#panel = undefined;
    });
    return panel;
  }

  #options() {
    return {
      enableScripts: true,
      enableFindWidget: true,
      localResourceRoots: [],
    };
  }
}

function placeOf({ note }: LibraryNote, line: number): NonNullable<ShownNote['place']> {
  const heading = note.topics.findLastIndex((topic) => topic.line <= line);
  const term = note.terms.find((each) => each.line === line);
  return { heading, ...(term && { term: term.name }) };
}

/** The lasting names of questions (`{#kafka-isr}`) and the front matter are for the reader of notes, not for people. */
function withoutNames(text: string): string {
  return text.replace(/^---\r?\n[\s\S]*?\n---\r?\n/, '').replace(/^(#{1,6} .*?)[ \t]*\{#[^}\s]+\}[ \t]*$/gm, '$1');
}
