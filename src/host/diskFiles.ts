import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Files } from '../study/files';

/** A folder on the disk, by Node. It is made when the first file is written, and again when someone has deleted it. */
export class DiskFiles implements Files {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async list(): Promise<readonly string[]> {
    return readdir(this.#folder).catch((error) => {
      if (isMissing(error)) return [];
      throw error;
    });
  }

  read(name: string): Promise<string> {
    return readFile(join(this.#folder, name), 'utf8');
  }

  /** On the disk, not only on its way there, before it has its name: a file stands under it whole or not at all, even when the power fails. */
  async write(name: string, text: string): Promise<void> {
    const aside = join(this.#folder, `writing-${name}`);
    try {
      await writeFlushed(aside, text).catch(async (error) => {
        if (!isMissing(error)) throw error;
        await mkdir(this.#folder, { recursive: true });
        await writeFlushed(aside, text);
      });
      await rename(aside, join(this.#folder, name));
    } catch (error) {
      // On a full disk what was begun takes the room that the next answer needs.
      await rm(aside, { force: true }).catch(() => undefined);
      throw error;
    }
  }

  remove(name: string): Promise<void> {
    return rm(join(this.#folder, name));
  }
}

async function writeFlushed(path: string, text: string): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(text);
    await file.datasync();
  } finally {
    await file.close();
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
