import type { Grade, Phase, Schedule } from '../schedule/types';
import { isTime, isTook } from './record';
import { type Base, type Exact, ReviewLog, secondOf } from './reviewLog';

/*
 * A log as text, for files: device, weight, reviews, runs and base, with blanks between. A review is the seconds since the one before it (base 36),
 * a letter (A to D the grades, E to H the same taken back, X taken back with nothing else known) and the milliseconds that it took (base 36);
 * where its window is another than that of the one before, `~` and the window's number follow. There are dots between reviews and between runs.
 */

const phases: readonly Phase[] = ['learning', 'review', 'relearning'];
const reviewPattern = /^([0-9a-z]+)([A-HX])([0-9a-z]*)(?:~([0-9a-z]{1,2}))?$/;

export function encodeLog(device: string, log: ReviewLog): string {
  let last = 0;
  let lastTag = 0;
  const reviews: string[] = [];
  for (const [moment, review] of [...log.exact].sort(([a], [b]) => a - b)) {
    const at = secondOf(moment);
    const tag = moment - at * 1000;
    const took = review.took > 0 ? review.took.toString(36) : '';
    reviews.push(
      `${(at - last).toString(36)}${letterOf(review)}${took}${tag === lastTag ? '' : `~${tag.toString(36)}`}`,
    );
    last = at;
    lastTag = tag;
  }
  const runs = [...log.days].map(([day, run]) => `${day.toString(36)}:${run}`).join('.');
  const base = log.base ? encodeBase(log.base) : '';
  return `${device} ${log.weight} ${reviews.join('.')} ${runs} ${base}`;
}

/** The parts of a text that are no log's are left out. */
export function decodeLog(text: string): ReviewLog {
  const [, , reviews = '', runs = '', base = ''] = text.split(' ');
  const log = new ReviewLog();
  let at = 0;
  let tag = 0;
  for (const each of reviews.split('.')) {
    const match = reviewPattern.exec(each);
    if (!match) continue;
    at += Number.parseInt(match[1]!, 36);
    if (match[4]) tag = Number.parseInt(match[4], 36);
    if (isTime(at) && tag < 1000) log.add(at * 1000 + tag, reviewOf(match[2]!, Number.parseInt(match[3] || '0', 36)));
  }
  for (const each of runs === '' ? [] : runs.split('.')) {
    const [day = '', run = ''] = each.split(':');
    const number = Number.parseInt(day, 36);
    if (isTime(number * 86_400) && /^[1-4a-d]+$/.test(run)) log.addDay(number, run);
  }
  const sum = decodeBase(base);
  if (sum) log.addBase(sum);
  return log;
}

/** What a log's text begins with, without reading on. */
export function deviceAndWeight(text: string): readonly [device: string, weight: number] {
  const end = text.indexOf(' ');
  return [text.slice(0, end), Number.parseInt(text.slice(end + 1, text.indexOf(' ', end + 1)), 10) || 0];
}

/** Several logs are one text, with tabs between. */
export function splitLogs(text: string): string[] {
  return text === '' ? [] : text.includes('\t') ? text.split('\t') : [text];
}

/** Phase, step, due (s), last review (s), stability (days), difficulty, reviews, lapses. */
export function figuresOf(schedule: Schedule): readonly number[] {
  const { phase, step, due, lastReview, stability, difficulty, reps, lapses } = schedule;
  const times = [Math.round(due / 1000), Math.round(lastReview / 1000)];
  return [phases.indexOf(phase), step, ...times, stability, difficulty, reps, lapses];
}

/** A schedule of its figures, in the order of `figuresOf`; undefined where one of them can't be. A start makes ten thousand. */
export function scheduleOf(figures: readonly unknown[]): Schedule | undefined {
  // By index: in a loop that has just begun, taking an array apart costs more than all the rest.
  const phase = phases[figures[0] as number];
  const due = figures[2];
  const lastReview = figures[3];
  const step = figures[1] as number;
  const stability = figures[4] as number;
  const difficulty = figures[5] as number;
  const reps = figures[6] as number;
  const lapses = figures[7] as number;
  // One text among them would make the sum a text.
  if (
    !phase ||
    !isTime(due) ||
    !isTime(lastReview) ||
    !Number.isFinite(step + stability + difficulty + reps + lapses)
  ) {
    return undefined;
  }
  if (step < 0 || stability <= 0 || difficulty <= 0 || reps <= 0 || lapses < 0) return undefined;
  return {
    phase,
    step,
    due: due * 1000,
    lastReview: lastReview * 1000,
    stability,
    difficulty: Math.min(10, Math.max(1, difficulty)),
    reps,
    lapses,
  };
}

/** The schedule, then the first review and the reset before it. */
export function encodeBase({ schedule, first, reset }: Base): string {
  return [...figuresOf(schedule), first, reset].join(',');
}

export function decodeBase(text: string): Base | undefined {
  const figures = text.split(',').map(Number);
  const schedule = scheduleOf(figures);
  const [first, reset] = figures.slice(8);
  return schedule && isTime(first) && isTime(reset) ? { schedule, first, reset } : undefined;
}

function letterOf({ grade, undone }: Exact): string {
  return grade === 0 ? 'X' : 'ABCDEFGH'[grade - 1 + (undone ? 4 : 0)]!;
}

function reviewOf(letter: string, took: number): Exact {
  const index = 'ABCDEFGH'.indexOf(letter);
  if (index < 0) return { grade: 0, took: 0, undone: true };
  return { grade: ((index % 4) + 1) as Grade, took: isTook(took) ? took : 0, undone: index > 3 };
}
