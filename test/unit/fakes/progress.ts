import type { ProgressState, StoreOptions, Trouble } from '../../../src/progress/ports';
import type { Answer, Scheduler } from '../../../src/progress/progress';
import { ProgressStore } from '../../../src/progress/store';
import { replay } from '../../../src/schedule/schedule';
import type { Grade, Schedule } from '../../../src/schedule/types';
import type { Files } from '../../../src/study/files';

/** A folder in memory. Faults can be put on it: `fail` makes every write reject, as a full disk does. */
export class MemoryFiles implements Files {
  readonly all = new Map<string, string>();
  fail = false;

  async list(): Promise<readonly string[]> {
    return [...this.all.keys()];
  }

  async read(name: string): Promise<string> {
    const text = this.all.get(name);
    if (text === undefined) throw new Error(`no such file: ${name}`);
    return text;
  }

  async write(name: string, text: string): Promise<void> {
    if (this.fail) throw new Error('no space left on device');
    this.all.set(name, text);
  }

  async remove(name: string): Promise<void> {
    if (this.fail) throw new Error('read-only file system');
    this.all.delete(name);
  }

  clone(): MemoryFiles {
    const files = new MemoryFiles();
    for (const [name, text] of this.all) files.all.set(name, text);
    return files;
  }
}

export class MemoryState implements ProgressState {
  readonly all = new Map<string, unknown>();
  synced: readonly string[] = [];
  fail = false;

  keys(): readonly string[] {
    return [...this.all.keys()];
  }

  get(key: string): unknown {
    return this.all.get(key);
  }

  async set(key: string, value: unknown): Promise<void> {
    if (this.fail) throw new Error('no storage');
    if (value === undefined) this.all.delete(key);
    else this.all.set(key, JSON.parse(JSON.stringify(value)));
  }

  sync(keys: readonly string[]): void {
    this.synced = keys;
  }
}

/** FSRS, as the extension uses it. */
export const fsrsScheduler: Scheduler = {
  id: 'fsrs@0.9',
  replay: (from, reviews) =>
    replay(
      reviews.map(({ at, grade }) => ({ at: at * 1000, grade })),
      { retention: 0.9 },
      from,
    ),
};

let windows = 0;

/** One window's store over the given folder and state, and the trouble it met. */
export async function openStore(
  files: MemoryFiles,
  state = new MemoryState(),
  options: Partial<StoreOptions> = {},
): Promise<{ store: ProgressStore; troubles: Trouble[] }> {
  const troubles: Trouble[] = [];
  windows += 1;
  const store = await ProgressStore.open({
    files,
    backups: new MemoryFiles(),
    state,
    scheduler: fsrsScheduler,
    device: 'device',
    window: `w${windows}`,
    now: () => 1_763_700_000_000,
    wait: () => new Promise((resolve) => setTimeout(resolve)),
    onTrouble: (trouble) => troubles.push(trouble),
    ...options,
  });
  return { store, troubles };
}

/** An answer to a card. `at` in milliseconds since 1970. */
export function answer(card: string, at: number, grade: Grade = 3): Answer {
  return { known: { id: card, kind: 'question', key: card, print: 'AAAAAAAAAAA' }, grade, at, took: 1200 };
}

/** All schedules, in the order of their cards. */
export function schedulesOf(store: ProgressStore): [string, Schedule][] {
  return [...store.schedules].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Every review that counts, as `card@second:grade`, in order. */
export function reviewsOf(store: ProgressStore): string[] {
  return [...store.ledger.accounts()]
    .flatMap((account) =>
      store.ledger.reviews(account).counted.map(({ at, grade }) => `${account.known.id}@${at}:${grade}`),
    )
    .sort();
}
