import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Grade } from '../schedule/types';
import type { Known } from '../study/identity';
import type { Mark, Reset, Review } from './progress';
import { type Moment, secondOf } from './reviewLog';

/** What a journal holds. */
export type ProgressRecord =
  | {
      readonly type: 'review';
      readonly review: Review;
      readonly known: Known;
      /** Where it was given; where that isn't said, here. */
      readonly device?: string;
      /** See `Moment`. */
      readonly tag?: number;
    }
  /** A review crossed out. */
  | { readonly type: 'undo'; readonly card: string; readonly moment: Moment }
  /** What was decided about a card. */
  | { readonly type: 'mark'; readonly mark: Mark; readonly known: Known }
  | { readonly type: 'reset'; readonly reset: Reset };

/** Why something stored can't be used. */
export type Fault = 'damaged' | 'newer';

const kinds: readonly Known['kind'][] = ['question', 'term', 'choice', 'steps', 'cloze'];

/** One line a record: a checksum, then positional JSON. A line stands for itself, so a damaged one costs only itself. */
export function encodeRecord(record: ProgressRecord): string {
  const body = JSON.stringify(fieldsOf(record));
  return `${checksum(body)} ${body}`;
}

function fieldsOf(record: ProgressRecord): readonly unknown[] {
  switch (record.type) {
    case 'review':
      return ['a', record.review, encodeKnown(record.known), record.device ?? '', record.tag ?? 0];
    case 'undo':
      return ['u', record.card, secondOf(record.moment), record.moment % 1000];
    case 'mark':
      return ['m', record.mark, encodeKnown(record.known)];
    case 'reset':
      return ['x', record.reset.id, record.reset.at, record.reset.undone];
  }
}

/** A record, or why there is none: `newer` where the line is whole but of a kind that this version doesn't know. */
export function decodeRecord(line: string): ProgressRecord | Fault {
  const body = line.slice(9);
  if (line[8] !== ' ' || checksum(body) !== line.slice(0, 8)) return 'damaged';
  const fields = parse(body);
  if (!Array.isArray(fields)) return 'damaged';
  switch (fields[0]) {
    case 'u':
      return isName(fields[1]) && isTime(fields[2])
        ? { type: 'undo', card: fields[1], moment: fields[2] * 1000 + tagOf(fields[3]) }
        : 'damaged';
    case 'm': {
      const mark = decodeMark(fields[1]);
      const known = decodeKnown(fields[2]);
      return mark && known ? { type: 'mark', mark, known } : 'damaged';
    }
    case 'x': {
      const [, id, at, undone] = fields;
      return isName(id) && isTime(at) ? { type: 'reset', reset: { id, at, undone: undone === true } } : 'damaged';
    }
    case 'a': {
      const review = decodeReview(fields[1]);
      const known = decodeKnown(fields[2]);
      const device = isDevice(fields[3]) ? { device: fields[3] } : {};
      const tag = tagOf(fields[4]);
      return review && known ? { type: 'review', review, known, ...device, tag } : 'damaged';
    }
    // As early versions wrote it, with the schedule that came of it.
    case 'r': {
      const review = decodeReview(fields[1]);
      const known = decodeKnown(fields[3]);
      return review && known ? { type: 'review', review, known } : 'damaged';
    }
    default:
      return 'newer';
  }
}

/** Id, kind, key (empty where it is the id), print. */
export function encodeKnown({ id, kind, key, print }: Known): readonly (string | number)[] {
  return [id, kinds.indexOf(kind), key === id ? '' : key, print];
}

export function decodeKnown(value: unknown): Known | undefined {
  return Array.isArray(value) ? knownOf(value[0], value[1], value[2], value[3]) : undefined;
}

export function knownOf(id: unknown, kindIndex: unknown, key: unknown, print: unknown): Known | undefined {
  const kind = kinds[Number(kindIndex)];
  if (!isName(id) || !kind || typeof key !== 'string' || typeof print !== 'string') return undefined;
  return { id, kind, key: key || id, print };
}

function decodeReview(value: unknown): Review | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { card, at, grade, took } = value as Partial<Record<keyof Review, unknown>>;
  if (!isName(card) || !isTime(at) || !isGrade(grade)) return undefined;
  return { card, at, grade, took: isTook(took) ? took : 0 };
}

export function decodeMark(value: unknown): Mark | undefined {
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

/** Milliseconds of an answer: whole, and no more than a day. */
export function isTook(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 86_400_000;
}

/** Early versions wrote none. */
function tagOf(value: unknown): number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < 1000 ? (value as number) : 0;
}

export function isDevice(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z0-9]{1,32}$/.test(value);
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= 200;
}
