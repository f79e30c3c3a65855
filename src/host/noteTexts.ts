import { Uri, workspace } from 'vscode';
import type { NoteTexts } from '../study/library';
import { type BuiltInContent, builtInScheme } from './builtIn';

/** Where the texts of notes come from: the extension, an open editor with its unsaved changes, or the file. */
export class EditorNoteTexts implements NoteTexts {
  readonly #builtIn: BuiltInContent;

  constructor(builtIn: BuiltInContent) {
    this.#builtIn = builtIn;
  }

  async text(uri: string): Promise<string> {
    const parsed = Uri.parse(uri, true);
    if (parsed.scheme === builtInScheme) return this.#builtIn.text(parsed);
    const open = workspace.textDocuments.find((document) => document.uri.toString() === uri);
    return open ? open.getText() : new TextDecoder().decode(await workspace.fs.readFile(parsed));
  }
}
