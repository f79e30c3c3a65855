import { type ExtensionContext, env, FileSystemError, Uri, workspace } from 'vscode';
import type { ProgressFiles, ProgressState } from '../progress/ports';

/** A folder below the extension's storage, by VS Code's file system. */
export class StorageFiles implements ProgressFiles {
  readonly #folder: Uri;

  constructor(folder: Uri) {
    this.#folder = folder;
  }

  async list(): Promise<readonly string[]> {
    try {
      return (await workspace.fs.readDirectory(this.#folder)).map(([name]) => name);
    } catch (error) {
      if (error instanceof FileSystemError && error.code === 'FileNotFound') return [];
      throw error;
    }
  }

  async read(name: string): Promise<string> {
    return new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(this.#folder, name)));
  }

  /** Written beside its place and moved there: a file stands under its name whole or not at all. Folders above it are made. */
  async write(name: string, text: string): Promise<void> {
    const aside = Uri.joinPath(this.#folder, `writing-${name}`);
    try {
      await workspace.fs.writeFile(aside, new TextEncoder().encode(text));
      await workspace.fs.rename(aside, Uri.joinPath(this.#folder, name), { overwrite: true });
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

/** The extension's `globalState`. */
export class MementoState implements ProgressState {
  readonly #memento: ExtensionContext['globalState'];

  constructor(memento: ExtensionContext['globalState']) {
    this.#memento = memento;
  }

  keys(): readonly string[] {
    return this.#memento.keys();
  }

  get(key: string): unknown {
    return this.#memento.get(key);
  }

  async set(key: string, value: unknown): Promise<void> {
    await this.#memento.update(key, value);
  }

  sync(keys: readonly string[]): void {
    this.#memento.setKeysForSync(keys);
  }
}

/**
 * This device's name: made once, kept in a file that no sync carries to another device. Where no file can be written the editor's own name for the
 * machine serves.
 */
export async function deviceName(storage: Uri): Promise<string> {
  const file = Uri.joinPath(storage, 'device');
  const stored = await workspace.fs.readFile(file).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => '',
  );
  if (/^[a-z0-9]{8,32}$/.test(stored)) return stored;
  const name = randomName();
  try {
    await workspace.fs.createDirectory(storage);
    await workspace.fs.writeFile(file, new TextEncoder().encode(name));
    return name;
  } catch {
    return env.machineId.replace(/[^a-z0-9]/g, '').slice(0, 12) || 'unnamed';
  }
}

/** 12 random letters and digits. */
export function randomName(): string {
  return crypto.randomUUID().replaceAll('-', '').slice(0, 12);
}
