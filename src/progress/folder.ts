import type { Ledger } from './ledger';
import { addLegacySnapshot, isLegacySnapshot } from './legacy';
import type { StoreOptions } from './ports';
import { decodeRecord, encodeRecord, type Fault, type ProgressRecord, parse } from './record';
import { addSnapshot, encodeSnapshot } from './snapshot';
import { isNumber, takeNumber } from './windowNumber';

/** Files of single answers that may gather before they are folded into a snapshot. */
const foldAt = 100;
/** Age in milliseconds at which a file that was never finished is rubbish. */
const unfinishedFor = 3_600_000;
/** Age in milliseconds at which a window's number is free again. */
const numberedFor = 14 * 86_400_000;

/**
 * Progress on disk: a folder that only grows by new files.
 *
 * `j-…` holds one record, `s-…` a snapshot of everything read so far. A file is removed only when all that it holds stands in another one. So any
 * number of windows may read, write and fold at once: the union of all files is the truth, whatever the order. (`h-…` is history as an early
 * version kept it.) `w-…` says which number a window has. What can't be read stays whole, as `unreadable-…`.
 */
export class ProgressFolder {
  /** Id of the scheduler whose schedules a snapshot holds. */
  scheduler: string;
  readonly #options: StoreOptions;
  readonly #ledger: Ledger;
  /** Files whose whole content stands in the ledger, and how many had been read before them. */
  readonly #read = new Map<string, number>();
  /** Files that are not ours to touch: made by a newer version, or unreadable. */
  readonly #leave = new Set<string>();
  /** Files that could not be read the last time. */
  #failed: ReadonlySet<string> = new Set();
  readonly #stamp: () => string;
  #singles = 0;
  #foldAt = foldAt;
  #order = 0;

  constructor(options: StoreOptions, ledger: Ledger, stamp: () => string) {
    this.scheduler = options.scheduler.id;
    this.#options = options;
    this.#ledger = ledger;
    this.#stamp = stamp;
  }

  /** Whether enough single records have gathered for a fold. */
  get isFull(): boolean {
    return this.#singles >= this.#foldAt;
  }

  /** Keeps a record in a file of its own, and then in the ledger. Rejects, and then nothing has changed, when that fails. */
  async append(record: ProgressRecord): Promise<void> {
    const name = `j-${this.#stamp()}`;
    await this.#options.files.write(name, encodeRecord(record));
    // In one step: a fold in between would take the file away and leave the record out.
    this.#ledger.add(record, this.#options.device);
    this.#remember(name);
  }

