import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Answer } from '../../../src/progress/progress';
import type { ProgressStore } from '../../../src/progress/store';
import type { Grade } from '../../../src/schedule/types';
import { MemoryFiles, MemoryState, openStore } from '../fakes/progress';

const start = 1_763_700_000_000;

/** The n-th answer to a card: a schedule that counts its reviews, as the scheduler's does. */
function answer(card: string, n: number, at = start + n * 60_000, grade: Grade = 3): Answer {
  return {
    known: { id: card, kind: 'question', key: card, print: 'AAAAAAAAAAA' },
    grade,
    at,
    took: 1200,
    after: {
      phase: 'review',
      step: 0,
      due: at + 86_400_000,
      lastReview: Math.floor(at / 1000) * 1000,
      stability: 1.5 + n,
      difficulty: 5.25,
      reps: n,
      lapses: 0,
    },
  };
}

async function study(store: ProgressStore, cards: number, reviews: number): Promise<void> {
  for (let n = 1; n <= reviews; n++) {
    for (let card = 0; card < cards; card++) await store.add(answer(`card-${card}`, n));
  }
}

function snapshotOf(store: ProgressStore): unknown {
  return [...store.schedules].sort(([a], [b]) => (a < b ? -1 : 1));
}

describe('progress', () => {
  it('is there again after a restart', async () => {
    const files = new MemoryFiles();
    const { store } = await openStore(files);
    await study(store, 3, 2);
    const again = await openStore(files);
    assert.deepEqual(snapshotOf(again.store), snapshotOf(store));
    assert.equal(again.store.schedule('card-1')?.reps, 2);
    assert.deepEqual(again.troubles, []);
  });

  it('is kept before it is acknowledged: a window that dies at once loses nothing', async () => {
    const files = new MemoryFiles();
    const { store } = await openStore(files);
    await store.add(answer('card', 1));
    const { store: next } = await openStore(files, new MemoryState());
    assert.equal(next.schedule('card')?.reps, 1);
  });

  it('lives in globalState too, and comes back from there when the folder is gone', async () => {
    const state = new MemoryState();
    const { store } = await openStore(new MemoryFiles(), state);
    await study(store, 3, 2);
    await store.settled();
    const { store: again, troubles } = await openStore(new MemoryFiles(), state);
    assert.deepEqual([...again.schedules.keys()].sort(), ['card-0', 'card-1', 'card-2']);
    assert.equal(again.schedule('card-0')?.reps, 2);
    assert.deepEqual(troubles, []);
  });

  it('of two windows is the union of both (F1, F2)', async () => {
    const files = new MemoryFiles();
    const state = new MemoryState();
    const a = await openStore(files, state);
    const b = await openStore(files, state);
    for (let n = 0; n < 150; n++) {
      await Promise.all([a.store.add(answer(`a-${n}`, 1)), b.store.add(answer(`b-${n}`, 1))]);
      if (n % 40 === 0) await Promise.all([a.store.refresh(), b.store.refresh()]);
    }
    await Promise.all([a.store.settled(), b.store.settled()]);
    const { store, troubles } = await openStore(files, state);
    assert.deepEqual([...troubles, ...a.troubles, ...b.troubles], []);
    assert.equal(store.schedules.size, 300);
    await a.store.refresh();
    assert.equal(a.store.schedules.size, 300);
  });

  it('takes a review back, here and in the other window', async () => {
    const files = new MemoryFiles();
    const { store } = await openStore(files);
    await store.add(answer('card', 1));
    const second = await store.add(answer('card', 2));
    const other = await openStore(files);
    assert.equal(other.store.schedule('card')?.reps, 2);
    await store.undo(second);
    assert.equal(store.schedule('card')?.reps, 1);
    await other.store.refresh();
    assert.equal(other.store.schedule('card')?.reps, 1);
  });

  it('tells two answers within one second apart', async () => {
    const { store } = await openStore(new MemoryFiles());
    const first = await store.add(answer('card', 1, start));
    const second = await store.add(answer('card', 2, start + 10));
    assert.notEqual(first.at, second.at);
  });

  it('says so when an answer cannot be kept, and then nothing has changed', async () => {
    const files = new MemoryFiles();
    const { store } = await openStore(files);
    await store.add(answer('card', 1));
    files.fail = true;
    await assert.rejects(store.add(answer('card', 2)), /no space/);
    assert.equal(store.schedule('card')?.reps, 1);
    files.fail = false;
    await store.add(answer('card', 2));
    assert.equal(store.schedule('card')?.reps, 2);
  });

  it('keeps to a few files however much is answered, and goes on reading old reviews', async () => {
    const files = new MemoryFiles();
    const { store } = await openStore(files);
    for (let n = 1; n <= 250; n++) {
      await store.add(answer(`card-${n % 40}`, Math.ceil(n / 40), start + n * 1000));
      if (n % 25 === 0) await store.settled();
    }
    const again = await openStore(files);
    assert.ok(files.all.size < 110, `${files.all.size} files`);
    assert.equal(again.store.schedules.size, 40);
    assert.deepEqual(snapshotOf(again.store), snapshotOf(store));
  });

  it('sets a damaged state aside whole, tells it once, and reads the rest (F5)', async () => {
    for (const value of ['nonsense', 42, { version: 1 }, { version: 1, sum: 'x', lines: 'c---garbage' }, []]) {
      const files = new MemoryFiles();
      const state = new MemoryState();
      const { store } = await openStore(files, state);
      await study(store, 2, 1);
      await store.settled();
      await state.set('progress.device', value);
      const next = await openStore(files, state);
      assert.equal(next.store.schedules.size, 2);
      assert.deepEqual(
        next.troubles.map((trouble) => trouble.fault),
        ['damaged'],
      );
      assert.deepEqual(state.get(next.troubles[0]!.where), value);
      await next.store.settled();
      const last = await openStore(files, state);
      assert.deepEqual(last.troubles, []);
    }
  });

  it('leaves the state of a newer version alone', async () => {
    const state = new MemoryState();
    const newer = { version: 99, sum: '', lines: '' };
    await state.set('progress.device', newer);
    const { store, troubles } = await openStore(new MemoryFiles(), state);
    await study(store, 2, 1);
    await store.settled();
    assert.deepEqual(
      troubles.map((trouble) => trouble.fault),
      ['newer'],
    );
    assert.deepEqual(state.get('progress.device'), newer);
  });

  it('never loses an intact record when a file is cut or flipped at any byte, and never throws (F28)', async () => {
    const files = new MemoryFiles();
    const { store } = await openStore(files);
    await study(store, 3, 1);
    const names = [...files.all.keys()];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.nat(400),
        fc.nat(255),
        fc.boolean(),
        async (name, at, byte, cut) => {
          const damaged = new MemoryFiles();
          for (const [each, text] of files.all) damaged.all.set(each, text);
          const text = files.all.get(name)!;
          const place = at % text.length;
          const changed = cut
            ? text.slice(0, place)
            : text.slice(0, place) + String.fromCharCode(byte) + text.slice(place + 1);
          damaged.all.set(name, changed);
          const { store: read, troubles } = await openStore(damaged);
          const intact = changed === text;
          assert.equal(read.schedules.size, intact ? 3 : 2);
          assert.equal(troubles.length, intact ? 0 : 1);
          if (!intact) assert.equal(damaged.all.get(troubles[0]!.where), changed);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('of 10,000 studied cards fits in globalState (F3)', async function () {
    this.timeout(120_000);
    const state = new MemoryState();
    const { store } = await openStore(new MemoryFiles(), state);
    for (let n = 0; n < 10_000; n++) {
      const card = `${n.toString(36).padStart(4, '0')}AbCdEfG`;
      await store.add(answer(card, 3, start - 10 * 86_400_000 + n * 1000));
    }
    await store.settled();
    const size = JSON.stringify(state.get('progress.device')).length;
    assert.ok(size < 512 * 1024, `${size} characters`);
  });
});
