import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addCopy, encodeCopy } from '../../../src/progress/copy';
import { decodeRough, encodeRough } from '../../../src/progress/copyText';
import { Ledger } from '../../../src/progress/ledger';
import { decodeLog, encodeLog } from '../../../src/progress/logText';
import type { ProgressRecord } from '../../../src/progress/record';
import { decodeRecord, encodeRecord } from '../../../src/progress/record';
import { dayOf, daySeconds, type Exact, ReviewLog, secondOf } from '../../../src/progress/reviewLog';
import { addSnapshot, encodeSnapshot } from '../../../src/progress/snapshot';
import { fsrsScheduler } from '../fakes/progress';

const start = dayOf(1_763_700_000) * daySeconds;
const limit = 500_000;
const plain = { noNullPrototype: true } as const;

const exact: fc.Arbitrary<[number, Exact]> = fc.tuple(
  fc.integer({ min: start, max: start + 900 * daySeconds }).map((at) => (at - (at % 7)) * 1000 + (at % 3)),
  fc.record(
    {
      grade: fc.constantFrom(1, 2, 3, 4),
      took: fc.integer({ min: 0, max: 60_000 }),
      undone: fc.boolean(),
    },
    plain,
  ),
);
const run = fc.string({ unit: fc.constantFrom(...'1234abcd'), minLength: 1, maxLength: 4 });
const logs: fc.Arbitrary<ReviewLog> = fc
  .record({
    exact: fc.array(exact, { maxLength: 12 }),
    days: fc.array(fc.tuple(fc.integer({ min: dayOf(start), max: dayOf(start) + 900 }), run), { maxLength: 6 }),
  })
  .map((parts) => {
    const log = new ReviewLog();
    for (const [moment, review] of parts.exact) log.add(moment, review);
    for (const [day, grades] of parts.days) log.addDay(day, grades);
    return log;
  });

function joined(...all: readonly ReviewLog[]): ReviewLog {
  const log = new ReviewLog();
  for (const each of all) log.join(each);
  return log;
}

function content(log: ReviewLog): unknown {
  return [[...log.exact].sort(([a], [b]) => a - b), [...log.days].sort(([a], [b]) => a - b)];
}

describe('a log of reviews', () => {
  it('joins with others in any order, in any grouping, any number of times', () => {
    fc.assert(
      fc.property(logs, logs, logs, (a, b, c) => {
        assert.deepEqual(content(joined(a, b)), content(joined(b, a)));
        assert.deepEqual(content(joined(joined(a, b), c)), content(joined(a, joined(b, c))));
        assert.deepEqual(content(joined(a, b, b, a)), content(joined(a, b)));
        assert.ok(joined(a, b).entries().length >= Math.max(a.entries().length, b.entries().length));
      }),
    );
  });

  it('is read as it was written, in files and as the copy’s days and grades', () => {
    fc.assert(
      fc.property(logs, fc.integer({ min: 0, max: 900 }), (log, days) => {
        assert.deepEqual(content(decodeLog(encodeLog('device', log))), content(log));
        const rough = decodeRough(encodeRough(log, (day) => day < dayOf(start) + days))!;
        const outline = (each: ReviewLog) =>
          each.entries().map(({ moment, grade, undone }) => `${dayOf(secondOf(moment))} ${grade} ${undone}`);
        assert.deepEqual(outline(rough), outline(log));
      }),
    );
  });

  it('of days and grades leads to the same schedule as one to the second, to the day', () => {
    fc.assert(
      fc.property(fc.array(exact, { minLength: 1, maxLength: 20 }), (reviews) => {
        const log = new ReviewLog();
        for (const [moment, review] of reviews) log.add(moment, { ...review, undone: false });
        const rough = decodeRough(encodeRough(log, () => true))!;
        const [known, guessed] = [log, rough].map(
          (each) =>
            fsrsScheduler.replay(
              undefined,
              each.entries().map(({ moment, grade }) => ({ at: secondOf(moment), grade })),
            )!,
        );
        assert.equal(guessed!.stability, known!.stability);
        assert.equal(guessed!.difficulty, known!.difficulty);
        assert.equal(guessed!.reps, known!.reps);
        assert.ok(Math.abs(guessed!.due - known!.due) <= daySeconds * 1000);
      }),
    );
  });

  it('that is known to the second here and by the day there counts each review once', () => {
    const log = new ReviewLog();
    for (const at of [10, 20, daySeconds + 5]) log.add((start + at) * 1000, { grade: 3, took: 0, undone: false });
    const rough = decodeRough(encodeRough(log, () => true))!;
    assert.equal(joined(log, rough).entries().length, 3);
    log.add((start + daySeconds + 9) * 1000, { grade: 1, took: 0, undone: false });
    assert.equal(joined(rough, log).entries().length, 4);
  });
});

