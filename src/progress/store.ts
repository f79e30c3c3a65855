import type { Schedule } from '../schedule/types';
import type { Known } from '../study/identity';
import type { Subscription } from '../study/library';
import { firstReview, Ledger, scheduleOf } from './ledger';
import type { Answer, Mark, Progress, Replay, Review } from './progress';
import { decodeRecord, encodeRecord, type ProgressRecord, parse } from './record';
import { addSnapshot, encodeSnapshot, type Fault, type Snapshot } from './snapshot';

/**
 * A folder of small files that are written once and never changed: whatever a crash or another window does, what was written stays.
 * Rejects when the folder can't be used, or there is no such file.
 */
export interface ProgressFiles {
  list(): Promise<readonly string[]>;
  read(name: string): Promise<string>;
  /** Resolves when the whole file stands under its name; a crash leaves either all of it or none. */
  write(name: string, text: string): Promise<void>;
  remove(name: string): Promise<void>;
}

/** The editor's key-value store (`globalState`), where a copy of the progress lives under one key a device. */
export interface ProgressState {
  keys(): readonly string[];
  get(key: string): unknown;
  set(key: string, value: unknown): Promise<void>;
}

/** Trouble met while reading, for a person to be told once. */
export interface Trouble {
  readonly fault: Fault | 'unreadable-folder' | 'unreadable-file' | 'no-copy';
  /** The file or key that it is about: where a damaged one was set aside, or a newer one left alone. */
  readonly where: string;
}

export interface StoreOptions {
  readonly files: ProgressFiles;
  readonly state: ProgressState;
  /** Names of this device and this window; letters and digits only. */
  readonly device: string;
  readonly window: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Resolves after so many milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
  readonly onTrouble: (trouble: Trouble) => void;
}

/** Files of single answers that may gather before they are folded into a snapshot. */
const foldAt = 100;
/** Reviews of the last days stay single in a snapshot: they may still be undone, or meet those of another window. */
const recentSeconds = 3 * 86_400;
/** How long the copy in `globalState` may lag behind, in milliseconds. */
const copyDelay = 500;
/** Characters of the copy at which its recent reviews are summed up too. VS Code warns at 512 KiB. */
const copyLimit = 400_000;

/**
 * Progress on disk: a folder that only grows by new files, and a copy in `globalState`.
 *
 * `j-…` holds one answer, `s-…` a snapshot that sums up the files folded into it, `h-…` the full history of what was folded. A file is removed only
 * when all that it holds stands in another one. So any number of windows may read, write and fold at once: the union of all files is the
 * truth, whatever the order.
 */
export class ProgressStore implements Progress {
  readonly #options: StoreOptions;
  readonly #ledger = new Ledger();
  readonly #schedules = new Map<string, Schedule>();
  readonly #marks = new Map<string, Mark>();
  readonly #listeners = new Set<() => void>();
  /** Files whose whole content stands in the ledger. */
  readonly #read = new Set<string>();
  /** Files and keys that are not ours to touch: made by a newer version, or set aside. */
  readonly #leave = new Set<string>();
  #replay: Replay | undefined;
  #sequence = 0;
  #copy: Promise<void> | undefined;

  private constructor(options: StoreOptions) {
    this.#options = options;
  }

