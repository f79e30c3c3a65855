import assert from 'node:assert/strict';
import fc from 'fast-check';
import { keyOf } from '../../../src/progress/copies';
import type { ProgressStore } from '../../../src/progress/store';
import { answer, MemoryFiles, MemoryState, openStore, reviewsOf, schedulesOf } from '../fakes/progress';

const start = 1_763_700_000_000;
const copyKey = keyOf('device');

async function study(store: ProgressStore, cards: number, reviews: number): Promise<void> {
  for (let n = 1; n <= reviews; n++) {
    for (let card = 0; card < cards; card++) await store.add(answer(`card-${card}`, start + n * 60_000));
  }
}

describe('progress', () => {
  it('is there again after a restart', async () => {
    const files = new MemoryFiles();
    const { store } = await openStore(files);
    await study(store, 3, 2);
    const again = await openStore(files);
    assert.deepEqual(schedulesOf(again.store), schedulesOf(store));
    assert.equal(again.store.schedule('card-1')?.reps, 2);
    assert.deepEqual(again.troubles, []);
  });

  it('is kept before it is acknowledged: a window that dies at once loses nothing', async () => {
    const files = new MemoryFiles();
    const { store } = await openStore(files);
    await store.add(answer('card', start));
    const { store: next } = await openStore(files, new MemoryState());
    assert.equal(next.schedule('card')?.reps, 1);
  });

  it('lives in globalState too, and comes back from there when the folder is gone, to be kept in files again', async () => {
    const state = new MemoryState();
    const { store } = await openStore(new MemoryFiles(), state);
    await study(store, 3, 2);
    await store.settled();
    const files = new MemoryFiles();
    const { store: again, troubles } = await openStore(files, state);
    assert.deepEqual(schedulesOf(again), schedulesOf(store));
    assert.deepEqual(troubles, []);
    await again.add(answer('card-0', start + 600_000));
    await again.settled();
    const { store: last } = await openStore(files, new MemoryState());
    assert.deepEqual(reviewsOf(last), reviewsOf(again));
  });

  it('is in the folder again when someone deletes it while a window is open', async () => {
    const files = new MemoryFiles();
    const { store } = await openStore(files);
    await study(store, 3, 2);
    await store.settled();
    files.all.clear();
    await store.add(answer('card-0', start + 600_000));
    await store.refresh();
    const { store: again } = await openStore(files, new MemoryState());
    assert.deepEqual(reviewsOf(again), reviewsOf(store));
  });

  it('of two windows is the union of both (F1, F2)', async () => {
    const files = new MemoryFiles();
    const state = new MemoryState();
    const a = await openStore(files, state);
    const b = await openStore(files, state);
    for (let n = 0; n < 150; n++) {
      const at = start + n * 1000;
      await Promise.all([a.store.add(answer(`a-${n}`, at)), b.store.add(answer(`b-${n}`, at))]);
      if (n % 40 === 0) await Promise.all([a.store.refresh(), b.store.refresh()]);
    }
    await Promise.all([a.store.settled(), b.store.settled()]);
    const { store, troubles } = await openStore(files, state);
    assert.deepEqual([...troubles, ...a.troubles, ...b.troubles], []);
    assert.equal(store.schedules.size, 300);
    await a.store.refresh();
    assert.equal(a.store.schedules.size, 300);
    assert.ok(files.all.size < 110, `${files.all.size} files`);
  });

  it('of one card reviewed in two windows counts both reviews', async () => {
    const files = new MemoryFiles();
    const a = await openStore(files);
    const b = await openStore(files);
    await a.store.add(answer('card', start, 1));
    await b.store.add(answer('card', start + 60_000, 3));
    await a.store.refresh();
    await b.store.refresh();
    const { store } = await openStore(files);
    for (const each of [a.store, b.store]) assert.deepEqual(schedulesOf(each), schedulesOf(store));
    assert.equal(store.schedule('card')?.reps, 2);
  });

  it('of one card answered in two windows in the very same second counts both', async () => {
    const files = new MemoryFiles();
    const windows = await Promise.all([openStore(files), openStore(files), openStore(files)]);
    const [first] = await Promise.all(windows.map(({ store }) => store.add(answer('card', start))));
    await windows[1]!.store.refresh();
    assert.equal(windows[1]!.store.schedule('card')?.reps, 3);
    await windows[0]!.store.undo(first!);
    await windows[1]!.store.refresh();
    assert.equal(windows[1]!.store.schedule('card')?.reps, 2);
  });

  it('takes a review back, here and in the other window', async () => {
    const files = new MemoryFiles();
    const { store } = await openStore(files);
    await store.add(answer('card', start));
    const second = await store.add(answer('card', start + 60_000));
    const other = await openStore(files);
    assert.equal(other.store.schedule('card')?.reps, 2);
    await store.undo(second);
    assert.equal(store.schedule('card')?.reps, 1);
    await other.store.refresh();
    assert.equal(other.store.schedule('card')?.reps, 1);
  });

  it('knows a review taken back before it has heard of the review', async () => {
    const written = new MemoryFiles();
    const { store: other } = await openStore(written);
    await other.undo(await other.add(answer('card', start)));
    const files = new MemoryFiles();
    const { store } = await openStore(files);
    for (const [name, text] of [...written.all].reverse()) {
      files.all.set(name, text);
      await store.refresh();
      assert.equal(store.schedule('card'), undefined);
    }
    assert.equal(store.known.length, 1);
  });

  it('tells two answers within one second apart', async () => {
    const { store } = await openStore(new MemoryFiles());
    const first = await store.add(answer('card', start));
    const second = await store.add(answer('card', start + 10));
    assert.notEqual(first.at, second.at);
  });

  it('keeps answers in globalState while the folder refuses them, says so, and files them when it can', async () => {
    const files = new MemoryFiles();
    const state = new MemoryState();
    const { store, troubles } = await openStore(files, state);
    await store.add(answer('card', start));
    files.fail = true;
    await store.add(answer('card', start + 60_000));
    await store.add(answer('other', start + 70_000));
    assert.deepEqual([...new Set(troubles.map(({ fault }) => fault))], ['unsaved']);
    assert.equal(store.schedule('card')?.reps, 2);

    // The window dies before the folder is well again.
    const { store: next } = await openStore(files, state);
    await next.refresh();
    assert.deepEqual(reviewsOf(next), reviewsOf(store));
    files.fail = false;
    await next.add(answer('card', start + 120_000));
    await next.settled();
    const { store: last } = await openStore(files, new MemoryState());
    assert.equal(last.schedule('card')?.reps, 3);
    assert.equal(last.schedule('other')?.reps, 1);
    assert.ok(!state.keys().some((key) => key.includes('unsaved')));
  });

  it('keeps what is imported or restored in globalState while the folder refuses it, says so, and files it when it can', async () => {
    const files = new MemoryFiles();
    const state = new MemoryState();
    const elsewhere = await openStore(new MemoryFiles());
    await study(elsewhere.store, 3, 2);
    const { store, troubles } = await openStore(files, state);
    files.fail = true;
    await store.merge(elsewhere.store.ledger);
    assert.deepEqual(reviewsOf(store), reviewsOf(elsewhere.store));
    await store.settled();
    assert.deepEqual([...new Set(troubles.map(({ fault }) => fault))], ['unsaved']);
    assert.equal((await openStore(new MemoryFiles(), state)).store.tally.reviews, 6);
    files.fail = false;
    await store.refresh();
    assert.deepEqual(reviewsOf((await openStore(files, new MemoryState())).store), reviewsOf(store));
  });

  it('loses nothing when a fold is killed at any byte of its snapshot, or at any file that it removes', async () => {
    const before = new MemoryFiles();
    const after = new MemoryFiles();
    const removed: string[] = [];
    const { store } = await openStore(before);
    await study(store, 11, 9);
    const folding = new MemoryFiles();
    folding.write = async (name, text) => void after.all.set(name, text);
    folding.remove = async (name) => void removed.push(name);
    folding.list = () => before.list();
    folding.read = (name) => before.read(name);
    const { store: window } = await openStore(folding);
    await window.add(answer('last', start));
    await window.settled();
    const [[name, text] = ['', '']] = [...after.all].filter(([each]) => each.startsWith('s-'));
    const kept = reviewsOf(store);
    assert.ok(removed.length >= 99, `${removed.length}`);
    // Beside its place, as it is written; or in it, where the disk is asked for more than it keeps.
    for (let length = 0; length <= text.length; length += 1 + Math.floor(text.length / 50)) {
      for (const place of [`writing-${name}`, name]) {
        const files = before.clone();
        files.all.set(place, text.slice(0, length));
        assert.deepEqual(
          reviewsOf((await openStore(files)).store).filter((each) => !each.startsWith('last')),
          kept,
        );
      }
    }
    const files = before.clone();
    files.all.set(name, text);
    for (const gone of removed) {
      files.all.delete(gone);
      assert.deepEqual(
        reviewsOf((await openStore(files)).store).filter((each) => !each.startsWith('last')),
        kept,
      );
    }
  });

  it('says so when an answer cannot be kept anywhere, and then nothing has changed', async () => {
    const files = new MemoryFiles();
    const state = new MemoryState();
    const { store } = await openStore(files, state);
    await store.add(answer('card', start));
    files.fail = true;
    state.fail = true;
    await assert.rejects(store.add(answer('card', start + 60_000)), /no space/);
    assert.equal(store.schedule('card')?.reps, 1);
  });

  it('keeps to a few files however much is answered, and goes on reading old reviews', async () => {
    const files = new MemoryFiles();
    const { store } = await openStore(files);
    for (let n = 1; n <= 250; n++) {
      await store.add(answer(`card-${n % 40}`, start + n * 1000));
      if (n % 25 === 0) await store.settled();
    }
    const again = await openStore(files);
    assert.ok(files.all.size < 110, `${files.all.size} files`);
    assert.equal(again.store.schedules.size, 40);
    assert.deepEqual(reviewsOf(again.store), reviewsOf(store));
    assert.deepEqual(schedulesOf(again.store), schedulesOf(store));
  });

  it('makes all schedules anew when the scheduler changes', async () => {
    const files = new MemoryFiles();
    const { store } = await openStore(files);
    for (let n = 0; n < 100; n++) await store.add(answer(`card-${n % 9}`, start + n * 1000));
    await store.settled();
    assert.ok([...files.all.keys()].some((name) => name.startsWith('s-')));
    const due = start + 7 * 86_400_000;
    const scheduler = { id: 'another', replay: () => ({ ...store.schedule('card-1')!, due }) };
    const { store: again } = await openStore(files, new MemoryState(), { scheduler });
    assert.ok(schedulesOf(again).every(([, schedule]) => schedule.due === due));
    store.use(scheduler);
    assert.ok(schedulesOf(store).every(([, schedule]) => schedule.due === due));
  });

  it('sets a damaged copy aside whole, tells it once, and reads the rest (F5)', async () => {
    for (const value of ['nonsense', 42, { version: 1 }, 'progress 2 xx yy 0 -:0:0;', []]) {
      const files = new MemoryFiles();
      const state = new MemoryState();
      const { store } = await openStore(files, state);
      await study(store, 2, 1);
      await store.settled();
      await state.set(copyKey, value);
      const next = await openStore(files, state);
      await next.store.settled();
      assert.equal(next.store.schedules.size, 2);
      assert.deepEqual(
        next.troubles.map((trouble) => trouble.fault),
        ['damaged'],
      );
      assert.equal(files.all.get(next.troubles[0]!.where), typeof value === 'string' ? value : JSON.stringify(value));
      const last = await openStore(files, state);
      await last.store.settled();
      assert.deepEqual(last.troubles, []);
      assert.equal((await openStore(new MemoryFiles(), state)).store.schedules.size, 2);
    }
  });

  it('leaves what a newer version has stored alone, in the folder and in globalState, and tells it', async () => {
    const state = new MemoryState();
    const files = new MemoryFiles();
    const newer = 'progress 99 whatever';
    await state.set(copyKey, newer);
    files.all.set('s-1-w-1', newer);
    const { store, troubles } = await openStore(files, state);
    await study(store, 2, 1);
    await store.settled();
    assert.deepEqual(
      troubles.map((trouble) => trouble.fault),
      ['newer', 'newer'],
    );
    for (let n = 0; n < 120; n++) await store.add(answer('card', start + n * 1000));
    await store.settled();
    assert.equal(state.get(copyKey), newer);
    assert.equal(files.all.get('s-1-w-1'), newer);
  });

  it('never loses an intact record when a file is cut or flipped at any byte, and never throws (F28)', async () => {
    const files = new MemoryFiles();
    const { store } = await openStore(files);
    await study(store, 40, 3);
    await store.settled();
    const { store: other } = await openStore(files);
    await study(other, 3, 4);
    const names = [...files.all.keys()].filter((name) => /^[js]-/.test(name));
    const snapshot = names.find((name) => name.startsWith('s-'))!;
    const whole = reviewsOf(other);
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.constant(snapshot), fc.constantFrom(...names)),
        fc.nat(),
        fc.nat(255),
        fc.boolean(),
        async (name, at, byte, cut) => {
          const damaged = files.clone();
          const text = files.all.get(name)!;
          const place = at % text.length;
          const changed = cut
            ? text.slice(0, place)
            : text.slice(0, place) + String.fromCharCode(byte) + text.slice(place + 1);
          damaged.all.set(name, changed);
          const { store: read, troubles } = await openStore(damaged);
          const isWhole = changed === text;
          const intact = intactLines(text, changed, cut, place);
          const reviews = reviewsOf(read);
          assert.ok(reviews.every((each) => whole.includes(each)));
          for (const card of cardsOf(intact)) assert.equal(read.schedule(card)?.reps, other.schedule(card)?.reps);
          assert.equal(troubles.length, isWhole ? 0 : 1);
          if (!isWhole) assert.equal(damaged.all.get(troubles[0]!.where), changed);
          const { store: again, troubles: later } = await openStore(damaged);
          assert.deepEqual(reviewsOf(again), reviews);
          assert.deepEqual(later, []);
        },
      ),
      // The figure of the format, made into a newer one.
      { numRuns: 400, examples: [[snapshot, 9, 51, false]] },
    );
  });
});

/** Lines of a snapshot that a fault at one place leaves as they were. */
function intactLines(text: string, changed: string, cut: boolean, place: number): string[] {
  const after = new Set(changed.split('\n'));
  return text.split('\n').filter((line) => after.has(line) && (!cut || text.indexOf(line) + line.length <= place));
}

function cardsOf(lines: readonly string[]): string[] {
  return lines.flatMap((line) => /"(card-\d+)"/.exec(line)?.[1] ?? []);
}