const cards = ['card-a', 'card-b', '短路 ;,!'];
const knownOf = (id: string) => ({ id, kind: 'term', key: `${id}-key`, print: 'Abcdefgh_-0' }) as const;
const time = fc.integer({ min: start, max: start + 40 });
const records: fc.Arbitrary<ProgressRecord> = fc.oneof(
  fc
    .record(
      {
        type: fc.constant('review' as const),
        review: fc.record(
          {
            card: fc.constantFrom(...cards),
            at: time,
            grade: fc.constantFrom(1, 2, 3, 4),
            took: fc.nat(60_000),
          },
          plain,
        ),
        device: fc.constantFrom('one', 'two'),
        tag: fc.nat(1),
      },
      plain,
    )
    .map((record) => ({ ...record, known: knownOf(record.review.card) })),
  fc.record(
    {
      type: fc.constant('undo' as const),
      card: fc.constantFrom(...cards),
      moment: time.map((at) => at * 1000 + (at % 2)),
    },
    plain,
  ),
  fc.record(
    {
      type: fc.constant('mark' as const),
      mark: fc.record(
        { at: time, reset: time, flagged: fc.constant(true) },
        { requiredKeys: ['at'], noNullPrototype: true },
      ),
      known: fc.constantFrom(...cards).map(knownOf),
    },
    plain,
  ),
  fc.record(
    {
      type: fc.constant('reset' as const),
      reset: fc.record({ id: fc.constantFrom('r1', 'r2'), at: time, undone: fc.boolean() }, plain),
    },
    plain,
  ),
) as fc.Arbitrary<ProgressRecord>;

function ledgerOf(all: readonly ProgressRecord[]): Ledger {
  const ledger = new Ledger();
  for (const record of all) ledger.add(record, 'one');
  ledger.reckon(fsrsScheduler, start + 100 * daySeconds);
  return ledger;
}

/** All that can be seen of a ledger from outside. */
function seen(ledger: Ledger): unknown {
  ledger.reckon(fsrsScheduler, start + 100 * daySeconds);
  const accounts = [...ledger.accounts()]
    .map((account) => [
      account.known.id,
      account.mark,
      account.schedule,
      ledger.reviews(account).counted.map(({ at, grade }) => [at, grade]),
    ])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  return [accounts, [...ledger.resets.values()].sort((a, b) => (a.id < b.id ? -1 : 1))];
}

describe('the ledger', () => {
  it('comes out the same in whatever order records arrive, and however often', () => {
    fc.assert(
      fc.property(fc.array(records, { maxLength: 20 }), fc.array(fc.nat()), (all, order) => {
        const shuffled = all.map((record, index) => ({ record, rank: order[index % Math.max(1, order.length)] ?? 0 }));
        const other = [...shuffled.sort((a, b) => a.rank - b.rank).map(({ record }) => record), ...all.slice(0, 5)];
        assert.deepEqual(seen(ledgerOf(other)), seen(ledgerOf(all)));
      }),
    );
  });

  it('is the union of its parts, each read from a snapshot or a copy', () => {
    fc.assert(
      fc.property(fc.array(records, { maxLength: 24 }), fc.nat(), fc.boolean(), (all, cut, isCopy) => {
        const at = cut % (all.length + 1);
        const parts = [all.slice(0, at), all.slice(at)].map(ledgerOf);
        const union = new Ledger();
        for (const part of parts) {
          const fault = isCopy
            ? addCopy(union, encodeCopy(part, ['one', 'two'], { limit }).text)
            : addSnapshot(union, encodeSnapshot(part, fsrsScheduler.id), fsrsScheduler.id);
          assert.equal(fault, undefined);
        }
        assert.deepEqual(seen(union), seen(ledgerOf(all)));
      }),
    );
  });

  it('finds its records again in a journal', () => {
    fc.assert(fc.property(records, (record) => assert.deepEqual(decodeRecord(encodeRecord(record)), record)));
  });
});

