import { type ProgressFiles, type ProgressState, ProgressStore, type Trouble } from '../../../src/progress/store';

/** A folder in memory. Faults can be put on it: `fail` makes every write reject, as a full disk does. */
export class MemoryFiles implements ProgressFiles {
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
    this.all.delete(name);
  }
}

export class MemoryState implements ProgressState {
  readonly all = new Map<string, unknown>();

  keys(): readonly string[] {
    return [...this.all.keys()];
  }

  get(key: string): unknown {
    return this.all.get(key);
  }

  async set(key: string, value: unknown): Promise<void> {
    if (value === undefined) this.all.delete(key);
    else this.all.set(key, JSON.parse(JSON.stringify(value)));
  }
}

let windows = 0;

/** One window's store over the given folder and state, and the trouble it met. */
export async function openStore(
  files: MemoryFiles,
  state = new MemoryState(),
  now: () => number = () => 1_763_700_000_000,
) {
  const troubles: Trouble[] = [];
  windows += 1;
  const store = await ProgressStore.open({
    files,
    state,
    device: 'device',
    window: `w${windows}`,
    now,
    wait: () => new Promise((resolve) => setTimeout(resolve, 20)),
    onTrouble: (trouble) => troubles.push(trouble),
  });
  return { store, troubles };
}
