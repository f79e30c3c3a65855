import {
  CancellationTokenSource,
  Disposable,
  type FileSystemWatcher,
  RelativePattern,
  type TextDocument,
  Uri,
  workspace,
} from 'vscode';
import type { Library, LibraryNote, NoteTrouble } from '../study/library';
import { findNotes, isNote, type NotesPlace } from './noteFiles';
import type { NoteReader } from './noteReader';

/** A file larger than this is no note that a person wrote. Bytes. */
const largestNote = 8 * 1024 * 1024;
/** Files read at once. */
const atOnce = 8;
/** How long edits are gathered before a note is read again, in milliseconds. */
const editDelay = 300;
/** How often the library hears of notes that were read, in milliseconds: a view that is drawn anew for each of thousands would stand still. */
const updateEvery = 250;

/** Keeps the user's notes in the library: finds them, reads them, and reads again what changes on disk or in an editor. */
export class UserNotes implements Disposable {
  readonly #library: Library;
  readonly #reader: NoteReader;
  readonly #onTrouble: (trouble: NoteTrouble) => void;
  readonly #edits = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #subscriptions: Disposable;
  #watchers: FileSystemWatcher[] = [];
  #loading: CancellationTokenSource | undefined;

  constructor(library: Library, reader: NoteReader, onTrouble: (trouble: NoteTrouble) => void) {
    this.#library = library;
    this.#reader = reader;
    this.#onTrouble = onTrouble;
    this.#subscriptions = Disposable.from(
      workspace.onDidChangeTextDocument(({ document }) => this.#edited(document)),
      workspace.onDidCloseTextDocument((document) => this.#edited(document)),
    );
  }

  /** Reads all notes of these places in place of those read before. `report` hears how many of how many are read. */
  async load(places: readonly NotesPlace[], report: (done: number, all: number) => void): Promise<void> {
    this.#loading?.cancel();
    const loading = new CancellationTokenSource();
    this.#loading = loading;
    this.#watch(places);
    const found = await Promise.all(places.map((place) => this.#find(place, loading)));
    const uris = new Map(found.flat().map((uri) => [uri.toString(), uri]));
    if (loading.token.isCancellationRequested) return;
    const gone = this.#library.notes.filter((note) => !note.builtIn && !uris.has(note.uri)).map((note) => note.uri);
    if (gone.length > 0) this.#library.update([], gone);
    await this.#readAll([...uris.values()], loading, report);
  }

  /** Stops a load that is under way; what is read stays. */
  cancel(): void {
    this.#loading?.cancel();
  }

  dispose(): void {
    this.cancel();
    for (const timer of this.#edits.values()) clearTimeout(timer);
    this.#subscriptions.dispose();
    for (const watcher of this.#watchers) watcher.dispose();
  }

  async #find(place: NotesPlace, loading: CancellationTokenSource): Promise<Uri[]> {
    try {
      return await findNotes(place, loading.token);
    } catch (error) {
      this.#onTrouble({
        uri: place.uri.toString(),
        what: isMissing(error) ? 'missing' : 'unreadable',
        detail: String(error),
      });
      return [];
    }
  }

  async #readAll(
    uris: readonly Uri[],
    loading: CancellationTokenSource,
    report: (done: number, all: number) => void,
  ): Promise<void> {
    const queue = [...uris];
    let ready: LibraryNote[] = [];
    let done = 0;
    const flush = () => {
      if (ready.length > 0) this.#library.update(ready);
      ready = [];
      report(done, uris.length);
    };
    const timer = setInterval(flush, updateEvery);
    const work = async () => {
      for (let uri = queue.shift(); uri && !loading.token.isCancellationRequested; uri = queue.shift()) {
        const note = await this.#read(uri);
        if (note) ready.push(note);
        done += 1;
      }
    };
    try {
      await Promise.all(Array.from({ length: atOnce }, work));
    } finally {
      clearInterval(timer);
      flush();
    }
  }

  /** Undefined when the note can't be read; that has been told then. */
  async #read(uri: Uri): Promise<LibraryNote | undefined> {
    try {
      const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
      const text = open ? open.getText() : await this.#readFile(uri);
      if (text === undefined) return undefined;
      return { uri: uri.toString(), builtIn: false, note: await this.#reader.read(text) };
    } catch (error) {
      this.#onTrouble({ uri: uri.toString(), what: 'unreadable', detail: String(error) });
      return undefined;
    }
  }

  async #readFile(uri: Uri): Promise<string | undefined> {
    const { size } = await workspace.fs.stat(uri);
    if (size > largestNote) {
      this.#onTrouble({ uri: uri.toString(), what: 'too-large', detail: `${Math.round(size / 1024 / 1024)} MB` });
      return undefined;
    }
    const bytes = await workspace.fs.readFile(uri);
    if (bytes.subarray(0, 8192).includes(0)) {
      this.#onTrouble({ uri: uri.toString(), what: 'binary', detail: '' });
      return undefined;
    }
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  }

  #watch(places: readonly NotesPlace[]): void {
    for (const watcher of this.#watchers) watcher.dispose();
    this.#watchers = places.map((place) => {
      const pattern = isNote(place.uri)
        ? new RelativePattern(Uri.joinPath(place.uri, '..'), place.uri.path.split('/').at(-1) ?? '*')
        : new RelativePattern(place.uri, place.glob ?? '**/*');
      const watcher = workspace.createFileSystemWatcher(pattern);
      watcher.onDidCreate((uri) => this.#later(uri));
      watcher.onDidChange((uri) => this.#later(uri));
      watcher.onDidDelete((uri) => this.#forget(uri));
      return watcher;
    });
  }

  #edited(document: TextDocument): void {
    if (this.#library.note(document.uri.toString())) this.#later(document.uri);
  }

  /** Reads a note again when it has been left alone for a moment. */
  #later(uri: Uri): void {
    if (!isNote(uri) || /\/(?:\.|node_modules\/)/.test(uri.path)) return;
    const key = uri.toString();
    clearTimeout(this.#edits.get(key));
    const timer = setTimeout(async () => {
      this.#edits.delete(key);
      const note = await this.#read(uri);
      if (note) this.#library.update([note]);
    }, editDelay);
    this.#edits.set(key, timer);
  }

  /** A note that is gone, or the folder that held it. */
  #forget(uri: Uri): void {
    const key = uri.toString();
    const gone = this.#library.notes
      .map((note) => note.uri)
      .filter((each) => each === key || each.startsWith(`${key}/`));
    if (gone.length > 0) this.#library.update([], gone);
  }
}

function isMissing(error: unknown): boolean {
  return (
    error instanceof Error &&
    /FileNotFound|ENOENT/.test(`${error.name} ${(error as { code?: unknown }).code} ${error.message}`)
  );
}
