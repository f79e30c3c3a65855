import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Ledger } from '../../../src/progress/ledger';
import type { ProgressStore } from '../../../src/progress/store';
import { addManyReviews } from '../fakes/manyReviews';
import { answer, MemoryFiles, MemoryState, openStore, reviewsOf } from '../fakes/progress';
import { SyncedMachine, SyncService } from '../fakes/settingsSync';

const start = 1_763_700_000_000;

/** A machine with its folder, its `globalState` and perhaps an open window. */
class Machine {
  readonly files = new MemoryFiles();
  readonly state = new MemoryState();
  readonly code = new SyncedMachine(this.state.all);
  readonly troubles: unknown[] = [];
  store: ProgressStore | undefined;

  constructor(
    readonly name: string,
    readonly now: () => number,
  ) {
    this.state.sync = (keys) => this.code.setKeysForSync(keys);
  }

  async open(): Promise<ProgressStore> {
    if (this.store) return this.store;
    const { store, troubles } = await openStore(this.files, this.state, { device: this.name, now: this.now });
    this.troubles.push(...troubles);
    this.store = store;
    return store;
  }

  /** A window that gets the focus reads what sync has brought, and puts back what it took. */
  async focus(): Promise<void> {
    const store = await this.open();
    await store.refresh();
    await store.settled();
  }
}

type Step =
  | { readonly do: 'review' | 'undo'; readonly machine: number; readonly card: string; readonly grade: 1 | 2 | 3 | 4 }
  | { readonly do: 'sync' | 'focus' | 'kill' | 'upgrade'; readonly machine: number };

const machine = fc.nat(2);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom('review' as const, 'review' as const, 'review' as const, 'undo' as const),
      machine,
      card: fc.constantFrom('a', 'b', 'c'),
      grade: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
    }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('sync' as const, 'focus' as const), machine }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('kill' as const, 'upgrade' as const), machine }) },
);

async function run(steps: readonly Step[], apart: number): Promise<void> {
  let now = start;
  const machines = ['laptop', 'desktop', 'office'].map((name) => new Machine(name, () => now));
  const service = new SyncService();
  const kept = new Map<string, string>();
  for (const each of steps) {
    const on = machines[each.machine]!;
    now += apart;
    switch (each.do) {
      case 'review': {
        const { at } = await (await on.open()).add(answer(each.card, now, each.grade));
        kept.set(`${each.card}@${at}`, `${each.card}@${Math.floor(at / 86_400)}:${each.grade}`);
        break;
      }
      case 'undo': {
        const store = await on.open();
        const account = store.ledger.account(each.card);
        const review =
          account && store.ledger.reviews(account).counted.findLast(({ at }) => kept.has(`${each.card}@${at}`));
        if (!review) break;
        await store.undo({ ...review, card: each.card });
        kept.delete(`${each.card}@${review.at}`);
        break;
      }
      case 'sync':
        on.code.sync(service);
        break;
      case 'focus':
        await on.focus();
        break;
      case 'kill':
        on.store = undefined;
        break;
      case 'upgrade':
        on.code.version += 1;
        on.store = undefined;
        break;
    }
  }
  // In the end every machine has the same version and syncs a few times, in turn.
  const newest = Math.max(...machines.map(({ code }) => code.version));
  for (const { code } of machines) code.version = newest;
  for (let round = 0; round < 4; round++) {
    for (const each of machines) {
      each.store = undefined;
      await each.focus();
      each.code.sync(service);
    }
  }
  for (const each of machines) {
    const store = await each.open();
    await each.focus();
    const reviews = reviewsOf(store).map((review) => {
      const [card, at, grade] = review.split(/[@:]/);
      return `${card}@${Math.floor(Number(at) / 86_400)}:${grade}`;
    });
    assert.deepEqual(reviews.sort(), [...kept.values()].sort(), each.name);
    assert.deepEqual(each.troubles, []);
    const first = machines[0]!.store!;
    for (const [card, { stability, reps }] of store.schedules) {
      assert.deepEqual([stability, reps], [first.schedule(card)!.stability, first.schedule(card)!.reps]);
    }
  }
}

describe('Settings Sync', () => {
  it('ends with the union of all reviews on every device, whatever it overwrites on the way (F6)', async () => {
    const hours = fc.constantFrom(20_000, 3_600_000, 30 * 3_600_000);
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 40 }), hours, run), {
      numRuns: 300,
      // A review is known to the second there, and taken back when only its day is copied.
      examples: [
        [
          [
            { do: 'review', machine: 1, card: 'a', grade: 1 },
            { do: 'focus', machine: 0 },
            { do: 'review', machine: 1, card: 'c', grade: 1 },
            { do: 'sync', machine: 1 },
            { do: 'undo', machine: 1, card: 'a', grade: 1 },
          ],
          30 * 3_600_000,
        ],
      ],
    });
  });

  it('is not asked to carry more than it can: beyond that the keys are no longer named, and that is told', async () => {
    const state = new MemoryState();
    const { store, troubles } = await openStore(new MemoryFiles(), state);
    await store.add(answer('a', start));
    await store.settled();
    assert.equal(state.synced.length, 16);
    assert.deepEqual(troubles, []);
    const much = new Ledger();
    addManyReviews(much, 4_000, 40, start / 1000);
    await store.merge(much);
    await store.settled();
    assert.deepEqual(state.synced, []);
    assert.deepEqual(
      troubles.map(({ fault }) => fault),
      ['not-synced'],
    );
  });
});
