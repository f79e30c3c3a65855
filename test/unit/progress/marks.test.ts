import assert from 'node:assert/strict';
import { answer, MemoryFiles, MemoryState, openStore } from '../fakes/progress';

const start = 1_763_700_000;
const known = { id: 'card', kind: 'question', key: 'card', print: 'AAAAAAAAAAA' } as const;

describe('marks', () => {
  it('are there again after a restart, on a card never reviewed too, and after a fold', async () => {
    const files = new MemoryFiles();
    const { store } = await openStore(files);
    await store.mark(known, { at: start, hold: 'suspended', flagged: true });
    for (let n = 0; n < 120; n++) await store.mark({ ...known, id: `c${n}` }, { at: start, hold: 'buried' });
    await store.settled();
    const { store: again, troubles } = await openStore(files);
    assert.deepEqual(again.marks.get('card'), { at: start, hold: 'suspended', flagged: true });
    assert.deepEqual(again.marks.get('c119'), { at: start, hold: 'buried' });
    assert.ok(again.known.some(({ id }) => id === 'card'));
    assert.equal(again.newSince(0), 0);
    assert.deepEqual(troubles, []);
  });

  it('come back from globalState', async () => {
    const state = new MemoryState();
    const { store } = await openStore(new MemoryFiles(), state);
    await store.mark(known, { at: start, hold: 'suspended' });
    await store.settled();
    const { store: again } = await openStore(new MemoryFiles(), state);
    assert.deepEqual(again.marks.get('card'), { at: start, hold: 'suspended' });
  });

  it('let the card begin anew when it is reset, and go on from there', async () => {
    const { store } = await openStore(new MemoryFiles());
    await store.add(answer('card', start * 1000));
    await store.mark(known, { at: start + 9, reset: start + 9 });
    assert.equal(store.schedule('card'), undefined);
    // In the very second of the reset.
    await store.add(answer('card', (start + 9) * 1000));
    assert.equal(store.schedule('card')?.reps, 1);
    assert.equal(store.spentSince(0), 1200);
  });
});
