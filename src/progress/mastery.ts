import type { Schedule } from '../schedule/types';

/** How well a card is known, in words for people. */
export type Mastery = 'new' | 'learning' | 'due' | 'known';

/** A moment of a day of study; milliseconds since 1970. */
export interface Moment {
  readonly now: number;
  readonly dayEnd: number;
}

/** A card in review is due for the whole of its day; one that is being learnt when its minutes are over. */
export function masteryOf(schedule: Schedule | undefined, { now, dayEnd }: Moment): Mastery {
  if (!schedule) return 'new';
  if (schedule.due <= now || (schedule.phase === 'review' && schedule.due < dayEnd)) return 'due';
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
