import { addCopy, encodeCopy, headOf } from './copy';
import { fnv1a } from './fnv1a';
import type { ProgressFolder } from './folder';
import type { Ledger } from './ledger';
import { addLegacySnapshot, legacyDevice } from './legacy';
import type { StoreOptions } from './ports';
import { decodeRecord, encodeRecord, type Fault, type ProgressRecord } from './record';

/**
 * Keys of `globalState` for the copies, fixed from the start: Settings Sync writes on a device only the keys that the extension has named there.
 * A device has its own, so that two that sync write apart; where two share one, both put their union back.
 */
const keys: readonly string[] = Array.from({ length: 16 }, (_, index) => `progress.${index}`);
/** Characters of all copies together. VS Code warns at 512 KiB. */
const totalLimit = 515_000;
/** Characters that a copy may have however much the others take. */
const leastLimit = 50_000;
/** Characters of all copies up to which they are synced: Settings Sync refuses what is too large, and then syncs no extension at all. */
const syncLimit = 256_000;

/**
 * The copy of the progress in `globalState`: what is left where the folder is lost, and what Settings Sync carries to other devices. VS Code loses
 * and overwrites whole values, so each is read as a part of the union and written again whenever it lacks something.
 */
export class StateCopies {
  readonly #options: StoreOptions;
  readonly #ledger: Ledger;
  readonly #folder: ProgressFolder;
  /** What stood under a key when it was last read or written. */
  readonly #seen = new Map<string, unknown>();
  readonly #newer = new Set<string>();
  readonly #unsaved: ProgressRecord[] = [];
  #synced: boolean | undefined;

  constructor(options: StoreOptions, ledger: Ledger, folder: ProgressFolder) {
    this.#options = options;
    this.#ledger = ledger;
    this.#folder = folder;
  }

  /** Reads what has changed. False when that was nothing. Damaged values are set aside. */
  async refresh(): Promise<boolean> {
    const { state } = this.#options;
    let changed = false;
    for (const key of state.keys()) {
      const value = state.get(key);
      if (value === undefined || this.#seen.get(key) === value || this.#newer.has(key)) continue;
      if (keys.includes(key)) {
        const fault = typeof value === 'string' ? addCopy(this.#ledger, value) : 'damaged';
        await this.#settle(key, value, fault);
      } else if (legacyDevice(key)) {
        const fault = addLegacySnapshot(this.#ledger, value, legacyDevice(key)!);
        await this.#settle(key, value, fault);
      } else if (key.startsWith(unsavedKey(''))) {
        const lines = typeof value === 'string' ? value.split('\n') : [];
        for (const record of lines.map(decodeRecord)) {
          if (typeof record === 'object') this.#ledger.add(record, this.#options.device);
        }
        this.#seen.set(key, value);
      } else continue;
      changed = true;
    }
    return changed;
  }

  /** Writes the copies that lack something. Rejects when one can't be written. */
  async write(): Promise<void> {
    await this.refresh();
    const { state, device, onTrouble } = this.#options;
    const devices = new Map<string, string[]>();
    for (const each of new Set([device, ...this.#ledger.weights.keys()])) {
      const key = keyOf(each);
      devices.set(key, [...(devices.get(key) ?? []), each]);
    }
    for (const [key, held] of devices) {
      if (this.#newer.has(key) || !this.#lacks(key, held)) continue;
      const limit = Math.max(leastLimit, totalLimit - this.#length(key));
      const { text, leftOut } = encodeCopy(this.#ledger, held, { limit });
      await state.set(key, text);
      this.#seen.set(key, text);
      if (leftOut > 0) onTrouble({ fault: 'partial-copy', where: String(leftOut) });
    }
    // What early versions kept stands in the copies now.
    for (const key of state.keys()) if (legacyDevice(key) && !this.#newer.has(key)) await state.set(key, undefined);
    this.#nameForSync();
  }

  /** Keeps records in `globalState` until they can be kept in a file. Rejects when that fails too. */
  async keepUnsaved(records: readonly ProgressRecord[]): Promise<void> {
    const { state, window } = this.#options;
    const all = [...this.#unsaved, ...records];
    const text = all.map(encodeRecord).join('\n');
    await state.set(unsavedKey(window), text);
    this.#unsaved.push(...records);
    this.#seen.set(unsavedKey(window), text);
  }

  /** What is kept in `globalState` for want of a file, by this window and by those that are closed now. */
  get unsaved(): ReadonlyMap<string, unknown> {
    const { state } = this.#options;
    const keys = state.keys().filter((key) => key.startsWith(unsavedKey('')));
    return new Map(
      keys.map((key) => [key, state.get(key)] as const).filter(([key, value]) => this.#seen.get(key) === value),
    );
  }

  /** Forgets what was kept for want of a file; `before` is what `unsaved` was when a snapshot with all of it was begun. */
  async dropUnsaved(before: ReadonlyMap<string, unknown>): Promise<void> {
    const { state, window } = this.#options;
    for (const [key, value] of before) {
      // More has been added meanwhile: it goes the next time.
      if (state.get(key) !== value) continue;
      if (key === unsavedKey(window)) this.#unsaved.length = 0;
      await state.set(key, undefined);
    }
  }

  async #settle(key: string, value: unknown, fault: Fault | undefined): Promise<void> {
    const { state, onTrouble } = this.#options;
    if (fault === 'newer') this.#newer.add(key);
    if (fault !== 'damaged') {
      this.#seen.set(key, value);
      if (fault) onTrouble({ fault, where: key });
      return;
    }
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    const name = `${key}-${fnv1a(text).toString(36)}`;
    try {
      const aside = await this.#folder.setAside(name, text);
      await state.set(key, undefined);
      onTrouble({ fault, where: aside });
    } catch {
      // It stays where it is until it can be set aside: a copy is written over it only then.
      this.#newer.add(key);
      onTrouble({ fault, where: key });
    }
  }

  #lacks(key: string, devices: readonly string[]): boolean {
    const { state, device } = this.#options;
    const value = state.get(key);
    if (typeof value !== 'string') return true;
    const head = headOf(value);
    if (keyOf(device) === key && this.#ledger.decisions > head.decisions) return true;
    return devices.some((each) => (this.#ledger.weights.get(each) ?? 0) > (head.weights.get(each) ?? 0));
  }

  /** Characters of all copies. */
  get length(): number {
    return this.#length();
  }

  /** Characters of all copies but one. */
  #length(but?: string): number {
    const { state } = this.#options;
    return keys
      .filter((key) => key !== but)
      .map((key) => state.get(key))
      .reduce((sum: number, value) => sum + (typeof value === 'string' ? value.length : 0), 0);
  }

  #nameForSync(): void {
    const isSynced = this.length <= syncLimit;
    if (isSynced === this.#synced) return;
    this.#synced = isSynced;
    this.#options.state.sync(isSynced ? keys : []);
    if (!isSynced) this.#options.onTrouble({ fault: 'not-synced', where: `${this.length}` });
  }
}

/** The key under which the copy of a device's reviews stands. */
export function keyOf(device: string): string {
  return keys[fnv1a(device) % keys.length]!;
}

function unsavedKey(window: string): string {
  return `progress.unsaved.${window}`;
}
