import { decodeRough, encodeRough, shortSum } from './copyText';
import { fnv1a } from './fnv1a';
import type { Account, Ledger } from './ledger';
import { decodeBase, decodeLog, deviceAndWeight, encodeBase, splitLogs } from './logText';
import type { Mark } from './progress';
import { decodeKnown, decodeMark, encodeKnown, type Fault, isTime, parse } from './record';
import { dayOf, daySeconds, type ReviewLog, secondOf } from './reviewLog';
import { formatVersion } from './snapshot';

/*
 * The copy of the progress in `globalState`: a text of a head, one section of decisions and one a device, and the head once more, so that a damaged
 * head costs nothing. The head says for each section what it holds and how long it is. Each line has its checksum.
 */

/** What a copy says it holds. */
export interface CopyHead {
  readonly version: number;
  /** See `Ledger.decisions`. */
  readonly decisions: number;
  /** See `Ledger.weights`, by device. */
  readonly weights: ReadonlyMap<string, number>;
}

interface Section {
  readonly device: string;
  readonly weight: number;
  readonly length: number;
}

/** Section of marks and resets. */
const decisionsSection = '-';
/** Reviews of the last days that may be kept to the second. */
const exactLimit = 1_500;
/** Characters up to which cards keep their prints, by which a reworded one is found again. */
const printsLimit = 240_000;

export interface CopyOptions {
  /** Characters that the copy may have. The cards that nobody has reviewed for longest are left out first. */
  readonly limit: number;
}

export interface EncodedCopy {
  readonly text: string;
  /** How many cards there was no room for. */
  readonly leftOut: number;
}

export function encodeCopy(ledger: Ledger, devices: readonly string[], { limit }: CopyOptions): EncodedCopy {
  const since = exactSince(ledger, devices);
  // On the day of a reset it is the second that says which reviews count.
  const resetDays = new Set([...ledger.resets.values()].map(({ at }) => dayOf(at)));

  const sections = new Map<string, Line[]>(devices.map((device) => [device, []]));
  for (const account of ledger.accounts()) {
    const resetDay = dayOf(account.mark?.reset ?? -1);
    const isRough = (day: number) => day < since && day !== resetDay && !resetDays.has(day);
    for (const [device, log] of logsOf(account)) sections.get(device)?.push(lineOf(account, log(), isRough));
  }
  const decisions = decisionLines(ledger);
  const texts = [...sections].map(([device, all]) => {
    const lines = fitting(all, limit - decisions.length);
    return { device, text: lines.join(''), leftOut: all.length - lines.length };
  });
  const body = [decisions, ...texts.map(({ text }) => text)].join('');
  const described = texts.map(({ device, text }) => `${device}:${ledger.weights.get(device) ?? 0}:${text.length}`);
  const content = [fnv1a(body).toString(36), ledger.decisions, [`-:0:${decisions.length}`, ...described].join(',')];
  const head = `progress ${formatVersion} ${shortSum(content.join(' '))} ${content.join(' ')};`;
  return { text: head + body + head, leftOut: texts.reduce((sum, { leftOut }) => sum + leftOut, 0) };
}

/** Adds what a copy holds to the ledger. Of a damaged one the intact lines count all the same; of a newer one nothing does. */
export function addCopy(ledger: Ledger, text: string): Fault | undefined {
  const first = text.slice(0, text.indexOf(';') + 1);
  const last = text.slice(text.lastIndexOf(';', text.length - 2) + 1);
  const head = readHead(first) ?? readHead(last);
  // Where the head at the end is ours, the one at the beginning is not newer but damaged.
  if (!head && Number(/^progress (\d+) /.exec(text)?.[1]) > formatVersion) return 'newer';
  if (!head) return 'damaged';
  let start = head.length;
  const body = text.slice(start, start + head.sections.reduce((sum, { length }) => sum + length, 0));
  const isWhole = fnv1a(body).toString(36) === head.sum && text === first + body + first && first === last;
  let damaged = !isWhole;
  for (const { device, length } of head.sections) {
    const lines = text
      .slice(start, start + length)
      .split(';')
      .slice(0, -1);
    for (const line of lines) if (!addLine(ledger, device, line, isWhole)) damaged = true;
    start += length;
  }
  return damaged ? 'damaged' : undefined;
}

/** What a copy says it holds; nothing where it says nothing that can be read. */
export function headOf(text: string): CopyHead {
  const head = readHead(text.slice(0, text.indexOf(';') + 1));
  return {
    version: Number(/^progress (\d+) /.exec(text)?.[1] ?? 0),
    decisions: head?.decisions ?? 0,
    weights: new Map(head?.sections.map(({ device, weight }) => [device, weight])),
  };
}

interface Head {
  readonly length: number;
  readonly sum: string;
  readonly decisions: number;
  readonly sections: readonly Section[];
}

function readHead(text: string): Head | undefined {
  const match = /^progress 2 (\S\S) ((\S+) (\d+) (\S+));$/.exec(text);
  if (!match || match[1] !== shortSum(match[2]!)) return undefined;
  const sections = match[5]!.split(',').map((each): Section => {
    const [device = '', weight, length] = each.split(':');
    return { device, weight: Number(weight), length: Number(length) };
  });
  return { length: text.length, sum: match[3]!, decisions: Number(match[4]), sections };
}

/** One card as it is about to be written. */
interface Line {
  readonly kind: number;
  readonly id: string;
  /** Empty where it is the id. */
  readonly key: string;
  readonly print: string;
  readonly base: string;
  readonly reviews: string;
  /** Seconds since 1970 of the last review, or of its day's start. */
  readonly last: number;
}

