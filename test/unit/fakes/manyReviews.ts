import type { Ledger } from '../../../src/progress/ledger';
import type { Grade, Schedule } from '../../../src/schedule/types';
import type { Known } from '../../../src/study/identity';
import { encodeBits } from '../../../src/study/print';
import { fsrsScheduler } from './progress';

const kinds: readonly Known['kind'][] = ['question', 'term', 'choice', 'steps', 'cloze'];

/** The n-th card of a large library. */
export function manyCard(n: number): Known {
  const key = encodeBits(n * 2654435761, n * 40503 + 7);
  return { id: key, kind: kinds[n % kinds.length]!, key, print: encodeBits(n * 97, n * 2246822519) };
}

/**
 * Adds the reviews of someone who studies each card until it has been reviewed `each` times, when it is due, with one answer in eight forgotten.
 * The last end in the days before `end` (seconds since 1970).
 */
export function addManyReviews(ledger: Ledger, cards: number, each: number, end: number, device = 'device'): void {
  const random = randomNumbers();
  const histories = Array.from({ length: 300 }, () => history(each, random));
  for (let n = 0; n < cards; n++) {
    const known = manyCard(n);
    const reviews = histories[n % histories.length]!;
    const shift = end - Math.floor(random() * 20 * 86_400) - reviews.at(-1)!.at;
    for (const { at, grade, took } of reviews) {
      const review = { card: known.id, at: at + shift, grade, took };
      ledger.add({ type: 'review', review, known, device }, device);
    }
  }
}

function history(length: number, random: () => number): { at: number; grade: Grade; took: number }[] {
  const reviews: { at: number; grade: Grade; took: number }[] = [];
  let schedule: Schedule | undefined;
  let at = 0;
  for (let i = 0; i < length; i++) {
    const grade = ([1, 2, 3, 3, 3, 3, 3, 4] as const)[Math.floor(random() * 8)]!;
    reviews.push({ at, grade, took: 2_000 + Math.floor(random() * 20_000) });
    schedule = fsrsScheduler.replay(schedule, [{ at, grade }])!;
    // Due cards wait for the evening, and are looked at twice a year at least.
    const late = schedule.phase === 'review' ? Math.floor(random() * 40_000) : 0;
    at = Math.max(at + 1, Math.min(at + 180 * 86_400, Math.round(schedule.due / 1000) + late));
  }
  return reviews;
}

function randomNumbers(): () => number {
  let seed = 1;
  return () => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return seed / 2 ** 32;
  };
}
