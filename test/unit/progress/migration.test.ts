import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { importProgress } from '../../../src/progress/exchange';
import { answer, MemoryFiles, MemoryState, openStore, reviewsOf, schedulesOf } from '../fakes/progress';

/** What a version of the format stored, made by that version itself. */
interface Stored {
  readonly now: number;
  readonly files: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, unknown>>;
  /** The reviews that count, as `second:grade`, by card. */
  readonly reviews: Readonly<Record<string, readonly string[]>>;
}

const device = 'k3v9x1m7q2ab';

function read<T extends Stored>(name: string): T {
  return JSON.parse(readFileSync(`test/fixtures/progress/${name}.json`, 'utf8')) as T;
}

/** The reviews that count, as `reviewsOf` has them. */
function countedIn({ reviews }: Stored): string[] {
  return Object.entries(reviews)
    .flatMap(([card, all]) => all.map((review) => `${card}@${review}`))
    .sort();
}

function filesOf(stored: Stored, names: (name: string) => boolean = () => true): MemoryFiles {
  const files = new MemoryFiles();
  for (const [name, text] of Object.entries(stored.files)) if (names(name)) files.all.set(name, text);
  return files;
}

async function stateOf(stored: Stored): Promise<MemoryState> {
  const state = new MemoryState();
  for (const [key, value] of Object.entries(stored.state)) await state.set(key, value);
  return state;
}

describe('progress of version 1', () => {
  const stored = read('version-1');
  const expected = countedIn(stored);
  const now = () => stored.now;

  it('is read whole, review by review, with its marks, and goes on in the present format', async () => {
    const files = filesOf(stored);
    const state = await stateOf(stored);
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
    const whole = await openStore(filesOf(stored), await stateOf(stored), { device, now });
    for (const files of [filesOf(stored, (name) => !name.startsWith('h-')), new MemoryFiles()]) {
      const state = await stateOf(stored);
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
    const files = filesOf(stored);
    const history = [...files.all.keys()].find((name) => name.startsWith('h-'))!;
    const text = files.all.get(history)!;
    files.all.set(history, `${text.slice(0, 500)}?${text.slice(501)}`);
    const { store, troubles } = await openStore(files, await stateOf(stored), { device, now });
    assert.deepEqual(
      troubles.map(({ fault }) => fault),
      ['damaged'],
    );
    assert.ok(store.tally.reviews >= expected.length - 1);
  });
});

describe('progress of version 2', () => {
  const stored = read<Stored & { readonly backup: string; readonly exported: string }>('version-2');
  const expected = countedIn(stored);
  const now = () => stored.now;
  /** By day and grade: what the copy in `globalState` knows of older reviews. */
  const byDay = (reviews: readonly string[]) =>
    reviews.map((review) => review.replace(/@(\d+)/, (_, at) => `@${Math.floor(at / 86_400)}`)).sort();

  it('is read whole: two windows’ files, a review taken back, a reset taken back, marks', async () => {
    const { store, troubles } = await openStore(filesOf(stored), await stateOf(stored), { device, now });
    await store.settled();
    assert.deepEqual(troubles, []);
    assert.deepEqual(reviewsOf(store), expected);
    assert.deepEqual(store.marks.get('Ab_3-xyz0'), {
      at: store.marks.get('Ab_3-xyz0')?.at,
      hold: 'suspended',
      flagged: true,
    });
    assert.ok(store.marks.get('card-5')?.reset);
    assert.deepEqual([store.resets.length, store.ledger.resets.size], [0, 1]);
  });

  it('is read whole from its backup, and from its export', async () => {
    const backups = new MemoryFiles();
    backups.all.set('backup-2026-07-16T00-00-00.progress', stored.backup);
    const { store } = await openStore(new MemoryFiles(), new MemoryState(), { backups, device, now });
    const [backup] = await store.backups();
    await store.restore(await store.readBackup(backup!));
    // It was made before the last answers, and before a card was reset.
    assert.ok(reviewsOf(store).length > 0.8 * expected.length);
    assert.deepEqual(
      reviewsOf(store).filter((each) => !expected.includes(each) && !each.startsWith('card-5')),
      [],
    );
    const imported = importProgress(stored.exported);
    assert.ok(typeof imported === 'object' && imported.unreadable.length === 0);
    await store.merge(imported.ledger);
    assert.deepEqual(reviewsOf(store), expected);
  });

  it('is read whole from globalState, older reviews by the day', async () => {
    const { store, troubles } = await openStore(new MemoryFiles(), await stateOf(stored), { device, now });
    assert.deepEqual(troubles, []);
    assert.deepEqual(byDay(reviewsOf(store)), byDay(expected));
  });
});
