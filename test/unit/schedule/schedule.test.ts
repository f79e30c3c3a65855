import assert from 'node:assert/strict';
import { createEmptyCard, type Grade as FsrsGrade, fsrs, State } from 'ts-fsrs';
import { algorithmVersion, grades, preview, recall, replay } from '../../../src/schedule/schedule';
import type { Grade, Schedule } from '../../../src/schedule/types';

const minute = 60_000;
const day = 24 * 60 * minute;
const start = Date.UTC(2026, 0, 5, 9, 30);
const options = { retention: 0.9 };

/** A small generator of pseudo-random numbers (mulberry32), so that a failure can be repeated. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function someReviews(next: () => number, length: number): { grade: Grade; at: number }[] {
  let at = start;
  return Array.from({ length }, () => {
    at += next() < 0.5 ? Math.ceil(next() * 20) * minute : Math.ceil(next() * 60 * 24) * 60 * minute;
    return { grade: grades[Math.floor(next() * 4)]!, at };
  });
}

describe('schedule', () => {
  it('is what ts-fsrs makes of the same 100,000 reviews', () => {
    const next = random(7);
    for (let round = 0; round < 2000; round++) {
      const options = { retention: [0.8, 0.9, 0.95][round % 3]! };
      const direct = fsrs({ request_retention: options.retention, enable_fuzz: false });
      const reviews = someReviews(next, 50);
      let card = createEmptyCard(new Date(reviews[0]!.at));
      let mine: Schedule | undefined;
      for (const { grade, at } of reviews) {
        mine = preview(mine, at, options)[grade];
        card = direct.next(card, new Date(at), grade as FsrsGrade).card;
        assert.equal(mine.stability, card.stability);
        assert.equal(mine.difficulty, card.difficulty);
        assert.equal(mine.due, card.due.getTime());
        assert.equal(mine.lastReview, card.last_review!.getTime());
        assert.equal(mine.reps, card.reps);
        assert.equal(mine.lapses, card.lapses);
        assert.equal(mine.step, card.learning_steps);
        assert.equal(mine.phase, State[card.state]!.toLowerCase());
      }
      assert.deepEqual(replay(reviews, options), mine);
    }
  });

  it('makes the same schedule of reviews in any order', () => {
    const reviews = someReviews(random(3), 20);
    assert.deepEqual(replay(reviews.toReversed(), options), replay(reviews, options));
    assert.equal(replay([], options), undefined);
  });

  it('goes on from an earlier schedule', () => {
    const reviews = someReviews(random(5), 20);
    const from = replay(reviews.slice(0, 12), options);
    assert.deepEqual(replay(reviews.slice(12), options, from), replay(reviews, options));
    assert.deepEqual(replay([], options, from), from);
  });

  it('names the algorithm and its version', () => {
    assert.match(algorithmVersion, /^v\d+\.\d+\.\d+ using FSRS-6/);
  });

  it('brings a new card back within the session after Again (F25), and Hard before Good (F26)', () => {
    const next = preview(undefined, start, options);
    assert.equal(next[1].due, start + minute);
    assert.equal(next[1].phase, 'learning');
    for (const schedule of [undefined, next[1], next[3], preview(next[3], start + 10 * minute, options)[3]]) {
      const after = preview(schedule, (schedule?.due ?? start) + 3 * day, options);
      const due = grades.map((grade) => after[grade].due);
      assert.deepEqual(due.toSorted(), due);
      assert.equal(new Set(due).size, 4);
    }
  });

  describe('with bad input (F23)', () => {
    const learnt: Schedule = preview(undefined, start, options)[4];
    const sound = (schedule: Schedule) => {
      for (const value of [schedule.due, schedule.lastReview, schedule.stability, schedule.difficulty]) {
        assert.ok(Number.isFinite(value), JSON.stringify(schedule));
      }
      assert.ok(schedule.stability >= 0.001 && schedule.difficulty >= 1 && schedule.difficulty <= 10);
    };

    it('takes a clock set back as no time passed', () => {
      assert.deepEqual(preview(learnt, start - 2 * day, options), preview(learnt, start, options));
      assert.equal(recall(learnt, start - 2 * day), 1);
    });

    it('clamps the retention', () => {
      const due = (retention: number) => preview(learnt, start + 8 * day, { retention })[3].due;
      assert.equal(due(0), due(0.7));
      assert.equal(due(1.5), due(0.99));
      assert.equal(due(Number.NaN), due(0.9));
      assert.ok(due(0.7) > due(0.9) && due(0.9) > due(0.99));
    });

    it('mends each broken field of a schedule', () => {
      const bad = [Number.NaN, 0, -5, Number.POSITIVE_INFINITY, 1e300, null, 'x', undefined];
      for (const field of ['phase', 'due', 'lastReview', 'stability', 'difficulty', 'reps', 'lapses', 'step']) {
        for (const value of bad) {
          const broken = { ...learnt, [field]: value } as Schedule;
          for (const grade of grades) sound(preview(broken, start + 3 * day, options)[grade]);
          const chance = recall(broken, start + 3 * day);
          assert.ok(chance >= 0 && chance <= 1);
        }
      }
      sound(preview(learnt, Number.NaN, options)[3]);
      sound(preview(undefined, Number.NaN, options)[3]);
    });

    it('leaves out reviews that are none', () => {
      const good = { grade: 3 as Grade, at: start };
      const bad = [
        { grade: 3 as Grade, at: Number.NaN },
        { grade: 0 as Grade, at: start + day },
        { grade: 9 as Grade, at: start + day },
      ];
      assert.deepEqual(replay([...bad, good], options), replay([good], options));
    });
  });

  it('lets the chance of recall sink to 90% after as many days as the stability says', () => {
    const schedule = preview(undefined, start, options)[4];
    assert.equal(recall(schedule, schedule.lastReview), 1);
    assert.ok(Math.abs(recall(schedule, schedule.lastReview + schedule.stability * day) - 0.9) < 1e-6);
  });
});
