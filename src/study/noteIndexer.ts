import { keepNote } from './keptNote';
import type { Library, LibraryNote } from './library';
import type { NoteCache, Stamp } from './noteCache';
import type { PackedNote } from './packedNote';

/** Reads notes, beside the program that asks: see `host/worker`. */
export interface NoteReading {
  /** The topics alone. */
  scan(bytes: Uint8Array): Promise<PackedNote>;
  /** All of it, with the hash of the bytes; no note if the hash is the one that is known. */
  read(bytes: Uint8Array, known?: string): Promise<{ readonly hash: string; readonly note: PackedNote | undefined }>;
}

/** The files of the notes. What can't be had is undefined, and has been told of. */
export interface NoteFiles {
  stat(uri: string): Promise<Stamp | undefined>;
  open(uri: string): Promise<{ readonly stamp: Stamp; readonly bytes: Uint8Array } | undefined>;
  /** The text in an editor, if the note is open with changes: it is newer than the file. */
  unsaved(uri: string): string | undefined;
  /** Hears of a note that could not be read. */
  failed(uri: string, error: unknown): void;
}

export interface Indexing {
  /** Notes that someone waits for are read first; asked again before each. */
  wanted(): string | undefined;
  cancelled(): boolean;
  /** How many of how many are read. */
  report(done: number, all: number): void;
}

/** Files asked for at once. */
const AT_ONCE = 16;
/** Notes read at once: enough to keep the worker busy. */
const READ_AT_ONCE = 4;
/** From so many notes on the topics of all are shown before the first is read. */
const MANY = 40;
/** How often the library hears of notes that were read, in milliseconds: at first, and while thousands are read. */
const EVERY = { first: 250, later: 1500 };

/**
 * Brings notes into the library: from the cache what is in it as the file is now; then the topics of all others; then all that stands in
 * them. Only what changed is parsed.
 */
export class NoteIndexer {
  readonly #library: Library;
  readonly #files: NoteFiles;
  readonly #reading: NoteReading;
  readonly #cache: NoteCache;
  /** Hashes of the bytes of which the library's notes were made; of an unsaved text, and of topics alone, there is none. */
  readonly #hashes = new Map<string, string>();
  #opened = false;
  #ready: LibraryNote[] = [];

  constructor(library: Library, files: NoteFiles, reading: NoteReading, cache: NoteCache) {
    this.#library = library;
    this.#files = files;
    this.#reading = reading;
    this.#cache = cache;
  }

  /** Reads these notes, in place of all others that are not built in. */
  async index(uris: readonly string[], indexing: Indexing): Promise<void> {
    const all = new Set(uris);
    const gone = this.#library.notes.filter((note) => !note.builtIn && !all.has(note.uri)).map((note) => note.uri);
    for (const uri of gone) this.#hashes.delete(uri);
    this.#library.update([], gone);
    this.#library.reading = true;
    try {
      const left = await this.#fromCache(all, indexing);
      indexing.report(all.size - left.size, all.size);
      if (left.size >= MANY) await this.#scan(left, indexing);
      await this.#readAll(left, all.size, indexing);
    } finally {
      this.#flush();
      this.#library.reading = false;
      await this.save();
    }
  }

  /** Reads one note again. */
  async again(uri: string): Promise<void> {
    const note = await this.#tried(uri, () => this.#read(uri));
    if (note) this.#library.update([note]);
  }

  forget(uris: readonly string[]): void {
    for (const uri of uris) {
      this.#cache.delete(uri);
      this.#hashes.delete(uri);
    }
    this.#library.update([], uris);
  }

