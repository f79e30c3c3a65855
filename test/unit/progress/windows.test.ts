import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fnv1a } from '../../../src/progress/fnv1a';
import type { ProgressState } from '../../../src/progress/ports';
import type { ProgressStore } from '../../../src/progress/store';
import type { Files } from '../../../src/study/files';
import { answer, MemoryFiles, openStore } from '../fakes/progress';

const start = 1_763_700_000_000;
const day = 86_400_000;

/** Windows of one user over one folder and one `globalState`. Everything takes its time, of which only the seed decides. */
class Profile {
  readonly files = new MemoryFiles();
  state: ReadonlyMap<string, unknown> = new Map();
  readonly windows = new Set<Window>();
  #seed: number;

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** A number from 0 up to `below`. */
  dice(below: number): number {
    this.#seed = (Math.imul(this.#seed, 1103515245) + 12345) >>> 0;
    return Math.floor((this.#seed / 2 ** 32) * below);
  }

  async pass(turns: number): Promise<void> {
    for (let n = this.dice(turns); n > 0; n--) await undefined;
  }

  loseFolder(): void {
    this.files.all.clear();
    this.windows.clear();
  }
}

/** One window: what it asks of the disk after its death never happens. Its copy of `globalState` is replaced whenever another window writes. */
class Window implements Files, ProgressState {
  store!: ProgressStore;
  readonly troubles: unknown[] = [];
  #own: Map<string, unknown>;
  #isDead = false;

  private constructor(readonly profile: Profile) {
    this.#own = new Map(profile.state);
  }

  static async open(profile: Profile, name: string): Promise<Window> {
    const window = new Window(profile);
    profile.windows.add(window);
    const { store, troubles } = await openStore(profile.files, undefined, {
      files: window,
      state: window,
      window: name,
      wait: () => profile.pass(400),
    });
    window.store = store;
    window.troubles.push(...troubles);
    return window;
  }

  kill(): void {
    this.#isDead = true;
    this.profile.windows.delete(this);
  }

  list(): Promise<readonly string[]> {
    return this.#onDisk(() => this.profile.files.list());
  }

  read(name: string): Promise<string> {
    return this.#onDisk(() => this.profile.files.read(name));
  }

  write(name: string, text: string): Promise<void> {
    return this.#onDisk(() => this.profile.files.write(name, text));
  }

  remove(name: string): Promise<void> {
    return this.#onDisk(() => this.profile.files.remove(name));
  }

  keys(): readonly string[] {
    return [...this.#own.keys()];
  }

  get(key: string): unknown {
    return this.#own.get(key);
  }

  async set(key: string, value: unknown): Promise<void> {
    if (value === undefined) this.#own.delete(key);
    else this.#own.set(key, value);
    await this.#onDisk(async () => {
      this.profile.state = new Map(this.#own);
      for (const window of this.profile.windows) if (window !== this) window.#own = new Map(this.profile.state);
    });
  }

  sync(): void {}

  async #onDisk<T>(work: () => Promise<T>): Promise<T> {
    await this.profile.pass(20);
    if (this.#isDead) return new Promise(() => undefined);
    const done = await work().then(
      (value) => () => value,
      (error) => () => {
        throw error;
      },
    );
    await this.profile.pass(20);
    return this.#isDead ? new Promise(() => undefined) : done();
  }
}

/** Names whose numbers are the same at first. */
const names = ['w', 'x', 'y'].map((letter) => {
  for (let n = 0; ; n++) if (fnv1a(`${letter}${n}`) % 1000 === 7) return `${letter}${n}`;
});

interface Step {
  readonly do: 'answer' | 'refresh' | 'settle' | 'reload' | 'kill';
  readonly window: number;
  /** How many answers. */
  readonly count: number;
  /** Days before the last. */
  readonly ago: number;
}

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    do: fc.constantFrom('answer', 'answer', 'answer', 'refresh', 'settle', 'reload', 'kill'),
    window: fc.nat(2),
    count: fc.constantFrom(1, 3, 40),
    ago: fc.constantFrom(0, 0, 1, 5, 9),
  }),
  { maxLength: 25 },
);

/** Every review that counts, as `card@second:milliseconds`: the milliseconds are the review's name. */
function namesOf(store: ProgressStore): string[] {
  return [...store.ledger.accounts()]
    .flatMap((account) =>
      store.ledger.reviews(account).counted.map(({ at, took }) => `${account.known.id}@${at}:${took}`),
    )
    .sort();
}

describe('windows of one user', () => {
  it('end with the same union, none lost and none doubled, in whatever order they answer, read, fold, copy and die', async function () {
    this.timeout(120_000);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 2 ** 31 }), steps, async (seed, all) => {
        const profile = new Profile(seed);
        const windows = await Promise.all(names.map((name) => Window.open(profile, name)));
        const acknowledged: string[] = [];
        const given = new Set<string>();
        let named = 0;
        const give = async ({ store }: Window, count: number, at: number) => {
          const kept = Array.from({ length: count }, async (_, n) => {
            const took = ++named;
            given.add(String(took));
            const review = await store.add({ ...answer(`card-${n % 3}`, at), took });
            acknowledged.push(`${review.card}@${review.at}:${took}`);
          });
          await Promise.all(kept);
        };
        const running: Promise<unknown>[] = [];
        for (const [n, step] of all.entries()) {
          const window = windows[step.window]!;
          const { store } = window;
          if (step.do === 'answer') running.push(give(window, step.count, start - step.ago * day));
          if (step.do === 'refresh') running.push(store.refresh());
          if (step.do === 'settle') running.push(store.settled());
          if (step.do === 'kill') window.kill();
          if (step.do === 'kill' || step.do === 'reload') {
            windows[step.window] = await Window.open(profile, `${names[step.window]}${n}`);
          }
          await profile.pass(300);
        }
        // What a dead window was about to do never ends.
        await Promise.race([
          Promise.all(running),
          (async () => {
            for (let n = 0; n < 20_000; n++) await undefined;
          })(),
        ]);
        for (let round = 0; round < 2; round++) {
          for (const { store } of windows) {
            await store.refresh();
            await store.settled();
          }
        }
        const kept = namesOf(windows[0]!.store);
        assert.deepEqual(
          acknowledged.filter((each) => !kept.includes(each)),
          [],
        );
        assert.equal(new Set(kept.map((each) => each.slice(each.indexOf(':')))).size, kept.length, 'none is doubled');
        assert.ok(kept.every((each) => given.has(each.slice(each.indexOf(':') + 1))));
        const again = await Window.open(profile, 'again');
        for (const { store, troubles } of [...windows, again]) {
          assert.deepEqual(troubles, []);
          assert.deepEqual(namesOf(store), kept);
          assert.equal(store.tally.reviews, kept.length);
        }

        // The folder is lost. Copies know the older days only by their grades; what is answered on such a day now counts beside them.
        profile.loseFolder();
        const [one, two] = [await Window.open(profile, 'one'), await Window.open(profile, 'two')];
        assert.equal(one.store.tally.reviews, kept.length);
        for (const ago of [9, 5, 1, 0])
          await Promise.all([give(one, 3, start - ago * day), give(two, 2, start - ago * day)]);
        for (const { store } of [one, two, one]) {
          await store.refresh();
          await store.settled();
        }
        for (const { store } of [one, two]) assert.equal(store.tally.reviews, kept.length + 20);
      }),
      { numRuns: 60 },
    );
  });
});
