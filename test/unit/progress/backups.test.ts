import assert from 'node:assert/strict';
import { type Backup, worthKeeping } from '../../../src/progress/backups';
import { answer, MemoryFiles, MemoryState, openStore, reviewsOf } from '../fakes/progress';

const start = 1_763_700_000_000;
const minute = 60_000;
const day = 86_400_000;

describe('backups', () => {
  it('are made as one studies, half an hour apart, and thinned: the last hours, days, weeks and months stay', async () => {
    const backups = new MemoryFiles();
    let now = start;
    const { store } = await openStore(new MemoryFiles(), new MemoryState(), { backups, now: () => now });
    for (let session = 0; session < 400; session++) {
      now = start + session * day + (session % 3) * 40 * minute;
      await store.add(answer(`card-${session}`, now));
      await store.settled();
      await store.add(answer(`card-${session}`, now + minute));
      await store.settled();
    }
    const kept = await store.backups();
    const ages = kept.map(({ at }) => (now - at) / day);
    assert.ok(kept.length >= 25 && kept.length <= 41, `${kept.length}`);
    assert.equal(ages[0], 0);
    assert.equal(ages.filter((age) => age < 9.5).length, 10, 'each of the last days');
    assert.ok(Math.max(...ages) > 200, 'months back');
    for (const [n, age] of ages.entries())
      assert.ok(n === 0 || age - ages[n - 1]! < 36, 'no hole of more than a month');
  });

  it('of an evening are as many as ten', () => {
    const evening = Array.from({ length: 40 }, (_, n): Backup => ({ name: `${n}`, at: start + n * 30 * minute }));
    assert.equal(worthKeeping(evening).length, 10);
  });

  it('are restored as a union: what is missing comes back, nothing goes', async () => {
    const backups = new MemoryFiles();
    const first = await openStore(new MemoryFiles(), new MemoryState(), { backups });
    for (let n = 0; n < 20; n++) await first.store.add(answer(`card-${n % 4}`, start + n * minute));
    await first.store.settled();

    // All is lost but the backups, and more has been studied since.
    const { store } = await openStore(new MemoryFiles(), new MemoryState(), { backups, now: () => start + day });
    await store.add(answer('new', start + day));
    const [backup] = await store.backups();
    const held = await store.readBackup(backup!);
    assert.deepEqual(store.preview(held), {
      holds: { reviews: 20, cards: 4 },
      adds: { reviews: 20, cards: 4 },
      resets: 0,
    });
    await store.restore(held);
    assert.deepEqual(reviewsOf(store), [...reviewsOf(first.store), `new@${(start + day) / 1000}:3`].sort());
  });

  it('undo a reset that was made after them', async () => {
    const { store } = await openStore(new MemoryFiles());
    await store.add(answer('card', start - minute));
    await store.settled();
    await store.reset();
    const [backup] = await store.backups();
    const held = await store.readBackup(backup!);
    assert.deepEqual([store.preview(held).adds.reviews, store.preview(held).resets], [0, 1]);
    await store.restore(held);
    assert.equal(store.schedule('card')?.reps, 1);
  });
});
