import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { answer, MemoryFiles, MemoryState, openStore, reviewsOf, schedulesOf } from '../fakes/progress';

interface Stored {
  readonly now: number;
  readonly files: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, unknown>>;
  /** The reviews that count, as `second:grade`, by card. */
  readonly reviews: Readonly<Record<string, readonly string[]>>;
}

const stored: Stored = JSON.parse(readFileSync('test/fixtures/progress/version-1.json', 'utf8'));
const expected = Object.entries(stored.reviews)
  .flatMap(([card, reviews]) => reviews.map((review) => `${card}@${review}`))
  .sort();
const device = 'k3v9x1m7q2ab';
const now = () => stored.now;

function filesOf(names: (name: string) => boolean): MemoryFiles {
  const files = new MemoryFiles();
  for (const [name, text] of Object.entries(stored.files)) if (names(name)) files.all.set(name, text);
  return files;
}

async function stateOf(): Promise<MemoryState> {
  const state = new MemoryState();
  for (const [key, value] of Object.entries(stored.state)) await state.set(key, value);
  return state;
}

describe('progress of version 1', () => {
  it('is read whole, review by review, with its marks, and goes on in the present format', async () => {
    const files = filesOf(() => true);
    const state = await stateOf();
    const { store, troubles } = await openStore(files, state, { device, now });
    await store.settled();
    assert.deepEqual(reviewsOf(store), expected);
    assert.deepEqual(store.marks.get('card-3')?.hold, 'suspended');
    assert.deepEqual(troubles, []);
    const before = schedulesOf(store);

    for (let n = 0; n < 100; n++) await store.add(answer('new', stored.now + n * 1000));
    await store.settled();
    assert.ok(![...files.all.keys()].some((name) => name.startsWith('h-')), 'the history is folded in');
    assert.ok(!state.keys().some((key) => key.includes(device)), 'the old copy is replaced');
    for (const place of [files, new MemoryFiles()]) {
      const { store: again } = await openStore(place, state, { device, now });
      assert.equal(again.tally.reviews, expected.length + 100);
      const withoutNew = schedulesOf(again).filter(([card]) => card !== 'new');
      if (place === files) assert.deepEqual(withoutNew, before);
    }
  });

  it('counts as much where only sums are left of it: the history is gone, or the whole folder', async () => {
    const whole = await openStore(
      filesOf(() => true),
      await stateOf(),
      { device, now },
    );
    for (const files of [filesOf((name) => !name.startsWith('h-')), new MemoryFiles()]) {
      const state = await stateOf();
      const { store, troubles } = await openStore(files, state, { device, now });
      await store.settled();
      assert.deepEqual(troubles, []);
      assert.equal(store.tally.reviews, whole.store.tally.reviews);
      for (const [card, { due, reps }] of whole.store.schedules) {
        const schedule = store.schedule(card)!;
        assert.equal(schedule.reps, reps, card);
        assert.ok(Math.abs(schedule.due - due) < 0.05 * Math.abs(due - stored.now) + 2_000, card);
      }
      // Sums that meet reviews again are not added to them.
      const { store: again } = await openStore(files, state, { device, now });
      assert.equal(again.tally.reviews, whole.store.tally.reviews);
    }
  });

  it('that is damaged keeps its intact lines', async () => {
    const files = filesOf(() => true);
    const history = [...files.all.keys()].find((name) => name.startsWith('h-'))!;
    const text = files.all.get(history)!;
    files.all.set(history, `${text.slice(0, 500)}?${text.slice(501)}`);
    const { store, troubles } = await openStore(files, await stateOf(), { device, now });
    assert.deepEqual(
      troubles.map(({ fault }) => fault),
      ['damaged'],
    );
    assert.ok(store.tally.reviews >= expected.length - 1);
  });
});
