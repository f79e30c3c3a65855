import type { Files } from './files';
import { packedOf } from './keptNote';
import type { StudyNote } from './model';
import type { PackedNote } from './packedNote';

/** What tells that a file is the one that was read. */
export interface Stamp {
  /** Milliseconds since 1970. */
  readonly mtime: number;
  /** Bytes. */
  readonly size: number;
}

/** A note as it was read, and what of. */
export interface CachedNote extends Stamp {
  readonly uri: string;
  /** Of the file's bytes. */
  readonly hash: string;
  readonly note: PackedNote;
}

/** Notes are kept in so many files: one holds as many as can be parsed without the host noticing, a change rewrites only one. */
const SHARDS = 256;

/** The file in the cache that says which version of the reader wrote the others. */
const VERSION_FILE = 'version';

/**
 * Keeps notes as they were read from one start to the next. What another version of the reader wrote, and what can't be read, is as if it
 * were not there: a cache never fails, it only misses.
 */
export class NoteCache {
  readonly #files: Files;
  readonly #version: string;
  readonly #shards = new Map<number, Map<string, Omit<CachedNote, 'note'>>>();
  readonly #dirty = new Set<number>();

  /** @param version changes whenever the reader would read a note otherwise */
  constructor(files: Files, version: string) {
    this.#files = files;
    this.#version = version;
  }

  /** Everything that is kept, a file at a time. */
  async *open(): AsyncGenerator<readonly CachedNote[]> {
    const names = await this.#files.list().catch((): readonly string[] => []);
    const version = names.includes(VERSION_FILE) ? await this.#files.read(VERSION_FILE).catch(() => '') : '';
    if (version !== this.#version) {
      await Promise.all(names.map((name) => this.#files.remove(name).catch(() => undefined)));
      await this.#files.write(VERSION_FILE, this.#version).catch(() => undefined);
      return;
    }
    for (const name of names) {
      const shard = /^(\d+)\.json$/.exec(name)?.[1];
      if (shard === undefined) continue;
      const notes = await this.#read(name);
      this.#shards.set(Number(shard), new Map(notes.map(({ note, ...rest }) => [rest.uri, rest])));
      yield notes;
    }
  }

  async #read(name: string): Promise<CachedNote[]> {
    try {
      const notes: unknown = JSON.parse(await this.#files.read(name));
      return Array.isArray(notes) ? notes.filter(isCached) : [];
    } catch {
      return [];
    }
  }

  /** What a note was last read from. */
  entry(uri: string): Omit<CachedNote, 'note'> | undefined {
    return this.#shards.get(shardOf(uri))?.get(uri);
  }

  put(entry: Omit<CachedNote, 'note'>): void {
    const { uri, mtime, size, hash } = entry;
    const shard = shardOf(uri);
    const entries = this.#shards.get(shard) ?? new Map();
    this.#shards.set(shard, entries.set(uri, { uri, mtime, size, hash }));
    this.#dirty.add(shard);
  }

  delete(uri: string): void {
    const shard = shardOf(uri);
    if (this.#shards.get(shard)?.delete(uri)) this.#dirty.add(shard);
  }

  /** Writes what has changed, a file at a time. `noteOf` gives the notes, which stand in the library and are not kept here again. */
  async save(noteOf: (uri: string) => StudyNote | undefined): Promise<void> {
    for (const shard of [...this.#dirty]) {
      this.#dirty.delete(shard);
      const notes = [...(this.#shards.get(shard)?.values() ?? [])].flatMap((entry): CachedNote[] => {
        const note = noteOf(entry.uri);
        return note ? [{ ...entry, note: inFile(packedOf(note)) }] : [];
      });
      try {
        await this.#files.write(`${shard}.json`, JSON.stringify(notes));
      } catch {
        // A full disk: the next start reads the notes again.
      }
    }
  }
}

function isCached(value: unknown): value is CachedNote {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, mtime, size, hash, note } = value as Partial<Record<keyof CachedNote, unknown>>;
  const kept =
    typeof uri === 'string' && typeof mtime === 'number' && typeof size === 'number' && typeof hash === 'string';
  if (!kept || typeof note !== 'object' || note === null) return false;
  const { numbers, texts, meta } = note as Partial<Record<keyof PackedNote, unknown>>;
  return Array.isArray(numbers) && typeof texts === 'string' && typeof meta === 'object' && meta !== null;
}

function inFile(note: PackedNote): PackedNote {
  return { ...note, numbers: Array.from(note.numbers) };
}

/** FNV-1a, 32 bits. */
function shardOf(uri: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < uri.length; i += 1) hash = Math.imul(hash ^ uri.charCodeAt(i), 0x01000193);
  return (hash >>> 0) % SHARDS;
}
