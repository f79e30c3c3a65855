import type { Schedule } from '../schedule/types';
import { crc32 } from './crc32';
import type { Account, Ledger } from './ledger';
import { decodeSchedule, encodeLog, encodeSchedule, isLog } from './logText';
import type { Reset } from './progress';
import { decodeKnown, decodeMark, encodeKnown, type Fault, isTime, parse } from './record';

/*
 * A ledger as the text of a file: one line a card, each with its checksum, so that a damaged one costs only itself. The first line says the
 * format, how many lines there are, and which scheduler made the schedules.
 */

/** Format of what is stored. Grows when an older program could no longer read it right. */
export const formatVersion = 2;

const headPattern = /^(progress (\d+) (\d+) (\S+)) (\S+)$/;

export function encodeSnapshot(ledger: Ledger, scheduler: string): string {
  const lines: string[] = [];
  for (const reset of ledger.resets.values()) lines.push(summed(['/reset', reset.id, reset.at, reset.undone ? 1 : 0]));
  for (const account of ledger.accounts()) lines.push(encodeAccount(account));
  const head = `progress ${formatVersion} ${lines.length} ${scheduler}`;
  return [`${head} ${crc32(head).toString(36)}`, ...lines].join('\n');
}

/**
 * Adds what a snapshot holds to the ledger. Of a damaged one the intact lines count all the same; of a newer one nothing does. Schedules are taken
 * over where this scheduler made them, else they are reckoned anew.
 */
export function addSnapshot(ledger: Ledger, text: string, scheduler: string): Fault | undefined {
  const headEnd = endOfLine(text, 0);
  const headLine = text.slice(0, headEnd);
  if (Number(/^progress (\d+) /.exec(headLine)?.[1]) > formatVersion) return 'newer';
  const [, head, , count, madeBy, sum] = headPattern.exec(headLine) ?? [];
  const isHeadIntact = head !== undefined && crc32(head).toString(36) === sum;
  let isOurs = isHeadIntact && madeBy === scheduler;
  let intact = 0;
  let lines = 0;
  let resetAt = 0;
  for (let start = headEnd + 1; start <= text.length; lines++) {
    const end = endOfLine(text, start);
    const fields = fieldsOf(text, start, end);
    start = end + 1;
    if (!fields) continue;
    if (fields[0] === '/reset') {
      const reset = resetOf(fields);
      if (!reset) continue;
      ledger.joinReset(reset);
      if (!reset.undone) resetAt = Math.max(resetAt, reset.at);
      intact++;
      continue;
    }
    // Resets come first. Where others stand than the snapshot knows, its schedules are of other reviews.
    isOurs &&= ledger.resetAt === resetAt;
    if (addAccount(ledger, fields, isOurs)) intact++;
  }
  return isHeadIntact && Number(count) === intact && intact === lines ? undefined : 'damaged';
}

/** Checksum, then: id, kind, key, print, when that was known, mark, schedule, first review, and one field a log. */
function encodeAccount(account: Account): string {
  const { known, knownAt, mark, schedule, first, ahead, packed, logs } = account;
  const [id, ...content] = encodeKnown(known);
  const figures = schedule && !ahead ? encodeSchedule(schedule) : '';
  return summed([
    encodeURIComponent(String(id)),
    ...content.map((each) => encodeURIComponent(String(each))),
    knownAt,
    mark ? JSON.stringify(mark) : '',
    figures,
    first,
    ...(packed ?? [...logs].map(([device, log]) => encodeLog(device, log))),
  ]);
}

function resetOf([, id = '', at, undone]: readonly string[]): Reset | undefined {
  return id !== '' && isTime(Number(at)) ? { id, at: Number(at), undone: undone === '1' } : undefined;
}

function addAccount(ledger: Ledger, fields: readonly string[], isOurs: boolean): boolean {
  const [id = '', kind, key = '', print = '', knownAt, mark = '', figures = '', first, ...logs] = fields;
  const known = decodeKnown([decoded(id), kind, decoded(key), decoded(print)]);
  if (!known || !isTime(Number(knownAt)) || !logs.every(isLog)) return false;
  const schedule: Schedule | undefined = isOurs ? decodeSchedule(figures) : undefined;
  ledger.joinPacked(known, Number(knownAt), logs, schedule, Number(first));
  const decision = mark === '' ? undefined : decodeMark(parse(mark));
  if (decision) ledger.joinMark(known, decision);
  return true;
}

/** The fields of a line after its checksum; undefined where it is damaged. */
function fieldsOf(text: string, start: number, end: number): string[] | undefined {
  const tab = text.indexOf('\t', start);
  if (tab < 0 || tab > end) return undefined;
  const isIntact = text.slice(start, tab) === crc32(text, tab + 1, end).toString(36);
  return isIntact ? text.slice(tab + 1, end).split('\t') : undefined;
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

function summed(fields: readonly (string | number)[]): string {
  const body = fields.join('\t');
  return `${crc32(body).toString(36)}\t${body}`;
}

function decoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
