import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Grade, Phase, Schedule } from '../schedule/types';
import type { Known } from '../study/identity';
import type { Mark, Review } from './progress';

/** What a journal holds: a review with what came of it, a review crossed out, or what was decided about a card. */
export type ProgressRecord =
  | { readonly type: 'review'; readonly review: Review; readonly after: Schedule; readonly known: Known }
  | { readonly type: 'undo'; readonly card: string; readonly at: number }
  | { readonly type: 'mark'; readonly mark: Mark; readonly known: Known };

const phases: readonly Phase[] = ['learning', 'review', 'relearning'];
const kinds: readonly Known['kind'][] = ['question', 'term', 'choice', 'steps', 'cloze'];

/**
 * One line a record: a checksum, then positional JSON. A line stands for itself, so a damaged one costs only itself.
 */
export function encodeRecord(record: ProgressRecord): string {
  const body = JSON.stringify(fieldsOf(record));
  return `${checksum(body)} ${body}`;
}

function fieldsOf(record: ProgressRecord): readonly unknown[] {
  switch (record.type) {
    case 'review':
      return ['r', record.review, encodeSchedule(record.after), encodeKnown(record.known)];
    case 'undo':
      return ['u', record.card, record.at];
    case 'mark':
      return ['m', record.mark, encodeKnown(record.known)];
  }
}

/** Undefined when the line is damaged or of a kind that this version doesn't know. */
export function decodeRecord(line: string): ProgressRecord | undefined {
  const body = line.slice(9);
  if (line[8] !== ' ' || checksum(body) !== line.slice(0, 8)) return undefined;
  const fields = parse(body);
  if (!Array.isArray(fields)) return undefined;
  if (fields[0] === 'u' && isName(fields[1]) && isTime(fields[2])) {
    return { type: 'undo', card: fields[1], at: fields[2] };
  }
  if (fields[0] === 'm') {
    const mark = decodeMark(fields[1]);
    const known = decodeKnown(fields[2]);
    return mark && known ? { type: 'mark', mark, known } : undefined;
  }
  const review = decodeReview(fields[1]);
  const after = decodeSchedule(fields[2]);
  const known = decodeKnown(fields[3]);
  return fields[0] === 'r' && review && after && known ? { type: 'review', review, after, known } : undefined;
}

/** A schedule as numbers: phase, step, due (s), last review (s), stability (days), difficulty, reviews, lapses. */
export function encodeSchedule(schedule: Schedule): readonly number[] {
  const { phase, step, due, lastReview, stability, difficulty, reps, lapses } = schedule;
  return [
    phases.indexOf(phase),
    step,
    Math.round(due / 1000),
    Math.round(lastReview / 1000),
    stability,
    difficulty,
    reps,
    lapses,
  ];
}

export function decodeSchedule(value: unknown): Schedule | undefined {
  if (!Array.isArray(value) || !value.every((each): each is number => Number.isFinite(each) && each >= 0))
    return undefined;
  const [phase, step, due, lastReview, stability, difficulty, reps, lapses] = value;
  const name = phases[phase ?? -1];
  if (!name || !isTime(due) || !isTime(lastReview) || !stability || !difficulty || !reps) return undefined;
  return {
    phase: name,
    step: step ?? 0,
    due: due * 1000,
    lastReview: lastReview * 1000,
    stability,
    difficulty: Math.min(10, Math.max(1, difficulty)),
    reps,
    lapses: lapses ?? 0,
  };
}

/** Id, kind, key (empty where it is the id), print. */
export function encodeKnown({ id, kind, key, print }: Known): readonly (string | number)[] {
  return [id, kinds.indexOf(kind), key === id ? '' : key, print];
}

export function decodeKnown(value: unknown): Known | undefined {
  if (!Array.isArray(value)) return undefined;
  const [id, kindIndex, key, print] = value;
  const kind = kinds[Number(kindIndex)];
  if (!isName(id) || !kind || typeof key !== 'string' || typeof print !== 'string') return undefined;
  return { id, kind, key: key || id, print };
}

function decodeReview(value: unknown): Review | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { card, at, grade, took } = value as Partial<Record<keyof Review, unknown>>;
  if (!isName(card) || !isTime(at) || !isGrade(grade)) return undefined;
  return { card, at, grade, took: typeof took === 'number' && took >= 0 ? took : 0 };
}

function decodeMark(value: unknown): Mark | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { at, hold, flagged, reset } = value as Partial<Record<keyof Mark, unknown>>;
  if (!isTime(at)) return undefined;
  return {
    at,
    ...((hold === 'suspended' || hold === 'buried') && { hold }),
    ...(flagged === true && { flagged }),
    ...(isTime(reset) && { reset }),
  };
}

/** First 8 hexadecimal digits of SHA-256. */
export function checksum(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text))).slice(0, 8);
}

export function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

export function isGrade(value: unknown): value is Grade {
  return value === 1 || value === 2 || value === 3 || value === 4;
}

/** Whole seconds since 1970, up to the year 9999. */
export function isTime(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < 253_402_300_800;
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= 200;
}
