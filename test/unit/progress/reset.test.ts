import assert from 'node:assert/strict';
import { answer, MemoryFiles, MemoryState, openStore, reviewsOf } from '../fakes/progress';

const start = 1_763_700_000_000;

describe('a reset', () => {
  it('lets everything begin anew, in other windows and from the copy too, and can be taken back', async () => {
    const files = new MemoryFiles();
    const state = new MemoryState();
    let now = start;
    const clock = { now: () => now };
    const { store } = await openStore(files, state, clock);
    for (let n = 0; n < 120; n++) {
      now += 1000;
      await store.add(answer(`card-${n % 50}`, now));
    }
    await store.settled();
    const other = await openStore(files, state, clock);
    const before = reviewsOf(store);

    now += 1000;
    const reset = await store.reset();
    assert.equal(store.schedules.size, 0);
    await other.store.refresh();
    assert.equal(other.store.schedules.size, 0);
    assert.equal(other.store.known.length, 50, 'the cards are still known');

    await store.add(answer('card-1', now));
    assert.deepEqual([store.schedules.size, store.schedule('card-1')?.reps], [1, 1]);
    await store.settled();
    for (const place of [files, new MemoryFiles()]) {
      const { store: again } = await openStore(place, state, clock);
      assert.deepEqual([again.schedules.size, again.schedule('card-1')?.reps], [1, 1]);
    }

    await store.undoReset(reset);
    assert.equal(store.tally.reviews, 121);
    assert.deepEqual(store.resets, []);
    await other.store.refresh();
    assert.deepEqual(reviewsOf(other.store), reviewsOf(store));
    assert.ok(before.every((each) => reviewsOf(store).includes(each)));
  });

  it('counts for reviews of before that arrive later', async () => {
    const files = new MemoryFiles();
    const late = new MemoryFiles();
    await (await openStore(late)).store.add(answer('card', start - 5_000));
    const { store } = await openStore(files);
    await store.reset();
    for (const [name, text] of late.all) files.all.set(name, text);
    await store.refresh();
    assert.equal(store.schedules.size, 0);
  });
});
