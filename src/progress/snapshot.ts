import type { Schedule } from '../schedule/types';
import { crc32 } from './crc32';
import type { Account, Ledger } from './ledger';
import { decodeSchedule, encodeLog, encodeSchedule, isLog } from './logText';
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
  const [headLine = '', ...lines] = text.split('\n');
  if (Number(/^progress (\d+) /.exec(headLine)?.[1]) > formatVersion) return 'newer';
  const [, head, , count, madeBy, sum] = headPattern.exec(headLine) ?? [];
  const isHeadIntact = head !== undefined && crc32(head).toString(36) === sum;
  const resets = lines.findIndex((line) => !line.includes('\t/reset\t'));
  const first = resets < 0 ? lines.length : resets;
  let intact = lines.slice(0, first).filter((line) => addReset(ledger, line)).length;
  // Where a reset is known that the snapshot doesn't know, its schedules are of reviews that no longer count.
  const isOurs = isHeadIntact && madeBy === scheduler && ledger.resets.size <= first;
  for (const line of lines.slice(first)) if (addAccount(ledger, line, isOurs)) intact++;
  return isHeadIntact && Number(count) === intact && intact === lines.length ? undefined : 'damaged';
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

function addReset(ledger: Ledger, line: string): boolean {
  const [, id = '', at, undone] = fieldsOf(line) ?? [];
  if (id === '' || !isTime(Number(at))) return false;
  ledger.joinReset({ id, at: Number(at), undone: undone === '1' });
  return true;
}

function addAccount(ledger: Ledger, line: string, isOurs: boolean): boolean {
  const fields = fieldsOf(line);
  if (!fields) return false;
  const [id = '', kind, key = '', print = '', knownAt, mark = '', figures = '', first, ...logs] = fields;
  const known = decodeKnown([decoded(id), kind, decoded(key), decoded(print)]);
  if (!known || !isTime(Number(knownAt)) || !logs.every(isLog)) return false;
  const schedule: Schedule | undefined = isOurs ? decodeSchedule(figures) : undefined;
  ledger.joinPacked(known, Number(knownAt), logs, schedule, Number(first));
  const decision = mark === '' ? undefined : decodeMark(parse(mark));
  if (decision) ledger.joinMark(known, decision);
  return true;
}

/** Undefined where the line is damaged. */
function fieldsOf(line: string): string[] | undefined {
  const end = line.indexOf('\t');
  const body = line.slice(end + 1);
  return line.slice(0, end) === crc32(body).toString(36) ? body.split('\t') : undefined;
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