  /** The notes that the cache has not as they are now. */
  async #fromCache(all: ReadonlySet<string>, indexing: Indexing): Promise<Set<string>> {
    const left = new Set(all);
    if (this.#opened) {
      await each([...all], AT_ONCE, async (uri) => {
        if (this.#library.note(uri) && this.#hashes.has(uri) && (await this.#isAsRead(uri))) left.delete(uri);
      });
      return left;
    }
    this.#opened = true;
    for await (const notes of this.#cache.open()) {
      if (indexing.cancelled()) return left;
      const found = notes.filter(({ uri }) => all.has(uri));
      await each(found, AT_ONCE, async ({ uri, note }) => {
        const same = await this.#isAsRead(uri);
        // An older state of a note is better than none until it has been read again.
        this.#ready.push({ uri, builtIn: false, note: keepNote(note) });
        const entry = this.#cache.entry(uri);
        if (entry) this.#hashes.set(uri, entry.hash);
        if (same) left.delete(uri);
      });
      for (const { uri } of notes) if (!all.has(uri)) this.#cache.delete(uri);
    }
    this.#flush();
    return left;
  }

  /** Whether the file is the one that was read, and nobody has changed it in an editor. */
  async #isAsRead(uri: string): Promise<boolean> {
    const entry = this.#cache.entry(uri);
    if (!entry || this.#files.unsaved(uri) !== undefined) return false;
    const stamp = await this.#files.stat(uri);
    return stamp?.mtime === entry.mtime && stamp.size === entry.size;
  }

  async #scan(left: Set<string>, indexing: Indexing): Promise<void> {
    const timer = setInterval(() => this.#flush(), EVERY.later);
    try {
      const unknown = [...left].filter((uri) => !this.#library.note(uri));
      await each(unknown, AT_ONCE, async (uri) => {
        if (indexing.cancelled()) return;
        const note = await this.#tried(uri, async () => {
          const file = await this.#files.open(uri);
          return file && this.#reading.scan(file.bytes);
        });
        if (note) this.#ready.push({ uri, builtIn: false, note: keepNote(note) });
        else left.delete(uri);
      });
    } finally {
      clearInterval(timer);
      this.#flush();
    }
  }

  async #readAll(left: Set<string>, all: number, indexing: Indexing): Promise<void> {
    const next = () => {
      const wanted = indexing.wanted();
      const uri = wanted !== undefined && left.has(wanted) ? wanted : left.values().next().value;
      if (uri !== undefined) left.delete(uri);
      return uri;
    };
    const timer = setInterval(
      () => {
        this.#flush();
        indexing.report(all - left.size, all);
      },
      left.size > MANY ? EVERY.later : EVERY.first,
    );
    const work = async () => {
      for (let uri = next(); uri !== undefined && !indexing.cancelled(); uri = next()) {
        const note = await this.#tried(uri, () => this.#read(uri as string));
        if (note) this.#ready.push(note);
      }
    };
    try {
      await Promise.all(Array.from({ length: READ_AT_ONCE }, work));
    } finally {
      clearInterval(timer);
      indexing.report(all - left.size, all);
    }
  }

  /** Undefined when there is nothing new to be had of it. */
  async #read(uri: string): Promise<LibraryNote | undefined> {
    const unsaved = this.#files.unsaved(uri);
    if (unsaved !== undefined) {
      this.#hashes.delete(uri);
      const { note } = await this.#reading.read(new TextEncoder().encode(unsaved));
      return note && { uri, builtIn: false, note: keepNote(note) };
    }
    const file = await this.#files.open(uri);
    if (!file) return undefined;
    const { hash, note } = await this.#reading.read(file.bytes, this.#hashes.get(uri));
    this.#hashes.set(uri, hash);
    this.#cache.put({ uri, ...file.stamp, hash });
    return note && { uri, builtIn: false, note: keepNote(note) };
  }

  async #tried<T>(uri: string, what: () => Promise<T>): Promise<T | undefined> {
    try {
      return await what();
    } catch (error) {
      this.#files.failed(uri, error);
      return undefined;
    }
  }

  /** Writes down what was read since. */
  save(): Promise<void> {
    return this.#cache.save((uri) => this.#library.note(uri)?.note);
  }

  #flush(): void {
    if (this.#ready.length === 0) return;
    const ready = this.#ready;
    this.#ready = [];
    this.#library.update(ready);
  }
}

/** Does something for each, so many at once. */
async function each<T>(items: readonly T[], atOnce: number, what: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  const work = async () => {
    while (next < items.length) await what(items[next++]!);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work));
}
