import * as v from 'valibot';
import { Ledger } from './ledger';
import { decodeBase, encodeBase } from './logText';
import { decodeMark, isDevice, isTime, isTook } from './record';
import { dayOf, daySeconds, type Exact, ReviewLog, secondOf } from './reviewLog';

/*
 * Progress as JSON for people and other programs: every review ever given, with the content identity of its card. Times are ISO 8601, UTC; the
 * milliseconds tell windows apart (see `Moment`).
 */

const format = 'interview-study-progress';
const formatVersion = 1;

const moment = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.transform((text) => Date.parse(text)),
  v.check((milliseconds) => isTime(secondOf(milliseconds))),
);
const device = v.pipe(
  v.string(),
  v.check((text) => isDevice(text)),
);
const review = v.object({
  device,
  at: moment,
  /** 0: only that it was taken back is known. */
  grade: v.picklist([0, 1, 2, 3, 4]),
  milliseconds: v.optional(
    v.pipe(
      v.number(),
      v.check((value) => isTook(value)),
    ),
    0,
  ),
  undone: v.optional(v.boolean(), false),
});
/** A day of which only the order of the grades is known. */
const day = v.object({
  device,
  date: v.pipe(v.string(), v.isoDate()),
  grades: v.pipe(v.string(), v.regex(/^[1-4a-d]+$/)),
});
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const card = v.object({
  id: name,
  kind: v.picklist(['question', 'term', 'choice', 'steps', 'cloze']),
  /** Empty for a card that is named in its note. */
  key: v.pipe(v.string(), v.maxLength(200)),
  print: v.string(),
  mark: v.optional(v.unknown()),
  reviews: v.array(review),
  days: v.optional(v.array(day), []),
  sums: v.optional(v.array(v.object({ device, sum: v.string() })), []),
});
const reset = v.object({ id: name, at: moment, undone: v.boolean() });
/** What every version says of itself, whatever else it holds. */
const head = v.object({ format: v.literal(format), version: v.number() });
const file = v.object({
  resets: v.optional(v.array(v.unknown()), []),
  cards: v.array(v.unknown()),
});

/** @param now milliseconds since 1970 */
export function exportProgress(ledger: Ledger, now: number): string {
  const cards = [...ledger.accounts()].map((account) => {
    const logs = [...ledger.logs(account)];
    const days = logs.flatMap(([device, log]) =>
      [...log.days].map(([day, grades]) => ({ device, date: isoOf(day * daySeconds * 1000).slice(0, 10), grades })),
    );
    const sums = logs.flatMap(([device, { base }]) => (base ? [{ device, sum: encodeBase(base) }] : []));
    return {
      ...account.known,
      ...(account.mark && { mark: account.mark }),
      reviews: logs.flatMap(([device, log]) =>
        [...log.exact].map(([moment, { grade, took, undone }]) => ({
          device,
          at: isoOf(moment),
          grade,
          ...(took > 0 && { milliseconds: took }),
          ...(undone && { undone }),
        })),
      ),
      ...(days.length > 0 && { days }),
      ...(sums.length > 0 && { sums }),
    };
  });
  const resets = [...ledger.resets.values()].map((each) => ({ ...each, at: isoOf(each.at * 1000) }));
  const exported = isoOf(now);
  return `${JSON.stringify({ format, version: formatVersion, exported, resets, cards }, null, 1)}\n`;
}

/** What came of reading an export. */
export type Imported =
  | {
      readonly ledger: Ledger /** The cards that could not be read: which, and why. */;
      readonly unreadable: readonly string[];
    }
  | 'no-export'
  | 'newer';

export function importProgress(text: string): Imported {
  const json = jsonOf(text);
  const { success, output } = v.safeParse(head, json);
  if (success && output.version > formatVersion) return 'newer';
  const parsed = v.safeParse(file, json);
  if (!success || !parsed.success) return 'no-export';
  const { resets, cards } = parsed.output;
  const ledger = new Ledger();
  for (const each of resets) {
    const result = v.safeParse(reset, each);
    if (result.success) ledger.joinReset({ ...result.output, at: secondOf(result.output.at) });
  }
  const unreadable: string[] = [];
  for (const [index, each] of cards.entries()) {
    const result = v.safeParse(card, each);
    if (result.success) addCard(ledger, result.output);
    else unreadable.push(`card ${index + 1}: ${v.summarize(result.issues)}`);
  }
  return { ledger, unreadable };
}

function addCard(
  ledger: Ledger,
  { id, kind, key, print, mark, reviews, days, sums }: v.InferOutput<typeof card>,
): void {
  const known = { id, kind, key: key || id, print };
  const logs = new Map<string, ReviewLog>();
  const logOf = (device: string) => {
    const log = logs.get(device) ?? new ReviewLog();
    logs.set(device, log);
    return log;
  };
  for (const { device, at, grade, milliseconds, undone } of reviews) {
    logOf(device).add(at, { grade: grade as Exact['grade'], took: milliseconds, undone: undone || grade === 0 });
  }
  for (const { device, date, grades } of days) logOf(device).addDay(dayOf(Date.parse(date) / 1000), grades);
  for (const { device, sum } of sums) {
    const base = decodeBase(sum);
    if (base) logOf(device).addBase(base);
  }
  for (const [device, log] of logs) ledger.joinLog(known, log.last, device, log);
  const decision = decodeMark(mark);
  if (decision) ledger.joinMark(known, decision);
}

function isoOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