describe('a file', () => {
  /** The text cut there, and with another character there. */
  function* damages(text: string): Generator<string> {
    for (let place = 0; place < text.length; place++) {
      yield text.slice(0, place);
      for (const other of ['0', '"', '\n', '\0', '进']) {
        if (text[place] !== other) yield text.slice(0, place) + other + text.slice(place + 1);
      }
    }
  }

  const reviewOf = (n: number): ProgressRecord => {
    const card = `card-${n % 6}`;
    const review = { card, at: start + n * 40_000, grade: ((n % 4) + 1) as 1, took: n };
    return { type: 'review', review, known: knownOf(card), device: 'one', tag: n };
  };

  it('of one answer is read right or not at all when it is cut or flipped at any character', () => {
    for (const changed of damages(encodeRecord(reviewOf(7)))) {
      assert.ok(['damaged', 'newer'].includes(decodeRecord(changed) as string), changed);
    }
  });

  it('of everything keeps every line that is whole when it is cut or flipped at any character, and says that it is damaged', () => {
    const ledger = new Ledger();
    for (let n = 0; n < 30; n++) ledger.add(reviewOf(n), 'one');
    ledger.joinReset({ id: 'gone', at: start - 1, undone: false });
    ledger.reckon(fsrsScheduler, start + 100 * daySeconds);
    const text = encodeSnapshot(ledger, fsrsScheduler.id);
    const lines = text.split('\n').filter((line) => line.includes('card-'));
    assert.equal(lines.length, 6);
    for (const changed of damages(text)) {
      const read = new Ledger();
      assert.equal(addSnapshot(read, changed, fsrsScheduler.id), 'damaged');
      read.reckon(fsrsScheduler, start + 100 * daySeconds);
      const after = new Set(changed.split('\n'));
      const whole = lines.filter((line) => after.has(line)).length;
      const { reviews } = read.tally();
      assert.ok(reviews >= whole * 5 && reviews <= 30, `${reviews} of ${whole} lines`);
    }
  });
});

describe('the copy in globalState', () => {
  it('never loses an intact line when it is cut or flipped at any character, and never throws', () => {
    const ledger = new Ledger();
    for (let n = 0; n < 60; n++) {
      const card = `card-${n % 6}`;
      const review = { card, at: start + n * 40_000, grade: ((n % 4) + 1) as 1, took: 0 };
      ledger.add({ type: 'review', review, known: knownOf(card), device: n % 2 ? 'one' : 'two' }, 'one');
    }
    ledger.joinReset({ id: 'gone', at: start - 1, undone: false });
    ledger.reckon(fsrsScheduler, start + 900 * daySeconds);
    const text = encodeCopy(ledger, ['one', 'two'], { limit }).text;
    for (let place = 0; place < text.length; place++) {
      for (const changed of [
        text.slice(0, place),
        text.slice(0, place) + (text[place] === 'x' ? 'y' : 'x') + text.slice(place + 1),
        text.slice(0, place) + (text[place] === ';' ? '~' : ';') + text.slice(place + 1),
        `${text.slice(0, place)}\u4e2d${text.slice(place + 1)}`,
      ]) {
        const read = new Ledger();
        assert.equal(addCopy(read, changed), changed === text ? undefined : 'damaged', `${place}`);
        read.reckon(fsrsScheduler, start + 900 * daySeconds);
        const { reviews } = read.tally();
        // A line holds ten reviews. A cut leaves the lines before it; a flip costs its line, or two where it joins them.
        const linesBefore = text.slice(text.indexOf(';') + 1, place).split(';').length - 2;
        const expected = changed.length < text.length ? Math.min(60, Math.max(0, linesBefore) * 10) : 40;
        assert.ok(reviews >= expected && reviews <= 60, `${place}: ${reviews} of 60`);
      }
    }
  });

  it('leaves out the cards that nobody has reviewed for longest where there is no room for all', () => {
    const ledger = new Ledger();
    for (let n = 0; n < 100; n++) {
      const card = `card-${n}`;
      const review = { card, at: start + n * daySeconds, grade: 3 as const, took: 0 };
      ledger.add({ type: 'review', review, known: knownOf(card), device: 'one' }, 'one');
    }
    ledger.reckon(fsrsScheduler, start + 900 * daySeconds);
    const text = encodeCopy(ledger, ['one'], { limit: 2_000 }).text;
    assert.ok(text.length < 2_200, `${text.length}`);
    const read = new Ledger();
    assert.equal(addCopy(read, text), undefined);
    const kept = [...read.accounts()].map(({ known }) => Number(known.id.slice(5)));
    assert.ok(kept.length > 30);
    assert.equal(Math.min(...kept), 100 - kept.length);
  });
});
