import assert from 'node:assert/strict';
import { addCopy, encodeCopy } from '../../../src/progress/copy';
import { Ledger } from '../../../src/progress/ledger';
import { encodeSnapshot } from '../../../src/progress/snapshot';
import { addManyReviews } from '../fakes/manyReviews';
import { fsrsScheduler, MemoryFiles, MemoryState, openStore } from '../fakes/progress';

const end = 1_763_700_000;

describe('progress at its limits', () => {
  it('of 10,000 cards and 200,000 reviews stays in globalState under 512 KiB, whole, and comes back from there (F3)', async function () {
    this.timeout(120_000);
    const ledger = new Ledger();
    addManyReviews(ledger, 10_000, 20, end);
    ledger.reckon(fsrsScheduler, end);
    const files = new MemoryFiles();
    files.all.set('s-1-w-1', encodeSnapshot(ledger, fsrsScheduler.id));
    const state = new MemoryState();
    const { store } = await openStore(files, state);
    await store.settled();
    const size = JSON.stringify(Object.fromEntries(state.all)).length;
    assert.ok(size < 512 * 1024, `${size} characters`);

    const { store: copied } = await openStore(new MemoryFiles(), state);
    assert.equal(copied.tally.reviews, 200_000);
    let differing = 0;
    for (const [card, { stability }] of store.schedules) {
      if (copied.schedule(card)?.stability !== stability) differing++;
    }
    assert.equal(differing, 0, 'schedules are the same, by the day');
  });

  it('beyond them keeps the copy under the limit', () => {
    const ledger = new Ledger();
    addManyReviews(ledger, 1_000, 60, end);
    ledger.reckon(fsrsScheduler, end);
    const { text, leftOut } = encodeCopy(ledger, ['device'], { limit: 50_000 });
    assert.ok(text.length <= 50_500, `${text.length} characters`);
    const copied = new Ledger();
    assert.equal(addCopy(copied, text), undefined);
    assert.ok(leftOut > 0);
    assert.equal(copied.size + leftOut, 1_000);
  });

  it('answered ten thousand times in one day fits too', () => {
    const ledger = new Ledger();
    for (let n = 0; n < 10_000; n++) {
      const card = `card-${n % 500}`;
      const known = { id: card, kind: 'question', key: card, print: '' } as const;
      ledger.add({ type: 'review', review: { card, at: end + n * 5, grade: 3, took: 0 }, known }, 'device');
    }
    ledger.reckon(fsrsScheduler, end + 50_000);
    assert.ok(encodeCopy(ledger, ['device'], { limit: 500_000 }).text.length < 40_000);
  });
});
