import {
  type Card,
  createEmptyCard,
  default_w,
  type FSRS,
  FSRSVersion,
  type Grade as FsrsGrade,
  forgetting_curve,
  fsrs,
  State,
} from 'ts-fsrs';
import type { Grade, Phase, Schedule } from './types';

/**
 * Schedules are FSRS-6 with its default parameters, by ts-fsrs, without fuzz: the same reviews always give the same schedule.
 * Learning steps are 1 and 10 minutes, relearning 10 minutes. All are under a day, so that Hard is never longer than Good.
 */
export const algorithm = 'FSRS-6';

/** The implementation and the algorithm's version, to be stored with what it computes. */
export const algorithmVersion: string = FSRSVersion;

export interface ScheduleOptions {
  /** Chance of recall at which a card comes due. Kept within 0.7 and 0.99; 0.9 when not a number. */
  readonly retention: number;
}

export const grades: readonly Grade[] = [1, 2, 3, 4];

const dayLength = 24 * 60 * 60 * 1000;
const minStability = 0.001;
const maxStability = 36_500;

const phases: Record<Phase, State> = {
  learning: State.Learning,
  review: State.Review,
  relearning: State.Relearning,
};

/**
 * What each grade would make of a card, answered at `now` (milliseconds since 1970). Without a schedule the card is new.
 * A clock set back counts as no time passed since the last review; a broken schedule is mended as far as it can be, never thrown at.
 */
export function preview(
  schedule: Schedule | undefined,
  now: number,
  options: ScheduleOptions,
): Record<Grade, Schedule> {
  const card = toFsrs(schedule, now);
  const next = scheduler(options).repeat(card, reviewTime(card, now));
  return {
    1: fromFsrs(next[1].card),
    2: fromFsrs(next[2].card),
    3: fromFsrs(next[3].card),
    4: fromFsrs(next[4].card),
  };
}

/**
 * The schedule that a card's reviews make, in any order, on top of the schedule that it had before them, if any; undefined without either.
 * `at` is in milliseconds since 1970. Reviews without a time or with an unknown grade are left out.
 */
export function replay(
  reviews: readonly { readonly grade: Grade; readonly at: number }[],
  options: ScheduleOptions,
  from?: Schedule,
): Schedule | undefined {
  const usable = reviews.filter((each) => isTime(each.at) && grades.includes(each.grade));
  const inOrder = usable.toSorted((a, b) => a.at - b.at);
  let card: Card | undefined;
  for (const { grade, at } of inOrder) {
    card ??= toFsrs(from, at);
    card = scheduler(options).next(card, reviewTime(card, at), grade as FsrsGrade).card;
  }
  return card ? fromFsrs(card) : from;
}

/** Chance, 0 to 1, of recalling the card at a time (milliseconds since 1970), by FSRS's forgetting curve; fractions of days count. */
export function recall(schedule: Schedule, at: number): number {
  const elapsed = (at - schedule.lastReview) / dayLength;
  return forgetting_curve(default_w, Math.max(0, finite(elapsed, 0)), stabilityOf(schedule));
}

const schedulers = new Map<number, FSRS>();

function scheduler(options: ScheduleOptions): FSRS {
  const retention = clamp(finite(options.retention, 0.9), 0.7, 0.99);
  let found = schedulers.get(retention);
  if (!found) {
    found = fsrs({ request_retention: retention, enable_fuzz: false });
    schedulers.set(retention, found);
  }
  return found;
}

/** ts-fsrs rejects a review before the last one. */
function reviewTime(card: Card, now: number): Date {
  const last = card.last_review?.getTime() ?? 0;
  return new Date(isTime(now) ? Math.max(now, last) : last);
}

function toFsrs(schedule: Schedule | undefined, now: number): Card {
  if (!schedule) return createEmptyCard(isTime(now) ? now : 0);
  const lastReview = [schedule.lastReview, schedule.due, now].find(isTime) ?? 0;
  return {
    due: new Date(isTime(schedule.due) ? schedule.due : lastReview),
    last_review: new Date(lastReview),
    state: phases[schedule.phase] ?? State.Review,
    stability: stabilityOf(schedule),
    difficulty: clamp(finite(schedule.difficulty, 5), 1, 10),
    reps: count(schedule.reps),
    lapses: count(schedule.lapses),
    learning_steps: count(schedule.step),
    // Not read by the scheduler: it counts days from `last_review`.
    elapsed_days: 0,
    scheduled_days: 0,
  };
}

function fromFsrs(card: Card): Schedule {
  return {
    phase: card.state === State.Review ? 'review' : card.state === State.Relearning ? 'relearning' : 'learning',
    due: card.due.getTime(),
    lastReview: card.last_review?.getTime() ?? card.due.getTime(),
    stability: card.stability,
    difficulty: card.difficulty,
    reps: card.reps,
    lapses: card.lapses,
    step: card.learning_steps,
  };
}

function stabilityOf(schedule: Schedule): number {
  return clamp(finite(schedule.stability, minStability), minStability, maxStability);
}

/** What a `Date` can hold. */
function isTime(value: number): boolean {
  return Number.isFinite(value) && Math.abs(value) <= 8.64e15;
}

function count(value: number): number {
  return Math.max(0, Math.trunc(finite(value, 0)));
}

function finite(value: number, otherwise: number): number {
  return Number.isFinite(value) ? value : otherwise;
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), max);
}
