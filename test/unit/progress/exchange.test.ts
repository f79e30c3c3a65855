import assert from 'node:assert/strict';
import fc from 'fast-check';
import { exportProgress, importProgress } from '../../../src/progress/exchange';
import { answer, MemoryFiles, MemoryState, openStore, reviewsOf, schedulesOf } from '../fakes/progress';

const start = 1_763_700_000_000;

describe('an export of progress', () => {
  it('imported elsewhere adds what is missing there, and nothing twice (F32)', async () => {
    const here = (await openStore(new MemoryFiles(), undefined, { device: 'here' })).store;
    const there = (await openStore(new MemoryFiles(), undefined, { device: 'there' })).store;
    for (let n = 0; n < 30; n++) await here.add(answer(`card-${n % 7}`, start + n * 50_000_000, n % 3 ? 3 : 1));
    for (let n = 0; n < 10; n++) await there.add(answer(`card-${n}`, start + n * 40_000_000));
    await here.undo(await here.add(answer('card-1', start + 2e9)));
    await here.mark(answer('marked', start).known, { at: 5, hold: 'suspended' });

    const imported = importProgress(exportProgress(here.ledger, start));
    assert.ok(typeof imported === 'object');
    assert.deepEqual(imported.unreadable, []);
    assert.deepEqual(there.preview(imported.ledger).adds, { reviews: 31, cards: 7 });
    for (let times = 0; times < 2; times++) {
      await there.merge(imported.ledger);
      assert.equal(there.tally.reviews, 40);
    }
    assert.equal(there.marks.get('marked')?.hold, 'suspended');
    assert.equal(there.preview(imported.ledger).adds.reviews, 0);

    const back = importProgress(exportProgress(there.ledger, start));
    assert.ok(typeof back === 'object');
    await here.merge(back.ledger);
    assert.deepEqual(reviewsOf(here), reviewsOf(there));
    assert.deepEqual(schedulesOf(here), schedulesOf(there));
  });

  it('holds the cards that are named in their notes, which have no key', async () => {
    const { store } = await openStore(new MemoryFiles());
    const named = { id: 'kafka-isr', kind: 'question', key: '', print: '' } as const;
    await store.add({ ...answer('kafka-isr', start), known: named });
    const imported = importProgress(exportProgress(store.ledger, start));
    assert.ok(typeof imported === 'object');
    assert.deepEqual(imported.unreadable, []);
    const { store: other } = await openStore(new MemoryFiles());
    await other.merge(imported.ledger);
    assert.deepEqual(reviewsOf(other), reviewsOf(store));
  });

  it('is kept once it is imported', async () => {
    const { store } = await openStore(new MemoryFiles(), undefined, { device: 'here' });
    await store.add(answer('card', start));
    const imported = importProgress(exportProgress(store.ledger, start));
    assert.ok(typeof imported === 'object');
    const files = new MemoryFiles();
    const state = new MemoryState();
    const other = await openStore(files, state);
    await other.store.merge(imported.ledger);
    await other.store.settled();
    for (const place of [files, new MemoryFiles()]) {
      assert.equal((await openStore(place, state)).store.schedule('card')?.reps, 1);
    }
  });

  it('that is none is refused, and what can’t be read in one is left out and counted', () => {
    for (const text of ['', 'hello', '[]', '{"format":"anki"}', '{"format":"interview-study-progress"}']) {
      assert.equal(importProgress(text), 'no-export');
    }
    const newer = { format: 'interview-study-progress', version: 9, cards: [] };
    assert.equal(importProgress(JSON.stringify(newer)), 'newer');
    assert.equal(importProgress(JSON.stringify({ ...newer, cards: { a: {} } })), 'newer', 'of another shape too');
    const good = {
      ...answer('good', start).known,
      reviews: [{ device: 'a', at: '2026-01-02T03:04:05.000Z', grade: 3 }],
    };
    const bad = [
      null,
      7,
      { ...good, id: '' },
      { ...good, reviews: [{ device: 'a', at: 'yesterday', grade: 3 }] },
      { ...good, reviews: [{ device: 'a b', at: '2026-01-02T03:04:05.000Z', grade: 3 }] },
      { ...good, reviews: [{ device: 'a', at: '2026-01-02T03:04:05.000Z', grade: 9 }] },
    ];
    const imported = importProgress(JSON.stringify({ ...newer, version: 1, cards: [good, ...bad] }));
    assert.ok(typeof imported === 'object');
    assert.equal(imported.unreadable.length, bad.length);
    assert.equal(imported.ledger.size, 1);
  });

  it('cut or changed anywhere never throws', () => {
    const known = answer('card', start).known;
    const reviews = [{ device: 'a', at: '2026-01-02T03:04:05.000Z', grade: 3 }];
    const text = JSON.stringify({ format: 'interview-study-progress', version: 1, cards: [{ ...known, reviews }] });
    fc.assert(
      fc.property(fc.nat(text.length), fc.string({ maxLength: 4 }), (at, put) => {
        importProgress(text.slice(0, at));
        importProgress(text.slice(0, at) + put + text.slice(at + put.length));
      }),
    );
  });
});
