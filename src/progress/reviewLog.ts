import type { Grade, Schedule } from '../schedule/types';

/** Seconds of a day. */
export const daySeconds = 86_400;

/**
 * When a review was given, in milliseconds since 1970: the whole second, and a number below 1000 that its window has taken for its own. Two windows
 * may review one card in the same second.
 */
export type Moment = number;

/** A review known to the second. Grade 0: only that it was taken back is known. */
export interface Exact {
  readonly grade: Grade | 0;
  /** Milliseconds that the answer took. */
  readonly took: number;
  readonly undone: boolean;
}

/** One review of a log. */
export interface LogEntry extends Exact {
  readonly grade: Grade;
  /** Where only the day is known, the day's start and a second for each review before it. */
  readonly moment: Moment;
  readonly exact: boolean;
}

/** Reviews of which only the sum is left, as early versions stored them. */
export interface Base {
  readonly schedule: Schedule;
  /** Seconds since 1970 of the very first review; 0 where it is no longer known. */
  readonly first: number;
  /** Seconds since 1970 of the reset after which these reviews were given; 0 without one. */
  readonly reset: number;
}

/**
 * The reviews of one card given on one device: a set that only grows. Each is known to the second, or as a part of its day's run: the grades of
 * a UTC day in their order, `1` to `4`, or `a` to `d` where taken back. FSRS counts in UTC days, so that a run leads to the same schedule.
 *
 * Joining two versions of a log is the union of what is known to the second, and of each day the longer run. So joining commutes, is associative
 * and may be repeated: whatever versions arrive, in whatever order, the same log comes out.
 */
export class ReviewLog {
  readonly exact = new Map<Moment, Exact>();
  /** By the days since 1970, of UTC. */
  readonly days = new Map<number, string>();
  base: Base | undefined;

  /** Adds what is known of a review; false when that changes nothing. */
  add(moment: Moment, review: Exact): boolean {
    const mine = this.exact.get(moment);
    const joined: Exact = mine
      ? {
          grade: Math.max(mine.grade, review.grade) as Grade,
          took: Math.max(mine.took, review.took),
          undone: mine.undone || review.undone,
        }
      : review;
    this.exact.set(moment, joined);
    return !mine || mine.grade !== joined.grade || mine.took !== joined.took || mine.undone !== joined.undone;
  }

  addDay(day: number, run: string): boolean {
    const mine = this.days.get(day) ?? '';
    const isMore = run.length !== mine.length ? run.length > mine.length : run > mine;
    if (isMore) this.days.set(day, run);
    return isMore;
  }

  addBase(base: Base): boolean {
    const isMore = !this.base || isGreater(base, this.base);
    if (isMore) this.base = base;
    return isMore;
  }

  join(other: ReviewLog): boolean {
    let changed = false;
    for (const [moment, review] of other.exact) changed = this.add(moment, review) || changed;
    for (const [day, run] of other.days) changed = this.addDay(day, run) || changed;
    if (other.base) changed = this.addBase(other.base) || changed;
    return changed;
  }

  /** Oldest first. Of a day the run counts where it is longer than what is known to the second; what is taken back in either is. */
  entries(): LogEntry[] {
    const byDay = new Map<number, LogEntry[]>();
    for (const [moment, { grade, took, undone }] of this.exact) {
      if (grade === 0) continue;
      const day = dayOf(secondOf(moment));
      const entry: LogEntry = { moment, grade, took, undone, exact: true };
      const known = byDay.get(day);
      if (known) known.push(entry);
      else byDay.set(day, [entry]);
    }
    for (const [day, run] of this.days) {
      const known = byDay.get(day) ?? [];
      const rough = entriesOf(day, run);
      byDay.set(day, rough.length > known.length ? takenBack(rough, known) : takenBack(known, rough));
    }
    return [...byDay.values()].flat().sort((a, b) => a.moment - b.moment);
  }

  /** Seconds since 1970 of the last review, or of the start of its day; 0 without one. */
  get last(): number {
    return Math.max(
      0,
      ...[...this.exact.keys()].map(secondOf),
      ...[...this.days.keys()].map((day) => day * daySeconds),
    );
  }

  /** Grows with everything that is added: two versions of a log, one of which holds the other, are the same when they weigh the same. */
  get weight(): number {
    let weight = 0;
    for (const { undone } of this.entries()) weight += undone ? 2 : 1;
    for (const { grade } of this.exact.values()) if (grade === 0) weight++;
    return weight + (this.base?.schedule.reps ?? 0);
  }
}

export function secondOf(moment: Moment): number {
  return Math.floor(moment / 1000);
}

/** Days since 1970, by UTC. */
export function dayOf(at: number): number {
  return Math.floor(at / daySeconds);
}

/** A review in its day's run. */
export function runCharacter(grade: Grade, undone: boolean): string {
  return undone ? 'abcd'[grade - 1]! : String(grade);
}

function entriesOf(day: number, run: string): LogEntry[] {
  return [...run].map((character, index): LogEntry => {
    const undone = character >= 'a';
    const grade = (undone ? character.charCodeAt(0) - 96 : Number(character)) as Grade;
    return { moment: (day * daySeconds + index) * 1000, grade, took: 0, undone, exact: false };
  });
}

/** The entries of a day, of each grade at least as many taken back as in what else is known of it: the last ones, which people take back. */
function takenBack(entries: readonly LogEntry[], known: readonly LogEntry[]): LogEntry[] {
  const marked = [...entries];
  for (const grade of [1, 2, 3, 4]) {
    const isUndone = (entry: LogEntry) => entry.grade === grade && entry.undone;
    let missing = known.filter(isUndone).length - entries.filter(isUndone).length;
    for (; missing > 0; missing--) {
      const last = marked.findLastIndex((entry) => entry.grade === grade && !entry.undone);
      if (last >= 0) marked[last] = { ...marked[last]!, undone: true };
    }
  }
  return marked;
}

function isGreater(a: Base, b: Base): boolean {
  if (a.reset !== b.reset) return a.reset > b.reset;
  if (a.schedule.reps !== b.schedule.reps) return a.schedule.reps > b.schedule.reps;
  return a.schedule.lastReview > b.schedule.lastReview;
}
