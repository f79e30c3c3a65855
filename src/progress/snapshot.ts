import { type CardLedger, type Checkpoint, firstReview, type Ledger, scheduleOf } from './ledger';
import type { Replay } from './progress';
import {
  checksum,
  decodeKnown,
  decodeRecord,
  decodeSchedule,
  encodeKnown,
  encodeRecord,
  encodeSchedule,
  isTime,
} from './record';

/** Format of what is stored. Grows when an older program could no longer read it right. */
export const formatVersion = 1;

/** A ledger as stored. */
export interface Snapshot {
  readonly version: number;
  /** Checksum of `lines`. */
  readonly sum: string;
  /** One line a checkpoint, a review or an undone review. */
  readonly lines: string;
}

/** A snapshot that can't be used as it is, and why. */
export type Fault = 'damaged' | 'newer';

export interface SnapshotOptions {
  /** Seconds since 1970. Reviews since then stay single, so that they can be undone and met with those of other windows; older ones are summed up. */
  readonly recent: number;
  /** Small: figures rounded, prints left out. For `globalState`, where 10,000 cards have to fit in the half megabyte before VS Code warns. */
  readonly small?: boolean;
  readonly replay?: Replay | undefined;
}

export function encodeSnapshot(ledger: Ledger, options: SnapshotOptions): Snapshot {
  const lines: string[] = [];
  for (const card of ledger.cards()) {
    const old = card.entries.filter((entry) => entry.review.at < options.recent);
    const checkpoint = old.length > 0 ? sumUp({ ...card, entries: old }, options.replay) : card.checkpoint;
    if (checkpoint) lines.push(encodeCheckpoint(card, checkpoint, options.small ?? false));
    if (card.mark) lines.push(encodeRecord({ type: 'mark', mark: card.mark, known: card.known }));
    for (const entry of card.entries) {
      if (entry.review.at >= options.recent) lines.push(encodeRecord({ type: 'review', ...entry, known: card.known }));
    }
  }
  for (const [card, times] of ledger.undone) {
    for (const at of times) if (at >= options.recent) lines.push(encodeRecord({ type: 'undo', card, at }));
  }
  const text = lines.join('\n');
  return { version: formatVersion, sum: checksum(text), lines: text };
}

/** Adds what a snapshot holds to the ledger. Of a damaged one the intact lines count all the same; of a newer one nothing does. */
export function addSnapshot(ledger: Ledger, value: unknown): Fault | undefined {
  if (typeof value !== 'object' || value === null) return 'damaged';
  const { version, sum, lines } = value as Partial<Record<keyof Snapshot, unknown>>;
  if (typeof version === 'number' && version > formatVersion) return 'newer';
  if (typeof lines !== 'string') return 'damaged';
  const whole = version === formatVersion && checksum(lines) === sum;
  let damaged = !whole;
  for (const line of lines.split('\n')) if (line && !addLine(ledger, line, whole)) damaged = true;
  return damaged ? 'damaged' : undefined;
}

/** The checksum of a line is looked at only where that of the whole does not hold: hashing every line would cost a start too much. */
function addLine(ledger: Ledger, line: string, whole: boolean): boolean {
  if (!line.startsWith('=')) {
    const record = decodeRecord(line);
    if (record) ledger.add(record);
    return record !== undefined;
  }
  const body = line.slice(4);
  if (!whole && lineSum(body) !== line.slice(1, 4)) return false;
  const decoded = decodeCheckpoint(body);
  if (decoded) ledger.addCheckpoint(decoded.card, decoded.checkpoint);
  return decoded !== undefined;
}

const seconds = (text: string | undefined) => Number.parseInt(text ?? '', 36);

/** `=`, three characters of checksum, then: id, kind, key, print, phase, step, last review, due, stability, difficulty, reviews, lapses, first review, reset. */
function encodeCheckpoint({ known }: CardLedger, { schedule, first, reset }: Checkpoint, small: boolean): string {
  const [id, kind, key, print] = encodeKnown(known);
  const [phase, step, due = 0, last = 0, stability = 0, difficulty = 0, reps, lapses] = encodeSchedule(schedule);
  const body = [
    encodeURIComponent(String(id)),
    kind,
    key,
    small ? '' : print,
    phase,
    step,
    last.toString(36),
    (due - last).toString(36),
    small ? Number(stability.toPrecision(4)) : stability,
    small ? Number(difficulty.toPrecision(3)) : difficulty,
    reps,
    lapses,
    first === 0 ? '' : (last - first).toString(36),
    ...(reset === 0 ? [] : [reset.toString(36)]),
  ].join(',');
  return `=${lineSum(body)}${body}`;
}

function decodeCheckpoint(body: string): { card: CardLedger['known']; checkpoint: Checkpoint } | undefined {
  const [id = '', kind, key, print, phase, step, last, due, stability, difficulty, reps, lapses, first, reset] =
    body.split(',');
  const card = decodeKnown([decodeId(id), kind, key, print]);
  const at = seconds(last);
  const schedule = decodeSchedule(
    [phase, step, at + seconds(due), at, stability, difficulty, reps, lapses].map((field) =>
      field === '' ? Number.NaN : Number(field),
    ),
  );
  const since = first === '' ? 0 : at - seconds(first);
  const begun = reset === undefined ? 0 : seconds(reset);
  return card && schedule && isTime(since) && isTime(begun)
    ? { card, checkpoint: { schedule, first: since, reset: begun } }
    : undefined;
}

function decodeId(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

function lineSum(body: string): string {
  return checksum(body).slice(0, 3);
}

function sumUp(card: CardLedger, replay: Replay | undefined): Checkpoint | undefined {
  const schedule = scheduleOf(card, replay);
  return schedule && { schedule, first: firstReview(card), reset: card.mark?.reset ?? 0 };
}
