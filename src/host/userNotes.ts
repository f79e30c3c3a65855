import {
  CancellationTokenSource,
  Disposable,
  type FileSystemWatcher,
  FileType,
  RelativePattern,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { Files } from '../study/files';
import type { Library, NoteTrouble } from '../study/library';
import { NoteCache } from '../study/noteCache';
import { NoteIndexer, type NoteReading } from '../study/noteIndexer';
import type { Ignored } from './ignored';
import { findNotes, isNote, type NotesPlace, placesOf } from './noteFiles';
import { UserNoteFiles } from './userNoteFiles';

/** How long edits are gathered before a note is read again, in milliseconds. */
const editDelay = 300;
/** How long changes of folders are gathered before the notes are looked for anew, in milliseconds. */
const findDelay = 1_000;
/** How long after the last edit what was read is written to the cache, in milliseconds. */
const saveDelay = 10_000;

/** Keeps the user's notes in the library: finds them, reads them, and reads again what changes on disk or in an editor. */
export class UserNotes implements Disposable {
  readonly #library: Library;
  readonly #indexer: NoteIndexer;
  readonly #onTrouble: (trouble: NoteTrouble) => void;
  readonly #edits = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #subscriptions: Disposable;
  /** Notes that were opened while others were being read. */
  readonly #opened: string[] = [];
  #saving: ReturnType<typeof setTimeout> | undefined;
  #watchers: FileSystemWatcher[] = [];
  #ignored: Ignored[] = [];
  #loading: CancellationTokenSource | undefined;
  #loaded: Promise<void> = Promise.resolve();
  #again: () => void = () => undefined;
  #finding: ReturnType<typeof setTimeout> | undefined;

  constructor(
    library: Library,
    reading: NoteReading,
    cache: { files: Files; version: string },
    onTrouble: (trouble: NoteTrouble) => void,
  ) {
    this.#library = library;
    const files = new UserNoteFiles(onTrouble);
    this.#indexer = new NoteIndexer(library, files, reading, new NoteCache(cache.files, cache.version));
    this.#onTrouble = onTrouble;
    this.#subscriptions = Disposable.from(
      workspace.onDidChangeTextDocument(({ document }) => this.#edited(document)),
      workspace.onDidCloseTextDocument((document) => this.#edited(document)),
      workspace.onDidOpenTextDocument((document) => this.#opened.push(document.uri.toString())),
    );
  }

  /**
   * Reads all notes of the places that the entries of the setting name, in place of those read before.
   *
   * @param report hears how many of how many are read
   */
  async load(
    entries: readonly string[],
    home: string | undefined,
    report: (done: number, all: number) => void,
  ): Promise<void> {
    this.#loading?.cancel();
    const loading = new CancellationTokenSource();
    this.#loading = loading;
    this.#again = () => void this.load(entries, home, report);
    // One after the other: the one before stops at its next note.
    this.#loaded = this.#loaded.catch(() => undefined).then(() => this.#load(placesOf(entries, home), loading, report));
    await this.#loaded;
  }

  /** Stops a load that is under way; what is read stays. */
  cancel(): void {
    this.#loading?.cancel();
  }

  dispose(): void {
    this.cancel();
    clearTimeout(this.#saving);
    clearTimeout(this.#finding);
    for (const timer of this.#edits.values()) clearTimeout(timer);
    this.#subscriptions.dispose();
    for (const watcher of this.#watchers) watcher.dispose();
  }

  async #load(
    places: readonly NotesPlace[],
    { token }: CancellationTokenSource,
    report: (done: number, all: number) => void,
  ): Promise<void> {
    if (token.isCancellationRequested) return;
    this.#watch(places);
    const found = await Promise.all(places.map((place) => this.#find(place, token)));
    if (token.isCancellationRequested) return;
    this.#opened.length = 0;
    this.#opened.push(...workspace.textDocuments.map((document) => document.uri.toString()));
    const shown = window.activeTextEditor?.document.uri.toString();
    if (shown !== undefined) this.#opened.push(shown);
    await this.#indexer.index([...new Set(found.flat())], {
      wanted: () => this.#opened.pop(),
      cancelled: () => token.isCancellationRequested,
      report,
    });
  }

  async #find(place: NotesPlace, token: CancellationTokenSource['token']): Promise<string[]> {
    try {
      const { uris, ignored } = await findNotes(place, token);
      this.#ignored.push(ignored);
      return uris.map((uri) => uri.toString());
    } catch (error) {
      this.#onTrouble({
        uri: place.uri.toString(),
        what: isMissing(error) ? 'missing' : 'unreadable',
        detail: String(error),
      });
      return [];
    }
  }

  #watch(places: readonly NotesPlace[]): void {
    for (const watcher of this.#watchers) watcher.dispose();
    this.#ignored = [];
    this.#watchers = places.map((place) => {
      const pattern = isNote(place.uri)
        ? new RelativePattern(Uri.joinPath(place.uri, '..'), place.uri.path.split('/').at(-1) ?? '*')
        : new RelativePattern(place.uri, place.glob ?? '**/*');
      const watcher = workspace.createFileSystemWatcher(pattern);
      watcher.onDidCreate((uri) => (isNote(uri) ? this.#later(uri) : void this.#came(uri)));
      watcher.onDidChange((uri) => (isGitignore(uri) ? this.#findSoon() : this.#later(uri)));
      watcher.onDidDelete((uri) => (isGitignore(uri) ? this.#findSoon() : this.#forget(uri)));
      return watcher;
    });
  }

  /** A folder that was moved here brings its notes without a word on each. */
  async #came(uri: Uri): Promise<void> {
    if (isGitignore(uri)) return this.#findSoon();
    if (this.#ignored.some((ignored) => ignored.has(uri, true))) return;
    const stat = await Promise.resolve(workspace.fs.stat(uri)).catch(() => undefined);
    if (stat?.type === FileType.Directory) this.#findSoon();
  }

  /** Looks anew which notes there are; those that are as they were are not read again. */
  #findSoon(): void {
    clearTimeout(this.#finding);
    this.#finding = setTimeout(() => this.#again(), findDelay);
  }

  #edited(document: TextDocument): void {
    if (this.#library.note(document.uri.toString())) this.#later(document.uri);
  }

  /** Reads a note again when it has been left alone for a moment. */
  #later(uri: Uri): void {
    if (!isNote(uri) || this.#ignored.some((ignored) => ignored.has(uri, false))) return;
    const key = uri.toString();
    clearTimeout(this.#edits.get(key));
    const timer = setTimeout(async () => {
      this.#edits.delete(key);
      await this.#indexer.again(key);
      clearTimeout(this.#saving);
      this.#saving = setTimeout(() => void this.#indexer.save(), saveDelay);
    }, editDelay);
    this.#edits.set(key, timer);
  }

  /** A note that is gone, or the folder that held it. */
  #forget(uri: Uri): void {
    const key = uri.toString();
    const gone = this.#library.notes
      .map((note) => note.uri)
      .filter((each) => each === key || each.startsWith(`${key}/`));
    this.#indexer.forget(gone);
  }
}

function isGitignore(uri: Uri): boolean {
  return uri.path.endsWith('/.gitignore');
}

function isMissing(error: unknown): boolean {
  return (
    error instanceof Error &&
    /FileNotFound|ENOENT/.test(`${error.name} ${(error as { code?: unknown }).code} ${error.message}`)
  );
}