  /** Reads all there is. Never rejects: what can't be read is set aside and reported. */
  static async open(options: StoreOptions): Promise<ProgressStore> {
    const store = new ProgressStore(options);
    await store.#readState();
    await store.refresh();
    if (store.#ledger.size > 0) store.#copySoon();
    return store;
  }

  get schedules(): ReadonlyMap<string, Schedule> {
    return this.#schedules;
  }

  get marks(): ReadonlyMap<string, Mark> {
    return this.#marks;
  }

  schedule(card: string): Schedule | undefined {
    return this.#schedules.get(card);
  }

  get known(): readonly Known[] {
    return [...this.#ledger.cards()].map((card) => card.known);
  }

  newSince(from: number): number {
    let count = 0;
    for (const card of this.#ledger.cards()) {
      const studied = card.checkpoint !== undefined || card.entries.length > 0;
      if (studied && firstReview(card) * 1000 >= from) count++;
    }
    return count;
  }

  spentSince(from: number): number {
    let spent = 0;
    for (const { entries } of this.#ledger.cards()) {
      for (const { review } of entries) if (review.at * 1000 >= from) spent += review.took;
    }
    return spent;
  }

  onDidChange(listener: () => void): Subscription {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  async add(answer: Answer): Promise<Review> {
    const card = answer.known.id;
    let at = Math.floor(answer.at / 1000);
    while (this.#ledger.has(card, at)) at++;
    const review: Review = { card, at, grade: answer.grade, took: Math.round(answer.took) };
    await this.#keep({ type: 'review', review, after: answer.after, known: answer.known });
    return review;
  }

  async undo(review: Review): Promise<void> {
    await this.#keep({ type: 'undo', card: review.card, at: review.at });
  }

  async mark(known: Known, mark: Mark): Promise<void> {
    await this.#keep({ type: 'mark', known, mark });
  }

  /** Takes the scheduler, once it is loaded, to work out cards that two windows reviewed apart. */
  use(replay: Replay): void {
    this.#replay = replay;
    this.#reckonAll();
  }

  /** Reads what other windows have written since, and folds when many small files have gathered. */
  async refresh(): Promise<void> {
    let changed = false;
    let vanished = true;
    // A file that vanished has been folded by another window: what it held stands in a newer one.
    while (vanished) {
      const fresh = await this.#fresh();
      const read = await Promise.all(fresh.map((name) => this.#readFile(name)));
      vanished = read.includes(false);
      changed ||= read.includes(true);
    }
    if (!changed) return;
    this.#reckonAll();
    if (this.#journals().length >= foldAt) await this.#fold();
  }

  /** Resolves when the copy in `globalState` has caught up. */
  async settled(): Promise<void> {
    await this.#copy;
  }

  async #keep(record: ProgressRecord): Promise<void> {
    const name = `j-${this.#stamp()}`;
    await this.#options.files.write(name, encodeRecord(record));
    this.#read.add(name);
    this.#ledger.add(record);
    this.#reckon(record.type === 'undo' ? record.card : record.type === 'mark' ? record.known.id : record.review.card);
    this.#changed();
    this.#copySoon();
  }

  /**
   * Folds the single answers into one snapshot and one file of history, then removes what was folded. Safe to be killed at any moment: a file goes
   * only after those that hold all of it are whole, and reading one review twice changes nothing.
   */
  async #fold(): Promise<void> {
    const { files } = this.#options;
    const folded = [...this.#read];
    const texts = await Promise.all(this.#journals().map((name) => files.read(name).catch(() => '')));
    const snapshot = encodeSnapshot(this.#ledger, { recent: this.#recent(), replay: this.#replay });
    const stamp = this.#stamp();
    try {
      await files.write(`h-${stamp}`, texts.join('\n'));
      await files.write(`s-${stamp}`, JSON.stringify(snapshot));
    } catch {
      // No room for a fold: the single files go on holding everything, and the next fold tries again.
      return;
    }
    this.#read.add(`s-${stamp}`);
    for (const name of folded) {
      this.#read.delete(name);
      await files.remove(name).catch(() => undefined);
    }
  }

  /** Names of the files that are there and not yet read. */
  async #fresh(): Promise<string[]> {
    try {
      const names = await this.#options.files.list();
      return names.filter((name) => isProgress(name) && !this.#read.has(name) && !this.#leave.has(name));
    } catch (error) {
      this.#options.onTrouble({ fault: 'unreadable-folder', where: String(error) });
      return [];
    }
  }

  /** False when the file is gone. */
  async #readFile(name: string): Promise<boolean> {
    const { files, onTrouble } = this.#options;
    let text: string;
    try {
      text = await files.read(name);
    } catch (error) {
      if ((await files.list()).includes(name)) {
        this.#leave.add(name);
        onTrouble({ fault: 'unreadable-file', where: `${name}: ${String(error)}` });
      }
      return false;
    }
    const fault = name.startsWith('s-') ? addSnapshot(this.#ledger, parse(text)) : this.#addLines(text);
    if (!fault) {
      this.#read.add(name);
      return true;
    }
    this.#leave.add(name);
    if (fault === 'damaged') await this.#setFileAside(name, text);
    onTrouble({ fault, where: fault === 'damaged' ? asideName(name) : name });
    return true;
  }

  /** Keeps a damaged file whole under a name that is never read or removed; its intact lines stand in a file of their own. */
  async #setFileAside(name: string, text: string): Promise<void> {
    const { files } = this.#options;
    const snapshot = encodeSnapshot(this.#ledger, { recent: this.#recent(), replay: this.#replay });
    try {
      await files.write(asideName(name), text);
      await files.write(`s-${this.#stamp()}`, JSON.stringify(snapshot));
      await files.remove(name);
    } catch {
      // It stays where it is, and is met again at the next start.
    }
  }

  #addLines(text: string): Fault | undefined {
    const records = text
      .split('\n')
      .filter((line) => line !== '')
      .map(decodeRecord);
    for (const record of records) if (record) this.#ledger.add(record);
    return records.length === 0 || records.includes(undefined) ? 'damaged' : undefined;
  }

  async #readState(): Promise<void> {
    const { state, onTrouble } = this.#options;
    for (const key of state.keys().filter((each) => each.startsWith(stateKey('')))) {
      const value = state.get(key);
      const fault = addSnapshot(this.#ledger, value);
      if (!fault) continue;
      if (fault === 'newer') {
        this.#leave.add(key);
        onTrouble({ fault, where: key });
      } else {
        const aside = `${asideName(key)}.${this.#stamp()}`;
        await state.set(aside, value);
        await state.set(key, undefined);
        onTrouble({ fault, where: aside });
      }
    }
    this.#reckonAll();
  }

  /** Brings the copy in `globalState` up to date, a little later: many answers make one copy. Files hold every answer meanwhile. */
  #copySoon(): void {
    this.#copy ??= this.#options.wait(copyDelay).then(async () => {
      this.#copy = undefined;
      await this.refresh();
      const { state, device, onTrouble } = this.#options;
      const key = stateKey(device);
      if (this.#leave.has(key)) return;
      await state.set(key, this.#smallSnapshot()).catch(() => onTrouble({ fault: 'no-copy', where: key }));
    });
  }

  #smallSnapshot(): Snapshot {
    const small = { small: true, replay: this.#replay };
    const snapshot = encodeSnapshot(this.#ledger, { ...small, recent: this.#recent() });
    return snapshot.lines.length <= copyLimit
      ? snapshot
      : encodeSnapshot(this.#ledger, { ...small, recent: Number.MAX_SAFE_INTEGER });
  }

  #reckonAll(): void {
    for (const card of this.#ledger.cards()) this.#reckon(card.known.id);
    this.#changed();
  }

  #reckon(id: string): void {
    const card = this.#ledger.card(id);
    const schedule = card && scheduleOf(card, this.#replay);
    if (schedule) this.#schedules.set(id, schedule);
    else this.#schedules.delete(id);
    if (card?.mark) this.#marks.set(id, card.mark);
  }

  #journals(): string[] {
    return [...this.#read].filter((name) => name.startsWith('j-'));
  }

  /** Seconds since 1970. */
  #recent(): number {
    return Math.floor(this.#options.now() / 1000) - recentSeconds;
  }

  #stamp(): string {
    this.#sequence += 1;
    return `${Math.floor(this.#options.now()).toString(36)}-${this.#options.window}-${this.#sequence.toString(36)}`;
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** Key of a device's copy in `globalState`. */
export function stateKey(device: string): string {
  return `progress.${device}`;
}

function isProgress(name: string): boolean {
  return name.startsWith('j-') || name.startsWith('s-');
}

function asideName(name: string): string {
  return `unreadable-${name}`;
}
