import type { Grade } from '../schedule/types';
import { fnv1a } from './fnv1a';
import { dayOf, type Exact, type Moment, ReviewLog, runCharacter, secondOf } from './reviewLog';

/*
 * A log as short as it gets, for `globalState`, where 200,000 reviews have to fit in half a megabyte: digits of 90 printable characters, none of
 * which JSON escapes. Days: the first day in three digits, then for each review one digit that says the days since the one before (up to 14) and
 * the grade; two for up to 644 days, and so on. Reviews to the second: seven digits of time, one of grade.
 */

/** `#` to `~` without `;`, which ends a line, and `\`. */
const digits = Array.from({ length: 92 }, (_, index) => String.fromCharCode(35 + index)).filter(
  (each) => each !== ';' && each !== '\\',
);
const base = digits.length;
const digitValues = new Map(digits.map((digit, value) => [digit, value]));

const nearDays = 15;
const farFrom = nearDays * 4;
const farPrefixes = 7;
const farDays = farPrefixes * base;
const veryFar = farFrom + farPrefixes * 4;
const undoneNext = veryFar + 1;

export interface RoughLog {
  readonly days: string;
  readonly exact: string;
}

/** @param isRough whether of the reviews of a day their grades will do */
export function encodeRough(log: ReviewLog, isRough: (day: number) => boolean): RoughLog {
  let days = '';
  let exact = '';
  let last = -1;
  for (const entry of log.entries()) {
    const day = dayOf(secondOf(entry.moment));
    if (entry.exact && !isRough(day)) {
      exact += encodeExact(entry.moment, entry);
      continue;
    }
    if (last < 0) days = number(day, 3);
    days += reviewDigits(last < 0 ? 0 : day - last, entry.grade, entry.undone);
    last = day;
  }
  for (const [moment, review] of log.exact) if (review.grade === 0) exact += encodeExact(moment, review);
  return { days, exact };
}

/** Undefined where the text is none of ours. */
export function decodeRough({ days, exact }: RoughLog): ReviewLog | undefined {
  const log = new ReviewLog();
  const isRead = readDays(log, days) && readExact(log, exact);
  return isRead ? log : undefined;
}

/** Two digits of checksum. */
export function shortSum(text: string): string {
  return number(fnv1a(text) % base ** 2, 2);
}

function encodeExact(moment: Moment, { grade, undone }: Exact): string {
  return number(moment, 7) + number(grade + (undone ? 5 : 0), 1);
}

function reviewDigits(gap: number, grade: Grade, undone: boolean): string {
  const mark = undone ? number(undoneNext, 1) : '';
  const suit = grade - 1;
  if (gap < nearDays) return mark + number(gap * 4 + suit, 1);
  const rest = gap - nearDays;
  if (rest < farDays) return mark + number(farFrom + Math.floor(rest / base) * 4 + suit, 1) + number(rest % base, 1);
  return mark + number(veryFar, 1) + number(gap, 3) + number(suit, 1);
}

function readDays(log: ReviewLog, text: string): boolean {
  if (text === '') return true;
  const runs = new Map<number, string>();
  let day = value(text, 0, 3);
  let undone = false;
  for (let i = 3; i < text.length; i++) {
    const digit = value(text, i, 1);
    if (digit === undoneNext) {
      undone = true;
      continue;
    }
    let suit = digit % 4;
    if (digit < farFrom) {
      day += Math.floor(digit / 4);
    } else if (digit < veryFar) {
      day += nearDays + Math.floor((digit - farFrom) / 4) * base + value(text, i + 1, 1);
      i += 1;
    } else {
      day += value(text, i + 1, 3);
      suit = value(text, i + 4, 1);
      i += 4;
    }
    if (!Number.isInteger(day) || !(suit < 4)) return false;
    runs.set(day, (runs.get(day) ?? '') + runCharacter((suit + 1) as Grade, undone));
    undone = false;
  }
  for (const [each, run] of runs) log.addDay(each, run);
  return true;
}

function readExact(log: ReviewLog, text: string): boolean {
  for (let i = 0; i < text.length; i += 8) {
    const moment = value(text, i, 7);
    const mark = value(text, i + 7, 1);
    if (!Number.isInteger(moment) || !(mark < 10)) return false;
    log.add(moment, { grade: (mark % 5) as Exact['grade'], took: 0, undone: mark >= 5 });
  }
  return true;
}

function number(of: number, length: number): string {
  let text = '';
  for (let rest = of, i = 0; i < length; i++, rest = Math.floor(rest / base)) text = digits[rest % base]! + text;
  return text;
}

/** Not a number where one of the characters is no digit. */
function value(text: string, from: number, length: number): number {
  let sum = 0;
  for (let i = from; i < from + length; i++) sum = sum * base + (digitValues.get(text[i] ?? '') ?? Number.NaN);
  return sum;
}
