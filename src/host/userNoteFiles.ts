import { Uri, workspace } from 'vscode';
import type { NoteTrouble } from '../study/library';
import type { Stamp } from '../study/noteCache';
import type { NoteFiles } from '../study/noteIndexer';
import { readFile, stampOf } from './readFile';

/** A file larger than this is no note that a person wrote. Bytes. */
const largestNote = 8 * 1024 * 1024;

/** The user's notes as VS Code has them: on disk, far away, or in an editor. */
export class UserNoteFiles implements NoteFiles {
  readonly #onTrouble: (trouble: NoteTrouble) => void;

  constructor(onTrouble: (trouble: NoteTrouble) => void) {
    this.#onTrouble = onTrouble;
  }

  async stat(uri: string): Promise<Stamp | undefined> {
    try {
      return await stampOf(Uri.parse(uri));
    } catch {
      return undefined;
    }
  }

  async open(uri: string): Promise<{ stamp: Stamp; bytes: Uint8Array } | undefined> {
    try {
      const { mtime, size } = await stampOf(Uri.parse(uri));
      if (size > largestNote) {
        this.#onTrouble({ uri, what: 'too-large', detail: `${Math.round(size / 1024 / 1024)} MB` });
        return undefined;
      }
      const bytes = await readFile(Uri.parse(uri));
      if (!bytes.subarray(0, 8192).includes(0)) return { stamp: { mtime, size }, bytes };
      this.#onTrouble({ uri, what: 'binary', detail: '' });
    } catch (error) {
      this.failed(uri, error);
    }
    return undefined;
  }

  unsaved(uri: string): string | undefined {
    const open = workspace.textDocuments.find((document) => document.isDirty && document.uri.toString() === uri);
    return open?.getText();
  }

  failed(uri: string, error: unknown): void {
    this.#onTrouble({ uri, what: 'unreadable', detail: String(error) });
  }
}
