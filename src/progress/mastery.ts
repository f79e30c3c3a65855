import type { Schedule } from '../schedule/types';

/** How well a card is known, in words for people. */
export type Mastery = 'new' | 'learning' | 'due' | 'known';

/** @param now milliseconds since 1970 */
export function masteryOf(schedule: Schedule | undefined, now: number): Mastery {
  if (!schedule) return 'new';
  if (schedule.due <= now) return 'due';
  return schedule.phase === 'review' ? 'known' : 'learning';
}

/** How many cards of a topic, the topics below it included, stand where. */
export interface Tally {
  readonly all: number;
  readonly new: number;
  readonly learning: number;
  readonly due: number;
  readonly known: number;
}

export const noCards: Tally = { all: 0, new: 0, learning: 0, due: 0, known: 0 };

export function addTo(tally: Tally, mastery: Mastery): Tally {
  return { ...tally, all: tally.all + 1, [mastery]: tally[mastery] + 1 };
}

export function sum(a: Tally, b: Tally): Tally {
  return {
    all: a.all + b.all,
    new: a.new + b.new,
    learning: a.learning + b.learning,
    due: a.due + b.due,
    known: a.known + b.known,
  };
}
