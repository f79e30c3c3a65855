import { type ExtensionContext, env, Uri, workspace } from 'vscode';
import type { ProgressState } from '../progress/ports';

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
