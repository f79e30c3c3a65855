import type { Ledger } from './ledger';
import { scheduleOf } from './logText';
import { checksum, decodeKnown, decodeRecord, type Fault, isTime, parse } from './record';
import { ReviewLog } from './reviewLog';

/*
 * What the first version stored: `{version: 1, sum, lines}`, one line a review, or a card's older reviews summed up as the schedule they led to
 * (`=`, three characters of checksum, then id, kind, key, print, phase, step, last review, due, stability, difficulty, reviews, lapses, first
 * review, reset). In `globalState` under `progress.` and the device's name, in the folder as JSON.
 */

/** Whether a key of `globalState` is the first version's, and of which device. */
export function legacyDevice(key: string): string | undefined {
  return /^progress\.([a-z0-9]{4,32})$/.exec(key)?.[1];
}

/** Adds a snapshot of the first version. Of a damaged one the intact lines count all the same. */
export function addLegacySnapshot(ledger: Ledger, value: unknown, device: string): Fault | undefined {
  if (typeof value !== 'object' || value === null) return 'damaged';
  const { version, sum, lines } = value as Partial<Record<'version' | 'sum' | 'lines', unknown>>;
  if (typeof version === 'number' && version > 1) return 'newer';
  if (typeof lines !== 'string') return 'damaged';
  let damaged = version !== 1 || checksum(lines) !== sum;
  for (const line of lines.split('\n')) if (line && !addLine(ledger, line, device)) damaged = true;
  return damaged ? 'damaged' : undefined;
}

function addLine(ledger: Ledger, line: string, device: string): boolean {
  if (line.startsWith('=')) return addSum(ledger, line, device);
  const record = decodeRecord(line);
  if (typeof record === 'string') return false;
  ledger.add(record, device);
  return true;
}

function addSum(ledger: Ledger, line: string, device: string): boolean {
  const body = line.slice(4);
  if (checksum(body).slice(0, 3) !== line.slice(1, 4)) return false;
  const [id = '', kind, key, print, phase, step, last, due, stability, difficulty, reps, lapses, first, reset] =
    body.split(',');
  const known = decodeKnown([parseId(id), kind, key, print]);
  const at = seconds(last);
  const schedule = scheduleOf([phase, step, at + seconds(due), at, stability, difficulty, reps, lapses].map(Number));
  const since = first ? at - seconds(first) : 0;
  const begun = reset === undefined ? 0 : seconds(reset);
  if (!known || !schedule || !isTime(since) || !isTime(begun)) return false;
  const log = new ReviewLog();
  log.addBase({ schedule, first: since, reset: begun });
  ledger.joinLog(known, at, device, log);
  return true;
}

function seconds(text: string | undefined): number {
  return Number.parseInt(text ?? '', 36);
}

function parseId(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

export function isLegacySnapshot(text: string): boolean {
  return text.startsWith('{') && typeof parse(text) === 'object';
}