/** The logs of a card, each made when it is asked for: those of a start stay packed. */
function logsOf(account: Account): (readonly [string, () => ReviewLog])[] {
  return account.logs
    ? [...account.logs].map(([device, log]) => [device, () => log] as const)
    : splitLogs(account.packed ?? '').map((text) => [deviceAndWeight(text)[0], () => decodeLog(text)] as const);
}

function lineOf(account: Account, log: ReviewLog, isRough: (day: number) => boolean): Line {
  const [id, kind, key, print] = encodeKnown(account.known);
  const { days, exact } = encodeRough(log, isRough);
  return {
    kind: Number(kind),
    id: encodeURIComponent(String(id)),
    key: encodeURIComponent(String(key)),
    print: encodeURIComponent(String(print)),
    base: log.base ? encodeBase(log.base) : '',
    reviews: exact ? `${days} ${exact}` : days,
    last: log.last,
  };
}

/** The lines of a device, as many as there is room for: without prints where these would take too much, the newest where that isn't enough. */
function fitting(lines: readonly Line[], limit: number): string[] {
  const write = (all: readonly Line[], withPrint: boolean) =>
    all.map((line) => {
      const body = bodyOf(line, withPrint);
      return `${shortSum(body)}${body};`;
    });
  const length = (texts: readonly string[]) => texts.reduce((sum, text) => sum + text.length, 0);
  const full = write(lines, true);
  if (length(full) <= Math.min(limit, printsLimit)) return full;
  const short = write(lines, false);
  if (length(short) <= limit) return short;
  let room = limit;
  const newestFirst = write(
    lines.toSorted((a, b) => b.last - a.last),
    false,
  );
  const newest: string[] = [];
  for (const text of newestFirst) {
    room -= text.length;
    if (room < 0) break;
    newest.push(text);
  }
  return newest;
}

/** The first character says what follows the id: the kind, 5 more where there are key and print, 10 more where there is a base. */
function bodyOf({ kind, id, key, print, base, reviews }: Line, withPrint: boolean): string {
  const isNamed = key !== '' || (withPrint && print !== '');
  const layout = kind + (isNamed ? 5 : 0) + (base ? 10 : 0);
  const named = isNamed ? ` ${key} ${withPrint ? print : ''}` : '';
  return `${layout.toString(36)}${id}${named}${base ? ` ${base}` : ''} ${reviews}`;
}

function decisionLines(ledger: Ledger): string {
  const resets = [...ledger.resets.values()].map(({ id, at, undone }) => `r ${id} ${at} ${undone ? 1 : 0}`);
  const marks = [...ledger.marks].map(([id, mark]) => {
    const known = encodeKnown(ledger.account(id)!.known);
    return `m ${[...known, JSON.stringify(mark)].map((each) => encodeURIComponent(String(each))).join(' ')}`;
  });
  return [...resets, ...marks].map((body) => `${shortSum(body)}${body};`).join('');
}

/** The checksum of a line is looked at only where that of the whole doesn't hold. */
function addLine(ledger: Ledger, device: string, line: string, isWhole: boolean): boolean {
  const body = line.slice(2);
  if (!isWhole && shortSum(body) !== line.slice(0, 2)) return false;
  if (device === decisionsSection) return addDecision(ledger, body.split(' '));
  const layout = Number.parseInt(body[0] ?? '', 36);
  const [id = '', ...fields] = body.slice(1).split(' ');
  const [key = '', print = ''] = layout % 10 >= 5 ? fields.splice(0, 2) : [];
  const base = layout >= 10 ? decodeBase(fields.shift() ?? '') : undefined;
  const [days = '', exact = ''] = fields;
  const known = decodeKnown([decoded(id), layout % 5, decoded(key), decoded(print)]);
  const log = decodeRough({ days, exact });
  if (!known || !log) return false;
  if (base) log.addBase(base);
  ledger.joinLog(known, log.last, device, log);
  return true;
}

function addDecision(ledger: Ledger, [type, ...fields]: readonly string[]): boolean {
  if (type === 'r') {
    const [id = '', at, undone] = fields;
    if (id === '' || !isTime(Number(at))) return false;
    ledger.joinReset({ id, at: Number(at), undone: undone === '1' });
    return true;
  }
  const [id, kind, key, print, json] = fields.map(decoded);
  const known = decodeKnown([id, kind, key, print]);
  const mark: Mark | undefined = decodeMark(parse(json ?? ''));
  if (!known || !mark) return false;
  ledger.joinMark(known, mark);
  return true;
}

/** Reviews from this day on are kept to the second: those of the last two days, if they aren't too many. */
function exactSince(ledger: Ledger, devices: readonly string[]): number {
  let newest = 0;
  for (const { lastReview } of ledger.schedules.values()) newest = Math.max(newest, lastReview / 1000);
  const recent: number[] = [];
  for (const account of ledger.accounts()) {
    if ((account.schedule?.lastReview ?? 0) / 1000 < newest - 2 * daySeconds) continue;
    for (const [device, log] of logsOf(account))
      if (devices.includes(device)) recent.push(...[...log().exact.keys()].map(secondOf));
  }
  for (const day of [dayOf(newest) - 1, dayOf(newest)]) {
    if (recent.filter((at) => dayOf(at) >= day).length <= exactLimit) return day;
  }
  return Number.POSITIVE_INFINITY;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
