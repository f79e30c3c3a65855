import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Ledger } from '../../../src/progress/ledger';
import type { Mark } from '../../../src/progress/progress';
import { decodeRecord, encodeRecord } from '../../../src/progress/record';
import { addSnapshot, encodeSnapshot } from '../../../src/progress/snapshot';
import type { Schedule } from '../../../src/schedule/types';
import { MemoryFiles, openStore } from '../fakes/progress';

const start = 1_763_700_000;
const known = { id: 'card', kind: 'question', key: 'card', print: 'AAAAAAAAAAA' } as const;
const after: Schedule = {
  phase: 'review',
  step: 0,
  due: (start + 86_400) * 1000,
  lastReview: start * 1000,
  stability: 2,
  difficulty: 5,
  reps: 1,
  lapses: 0,
};

describe('marks', () => {
  it('are there again after a restart, on a card never reviewed too, and after a fold', async () => {
    const files = new MemoryFiles();
    const { store } = await openStore(files);
    await store.mark(known, { at: start, hold: 'suspended', flagged: true });
    for (let n = 0; n < 120; n++) await store.mark({ ...known, id: `c${n}` }, { at: start, hold: 'buried' });
    await store.refresh();
    const { store: again, troubles } = await openStore(files);
    assert.deepEqual(again.marks.get('card'), { at: start, hold: 'suspended', flagged: true });
    assert.deepEqual(again.marks.get('c119'), { at: start, hold: 'buried' });
    assert.ok(again.known.some(({ id }) => id === 'card'));
    assert.equal(again.newSince(0), 0);
    assert.deepEqual(troubles, []);
  });

  it('let the card begin anew when it is reset, and go on from there', async () => {
    const { store } = await openStore(new MemoryFiles());
    const answer = { known, grade: 3, at: start * 1000, took: 1000, after } as const;
    await store.add(answer);
    await store.mark(known, { at: start + 9, reset: start + 9 });
    assert.equal(store.schedule('card'), undefined);
    // In the very second of the reset.
    await store.add({ ...answer, at: (start + 9) * 1000 });
    assert.equal(store.schedule('card')?.reps, 1);
    assert.equal(store.spentSince(0), 1000);
  });

  it('of all windows and devices come out the same in whatever order they arrive', () => {
    const time = fc.integer({ min: start, max: start + 6 });
    const mark: fc.Arbitrary<Mark> = fc.record(
      { at: time, hold: fc.constantFrom('suspended', 'buried'), flagged: fc.constant(true), reset: time },
      { requiredKeys: ['at'], noNullPrototype: true },
    );
    const record = fc.oneof(
      mark.map((each) => ({ type: 'mark', mark: each, known }) as const),
      time.map((at) => {
        const review = { card: 'card', at, grade: 3, took: 5 } as const;
        return { type: 'review', review, after: { ...after, lastReview: at * 1000 }, known } as const;
      }),
    );
    const outcome = (ledger: Ledger) => ledger.card('card');
    fc.assert(
      fc.property(fc.array(record, { minLength: 1, maxLength: 8 }), fc.nat(), (records, cut) => {
        const forward = new Ledger();
        for (const each of records) forward.add(each);
        const backward = new Ledger();
        for (const each of records.toReversed()) backward.add(decodeRecord(encodeRecord(each))!);
        assert.deepEqual(outcome(backward)?.mark, outcome(forward)?.mark);
        assert.deepEqual(outcome(backward)?.entries, outcome(forward)?.entries);

        // A snapshot that sums up some of them, and all of them once more.
        const part = new Ledger();
        for (const each of records.slice(0, cut % records.length)) part.add(each);
        const snapshot = encodeSnapshot(part, { recent: start + 3 });
        const met = new Ledger();
        for (const each of records) met.add(each);
        assert.equal(addSnapshot(met, snapshot), undefined);
        assert.deepEqual(outcome(met)?.mark, outcome(forward)?.mark);
      }),
    );
  });
});
