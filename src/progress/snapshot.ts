import { fnv1a } from './fnv1a';
import type { Account, Ledger } from './ledger';
import { encodeLog, figuresOf, scheduleOf } from './logText';
import type { Reset } from './progress';
import { decodeMark, encodeKnown, type Fault, isTime, knownOf, parse } from './record';

/*
 * A ledger as the text of a file. The first line says the format, how many lines follow, which scheduler made the schedules, and the checksum of
 * what follows: a JSON array with one card a line, which is the fastest there is to read. Each line begins with its own checksum, so that where
 * the whole is damaged every other line can be read by itself.
 */

/** Format of what is stored. Grows when an older program could no longer read it right. */
export const formatVersion = 2;

const headPattern = /^(progress (\d+) (\d+) (\S+) (\S+)) (\S+)$/;

export function encodeSnapshot(ledger: Ledger, scheduler: string): string {
  const lines: string[] = [];
  for (const { id, at, undone } of ledger.resets.values()) lines.push(encodeLine(['/reset', id, at, undone]));
  for (const account of ledger.accounts()) lines.push(encodeLine(fieldsOf(account, ledger.isStale(account))));
  const body = `[${lines.join(',\n')}]`;
  const head = `progress ${formatVersion} ${lines.length} ${scheduler} ${fnv1a(body).toString(36)}`;
  return `${head} ${fnv1a(head).toString(36)}\n${body}`;
}

/**
 * Adds what a snapshot holds to the ledger. Of a damaged one the intact lines count all the same; of a newer one nothing does. Schedules are taken
 * over where this scheduler made them, else they are reckoned anew.
 */
export function addSnapshot(ledger: Ledger, text: string, scheduler: string): Fault | undefined {
  const end = text.indexOf('\n') + 1;
  const headLine = text.slice(0, end - 1);
  const [, head, version, count, madeBy, sum, headSum] = headPattern.exec(headLine) ?? [];
  const isHeadIntact = head !== undefined && fnv1a(head).toString(36) === headSum;
  if (isHeadIntact ? Number(version) > formatVersion : isOfNewer(headLine, text.slice(end))) return 'newer';
  const isWhole = isHeadIntact && fnv1a(text, end).toString(36) === sum;
  const lines = isWhole ? parse(text.slice(end)) : intactLines(text.slice(end));
  if (!Array.isArray(lines)) return 'damaged';
  const cards = lines.findIndex((line) => !resetOf(line));
  const resets = lines.slice(0, cards < 0 ? undefined : cards).map((line) => resetOf(line)!);
  for (const reset of resets) ledger.joinReset(reset);
  // Where other resets stand than the snapshot knows, its schedules are of other reviews.
  const resetAt = Math.max(0, ...resets.map(({ at, undone }) => (undone ? 0 : at)));
  const isOurs = isHeadIntact && madeBy === scheduler && ledger.resetAt === resetAt;
  let read = resets.length;
  for (let n = resets.length; n < lines.length; n++) if (addCard(ledger, lines[n], isOurs)) read++;
  return isWhole && read === Number(count) ? undefined : 'damaged';
}

/** Whether what calls itself newer is so: where lines are intact as we write them, only the figure of its version is damaged. */
function isOfNewer(head: string, body: string): boolean {
  return Number(/^progress (\d+) /.exec(head)?.[1]) > formatVersion && intactLines(body).length === 0;
}

/** Id, kind, key, print, when that was known, mark, schedule (none where it is not of all these reviews), first review, logs. */
function fieldsOf(account: Account, isStale: boolean): readonly unknown[] {
  const { known, knownAt, mark, schedule, first, ahead, packed, logs } = account;
  const text = packed ?? [...(logs ?? [])].map(([device, log]) => encodeLog(device, log)).join('\t');
  const figures = schedule && !ahead && !isStale ? figuresOf(schedule) : 0;
  return [...encodeKnown(known), knownAt, mark ?? 0, figures, first, text];
}

function addCard(ledger: Ledger, line: unknown, isOurs: boolean): boolean {
  if (!Array.isArray(line)) return false;
  // By index, as in `scheduleOf`.
  const known = knownOf(line[1], line[2], line[3], line[4]);
  const knownAt = line[5];
  const figures = line[7];
  const first = line[8];
  const logs = line[9];
  if (!known || !isTime(knownAt) || typeof logs !== 'string') return false;
  const schedule = isOurs && Array.isArray(figures) ? scheduleOf(figures) : undefined;
  ledger.joinPacked(known, knownAt, logs, schedule, isTime(first) ? first : 0);
  const decision = line[6] === 0 ? undefined : decodeMark(line[6]);
  if (decision) ledger.joinMark(known, decision);
  return true;
}

function resetOf(line: unknown): Reset | undefined {
  if (!Array.isArray(line) || line[1] !== '/reset') return undefined;
  const [, , id, at, undone] = line;
  return typeof id === 'string' && isTime(at) ? { id, at, undone: undone === true } : undefined;
}

function encodeLine(fields: readonly unknown[]): string {
  const content = JSON.stringify(fields).slice(1);
  return `["${fnv1a(content).toString(36)}",${content}`;
}

/** The lines of a damaged snapshot that are as they were written. */
function intactLines(body: string): unknown[] {
  return body.split('\n').flatMap((line) => {
    const [, sum, content] = /^\[?\["([0-9a-z]+)",(.*\])[,\]]?$/.exec(line) ?? [];
    for (const each of [content, content?.slice(0, -1)]) {
      if (each && fnv1a(each).toString(36) === sum) return [parse(`["",${each}`)];
    }
    return [];
  });
}
