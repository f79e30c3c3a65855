import { Uri, workspace } from 'vscode';
import { keepNote } from '../study/keptNote';
import type { LibraryNote } from '../study/library';
import type { PackedNote } from '../study/packedNote';

/** What the build makes of `content/LANGUAGE`: each note by its file name, read. Their texts are in a folder of their language beside it. */
export interface CompiledContent {
  readonly notes: Readonly<Record<string, PackedNote>>;
}

export type ContentLanguage = 'en' | 'zh-cn';

/** Scheme under which the built-in notes are known: their place on disk changes with every version of the extension. */
export const builtInScheme = 'interview-study';

/** The notes that ship with the extension. */
export class BuiltInContent {
  readonly #extension: Uri;

  constructor(extension: Uri) {
    this.#extension = extension;
  }

  /** All notes of a language, as they were read at build time. */
  async notes(language: ContentLanguage): Promise<LibraryNote[]> {
    const compiled = JSON.parse(await this.#read('dist', 'content', `${language}.json`)) as CompiledContent;
    return Object.entries(compiled.notes).map(([name, note]) => ({
      uri: Uri.from({ scheme: builtInScheme, path: `/${language}/${name}` }).toString(),
      builtIn: true,
      note: keepNote(note),
    }));
  }

  /** The text of a built-in note, its diagrams drawn. */
  text(uri: Uri): Promise<string> {
    return this.#read('dist', 'content', ...uri.path.split('/').filter(Boolean));
  }

  async #read(...path: string[]): Promise<string> {
    return new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(this.#extension, ...path)));
  }
}