  /** Takes a number for this window that no other has. */
  takeNumber(): Promise<number> {
    return takeNumber(this.#options, this.#stamp());
  }

  /** Reads what has been written since the last time. */
  async refresh(): Promise<void> {
    let gone = 0;
    const failed = new Map<string, unknown>();
    // A file that vanished has been folded by another window: what it held stands in a newer one. A listing made meanwhile may lack both.
    for (let isNews = true; isNews; ) {
      const names = await this.#list();
      if (!names) return;
      const present = new Set(names);
      const vanished = [...this.#read].filter(([name]) => !present.has(name));
      for (const [name, order] of vanished) {
        gone = Math.max(gone, order);
        this.#forget(name);
      }
      const isFresh = (name: string) => !this.#read.has(name) && !this.#leave.has(name) && !failed.has(name);
      const fresh = names.filter((name) => isProgress(name) && isFresh(name));
      await Promise.all(fresh.map((name) => this.#readFile(name).catch((error) => failed.set(name, error))));
      isNews = fresh.length + vanished.length > 0;
    }
    await this.#tellOf(failed);
    // Files are gone and no snapshot came after them: someone has deleted them. What they held is still in memory.
    const snapshots = [...this.#read].filter(([name]) => name.startsWith('s-')).map(([, order]) => order);
    if (gone > Math.max(0, ...snapshots)) await this.save().catch(() => undefined);
  }

  /** Writes a snapshot of all that is known. */
  async save(): Promise<void> {
    const name = `s-${this.#stamp()}`;
    await this.#options.files.write(name, encodeSnapshot(this.#ledger, this.scheduler));
    this.#remember(name);
  }

  /**
   * Folds all files into one snapshot, then removes them. Safe to be killed at any moment: a file goes only after the one that holds all of it is
   * whole, and reading one review twice changes nothing.
   */
  async fold(): Promise<void> {
    const folded = [...this.#read.keys()];
    try {
      await this.save();
    } catch {
      // No room for a fold: the single files go on holding everything, until as many more have gathered.
      this.#foldAt = this.#singles + foldAt;
      return;
    }
    this.#foldAt = foldAt;
    for (const name of folded) {
      this.#forget(name);
      await this.#remove(name);
    }
    for (const name of (await this.#list()) ?? []) if (this.#isAbandoned(name)) await this.#remove(name);
  }

  /** Keeps what can't be read, whole, under a name that is never read or removed. Rejects when it could not be kept. */
  async setAside(name: string, text: string): Promise<string> {
    const aside = `unreadable-${name}`;
    await this.#options.files.write(aside, text);
    return aside;
  }

  async #list(): Promise<readonly string[] | undefined> {
    try {
      return await this.#options.files.list();
    } catch (error) {
      this.#options.onTrouble({ fault: 'unreadable-folder', where: String(error) });
      return undefined;
    }
  }

  /** Rejects when the file can't be read, perhaps because it is gone. */
  async #readFile(name: string): Promise<void> {
    const text = await this.#options.files.read(name);
    const fault = this.#add(name, text);
    if (!fault) {
      this.#remember(name);
      return;
    }
    this.#leave.add(name);
    const where = fault === 'damaged' ? await this.#replaceDamaged(name, text) : name;
    this.#options.onTrouble({ fault, where });
  }

  /** Another program may have had a file to itself for a moment: it is told of only when it can't be read the next time either. */
  async #tellOf(failed: ReadonlyMap<string, unknown>): Promise<void> {
    const present = failed.size > 0 ? ((await this.#list()) ?? []) : [];
    const still = present.filter((name) => failed.has(name));
    for (const name of still) {
      if (this.#failed.has(name))
        this.#options.onTrouble({ fault: 'unreadable-file', where: `${name}: ${failed.get(name)}` });
    }
    this.#failed = new Set(still);
  }

  #add(name: string, text: string): Fault | undefined {
    const { device } = this.#options;
    if (!name.startsWith('s-')) return this.#addLines(text);
    return isLegacySnapshot(text)
      ? addLegacySnapshot(this.#ledger, parse(text), device)
      : addSnapshot(this.#ledger, text, this.scheduler);
  }

  #addLines(text: string): Fault | undefined {
    const records = text
      .split('\n')
      .filter((line) => line !== '')
      .map(decodeRecord);
    for (const record of records) if (typeof record === 'object') this.#ledger.add(record, this.#options.device);
    if (records.length === 0 || records.includes('damaged')) return 'damaged';
    return records.includes('newer') ? 'newer' : undefined;
  }

  /** Sets a damaged file aside; its intact lines stand in a snapshot. Returns where it is now. */
  async #replaceDamaged(name: string, text: string): Promise<string> {
    try {
      const aside = await this.setAside(name, text);
      await this.save();
      await this.#remove(name);
      return aside;
    } catch {
      // It stays where it is, and is met again at the next start.
      return name;
    }
  }

  #isAbandoned(name: string): boolean {
    const age = this.#options.now() - writtenAt(name);
    return name.startsWith('writing-') ? age > unfinishedFor : isNumber(name) && age > numberedFor;
  }

  #remember(name: string): void {
    if (name.startsWith('j-') && !this.#read.has(name)) this.#singles++;
    this.#read.set(name, ++this.#order);
  }

  #forget(name: string): void {
    if (this.#read.delete(name) && name.startsWith('j-')) this.#singles--;
  }

  async #remove(name: string): Promise<void> {
    // Another window may have removed it already; what stays is read again, which changes nothing.
    await this.#options.files.remove(name).catch(() => undefined);
  }
}

function isProgress(name: string): boolean {
  return /^[jsh]-/.test(name);
}

/** Milliseconds since 1970, from the stamp in a file's name. */
function writtenAt(name: string): number {
  return Number.parseInt(/^(?:writing-)?[a-z]-([0-9a-z]+)-/.exec(name)?.[1] ?? '', 36);
}
