import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Grade } from '../../../src/schedule/types';
import { answer, fsrsScheduler, MemoryFiles, MemoryState, openStore, reviewsOf, schedulesOf } from '../fakes/progress';

const day = 86_400_000;
const year = 365 * day;
const start = 1_763_700_000_000;

describe('a clock that is wrong', () => {
  it('loses no review and doubles none, however it jumps, and every due date can be lived to see', async () => {
    const jump = fc.constantFrom(0, 60_000, day, -day, year, -year, 3_600_000, -3_600_000);
    const step = fc.record({ jump, card: fc.constantFrom('a', 'b'), grade: fc.constantFrom<Grade>(1, 2, 3, 4) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const files = new MemoryFiles();
        let now = start;
        let { store } = await openStore(files, undefined, { now: () => now });
        for (const { jump: by, card, grade } of steps) {
          now += 20_000 + by;
          await store.add(answer(card, now, grade));
          ({ store } = await openStore(files, undefined, { now: () => now }));
        }
        assert.equal(reviewsOf(store).length, steps.length);
        // The clock is right again.
        now = start + 12 * 20_000;
        ({ store } = await openStore(files, undefined, { now: () => now }));
        assert.equal(reviewsOf(store).length, steps.length);
        for (const [, { due, lastReview, stability, reps }] of schedulesOf(store)) {
          assert.ok(reps > 0 && Number.isFinite(stability));
          assert.ok(due <= now + 2 * day + Math.max(4, stability * 1.5) * day, `due ${new Date(due).toISOString()}`);
          assert.ok(due >= Math.min(lastReview, now));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('that was a year ahead hides no card for a year, and an answer settles it', async () => {
    let now = start + year;
    const { store } = await openStore(new MemoryFiles(), undefined, { now: () => now });
    for (; now < start + year + 1_800_000; now += 600_000) await store.add(answer('card', now, 4));
    now = start;
    store.use({ ...fsrsScheduler, id: 'again' });
    assert.ok(store.schedule('card')!.due <= now, 'it is due');
    await store.add(answer('card', now, 3));
    const { due } = store.schedule('card')!;
    assert.ok(due > now && due < now + 60 * day, new Date(due).toISOString());
  });

  it('in another time zone, or where summer time begins, tells the same dates', async () => {
    const zone = process.env['TZ'];
    const outcomes = new Set<string>();
    try {
      for (const name of ['UTC', 'Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe', 'Pacific/Apia']) {
        process.env['TZ'] = name;
        const files = new MemoryFiles();
        const state = new MemoryState();
        const { store } = await openStore(files, state);
        // Over the nights on which clocks are changed.
        for (let n = 0; n < 40; n++) {
          await store.add(answer(`card-${n % 3}`, Date.UTC(2026, 2, 7, n * 5), ((n % 4) + 1) as Grade));
        }
        await store.settled();
        process.env['TZ'] = 'Europe/Berlin';
        const { store: there } = await openStore(files, state);
        const { store: copied } = await openStore(new MemoryFiles(), state);
        outcomes.add(JSON.stringify([schedulesOf(store), schedulesOf(there)]));
        assert.equal(copied.tally.reviews, 40);
      }
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
    assert.equal(outcomes.size, 1);
  });
});
