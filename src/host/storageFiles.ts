import { FileSystemError, Uri, workspace } from 'vscode';
import type { Files } from '../study/files';

/** A folder below the extension's storage, by VS Code's file system. */
export class StorageFiles implements Files {
  readonly #folder: Uri;
  /** What is not there, though a browser may go on listing what another window has removed. */
  readonly #gone = new Set<string>();

  constructor(folder: Uri) {
    this.#folder = folder;
  }

  async list(): Promise<readonly string[]> {
    try {
      const entries = await workspace.fs.readDirectory(this.#folder);
      return entries.map(([name]) => name).filter((name) => !this.#gone.has(name));
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  }

  async read(name: string): Promise<string> {
    try {
      return new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(this.#folder, name)));
    } catch (error) {
      if (isMissing(error)) this.#gone.add(name);
      throw error;
    }
  }

  /** Written beside its place and moved there: a file stands under its name whole or not at all. Folders above it are made. */
  async write(name: string, text: string): Promise<void> {
    const aside = Uri.joinPath(this.#folder, `writing-${name}`);
    try {
      await workspace.fs.writeFile(aside, new TextEncoder().encode(text));
      await workspace.fs.rename(aside, Uri.joinPath(this.#folder, name), { overwrite: true });
      this.#gone.delete(name);
    } catch (error) {
      // On a full disk what was begun takes the room that the next answer needs.
      await workspace.fs.delete(aside).then(undefined, () => undefined);
      throw error;
    }
  }

  async remove(name: string): Promise<void> {
    await workspace.fs.delete(Uri.joinPath(this.#folder, name));
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof FileSystemError && error.code === 'FileNotFound';
}
