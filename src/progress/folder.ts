import type { Ledger } from './ledger';
import { addLegacySnapshot, isLegacySnapshot } from './legacy';
import type { StoreOptions } from './ports';
import { decodeRecord, encodeRecord, type Fault, type ProgressRecord, parse } from './record';
import { addSnapshot, encodeSnapshot } from './snapshot';

/** Files of single answers that may gather before they are folded into a snapshot. */
const foldAt = 100;
/** Age in milliseconds at which a file that was never finished is rubbish. */
const abandoned = 3_600_000;

/**
 * Progress on disk: a folder that only grows by new files.
 *
 * `j-…` holds one record, `s-…` a snapshot of everything read so far. A file is removed only when all that it holds stands in another one. So any
 * number of windows may read, write and fold at once: the union of all files is the truth, whatever the order. (`h-…` is history as an early
 * version kept it.) What can't be read stays whole, as `unreadable-…`.
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

  /** Keeps records in a file of their own. Rejects, and then nothing has changed, when that fails. */
  async append(records: readonly ProgressRecord[]): Promise<void> {
    const name = `j-${this.#stamp()}`;
    await this.#options.files.write(name, records.map(encodeRecord).join('\n'));
    this.#remember(name);
  }

  /** Reads what has been written since the last time. False when that was nothing new. */
  async refresh(): Promise<boolean> {
    let changed = false;
    let gone = 0;
    // A file that vanished has been folded by another window: what it held stands in a newer one.
    for (let vanished = true; vanished; ) {
      const names = await this.#list();
      if (!names) return changed;
      const present = new Set(names);
      for (const [name, order] of this.#read) {
        if (present.has(name)) continue;
        gone = Math.max(gone, order);
        this.#forget(name);
      }
      const fresh = names.filter((name) => isProgress(name) && !this.#read.has(name) && !this.#leave.has(name));
      const read = await Promise.all(fresh.map((name) => this.#readFile(name)));
      vanished = read.includes(false);
      changed ||= read.includes(true);
    }
    // Files are gone and no snapshot came after them: someone has deleted them. What they held is still in memory.
    const snapshots = [...this.#read].filter(([name]) => name.startsWith('s-')).map(([, order]) => order);
    if (gone > Math.max(0, ...snapshots)) await this.save().catch(() => undefined);
    return changed;
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
    const old = this.#options.now() - abandoned;
    const names = (await this.#list()) ?? [];
    for (const name of names) if (name.startsWith('writing-') && writtenAt(name) < old) await this.#remove(name);
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

  /** False when the file is gone. */
  async #readFile(name: string): Promise<boolean> {
    const { files, onTrouble } = this.#options;
    let text: string;
    try {
      text = await files.read(name);
    } catch (error) {
      const isGone = !(await this.#list())?.includes(name);
      if (!isGone) {
        this.#leave.add(name);
        onTrouble({ fault: 'unreadable-file', where: `${name}: ${String(error)}` });
      }
      return !isGone;
    }
    const fault = this.#add(name, text);
    if (!fault) {
      this.#remember(name);
      return true;
    }
    this.#leave.add(name);
    const where = fault === 'damaged' ? await this.#replaceDamaged(name, text) : name;
    onTrouble({ fault, where });
    return true;
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

  #remember(name: string): void {
    this.#read.set(name, ++this.#order);
    if (name.startsWith('j-')) this.#singles++;
  }

  #forget(name: string): void {
    this.#read.delete(name);
    if (name.startsWith('j-')) this.#singles--;
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
  return Number.parseInt(/^writing-[a-z]-([0-9a-z]+)-/.exec(name)?.[1] ?? '', 36);
}
