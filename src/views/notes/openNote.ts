import { Disposable, l10n, Range, Selection, TextEditorRevealType, Uri, window, workspace } from 'vscode';
import type { Library, LibraryNote, NoteTexts } from '../../study/library';
import type { ShownJargon } from '../../terms/pageJargon';
import { NotePanel, notePanelType } from './notePanel';

export interface OpenNoteDeps {
  readonly extension: Uri;
  readonly texts: NoteTexts;
  library(): Promise<Library>;
  /** The jargon that a note's page explains; undefined for none. */
  jargon(note: LibraryNote): Promise<ShownJargon | undefined>;
}

/** Shows notes at a line: the user's own in an editor, where they can be changed, the built-in ones as pages to read. */
export class NoteOpener implements Disposable {
  readonly #deps: OpenNoteDeps;
  readonly #panel: NotePanel;
  readonly #serializer: Disposable;

  constructor(deps: OpenNoteDeps) {
    this.#deps = deps;
    this.#panel = new NotePanel(deps);
    this.#serializer = window.registerWebviewPanelSerializer(notePanelType, this.#panel);
  }

  /** The built-in note that is on screen, if one is. */
  get shownNote(): string | undefined {
    return this.#panel.shown;
  }

  /** @param line 1-based */
  async open(uri: string, line: number): Promise<void> {
    const note = (await this.#deps.library()).note(uri);
    if (note?.builtIn) return this.#panel.show(note, line);
    const document = await openDocument(uri);
    const place = document.validateRange(new Range(line - 1, 0, line - 1, 0));
    const editor = await window.showTextDocument(document, { selection: place });
    editor.selection = new Selection(place.start, place.start);
    editor.revealRange(place, TextEditorRevealType.AtTop);
  }

  dispose(): void {
    Disposable.from(this.#panel, this.#serializer).dispose();
  }
}

async function openDocument(uri: string) {
  try {
    return await workspace.openTextDocument(Uri.parse(uri, true));
  } catch {
    throw new Error(l10n.t('The note {0} is no longer there. Its progress is kept.', Uri.parse(uri).path));
  }
}
