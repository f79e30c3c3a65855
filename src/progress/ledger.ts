import type { Schedule } from '../schedule/types';
import type { Known } from '../study/identity';
import { decodeLog, deviceAndWeight, splitLogs } from './logText';
import type { Mark, Reset, Review, Scheduler } from './progress';
import type { ProgressRecord } from './record';
import { type Base, dayOf, daySeconds, type LogEntry, type Moment, ReviewLog, secondOf } from './reviewLog';

/** All that is kept of one card. */
export interface Account {
  known: Known;
  /** Seconds since 1970 of the review that `known` was learnt with. */
  knownAt: number;
  mark: Mark | undefined;
  /** What the reviews come to. Undefined for a card without a review that counts. */
  schedule: Schedule | undefined;
  /** Seconds since 1970 of the first review that counts; 0 where it is no longer known. */
  first: number;
  /** Some of its reviews were given under a clock that was ahead: its schedule holds for now only. */
  ahead: boolean;
  /** Logs as they stand in a snapshot. Most cards of a start are never looked at closer. */
  packed: string | undefined;
  /** By device. Undefined while they are packed. */
  logs: Map<string, ReviewLog> | undefined;
}

export interface Tally {
  readonly reviews: number;
  readonly cards: number;
}

/** A review that counts. */
export interface Counted extends Pick<LogEntry, 'moment' | 'grade' | 'took'> {
  /** Seconds since 1970. */
  readonly at: number;
}

/**
 * The union of all reviews ever seen, from whatever window, device or backup. Adding is idempotent and commutes: in whatever order records
 * arrive, and however often, the same ledger comes out. Nothing is ever taken away; an undone review is crossed out.
 */
export class Ledger {
  readonly schedules = new Map<string, Schedule>();
  readonly marks = new Map<string, Mark>();
  readonly resets = new Map<string, Reset>();
  /** Grows whenever something new is added. */
  revision = 0;
  readonly #accounts = new Map<string, Account>();
  /** Cards whose schedule has to be reckoned anew. */
  readonly #stale = new Set<string>();
  #weights: Map<string, number> | undefined;

  /** Number of cards on the books. */
  get size(): number {
    return this.#accounts.size;
  }

  /** Adds a record; false when it was on the books already. `device` is where records come from that don't say it. */
  add(record: ProgressRecord, device: string): boolean {
    switch (record.type) {
      case 'review': {
        const { review, known } = record;
        const { at, grade, took } = review;
        const moment = at * 1000 + (record.tag ?? 0);
        const account = this.#account(known, at);
        return this.#change(account, record.device ?? device, (log) => log.add(moment, { grade, took, undone: false }));
      }
      case 'undo': {
        const account = this.#accounts.get(record.card) ?? this.#account(unknownCard(record.card), 0);
        const holder = [...this.#unpack(account)].find(([, log]) => log.exact.has(record.moment))?.[0] ?? device;
        return this.#change(account, holder, (log) => log.add(record.moment, { grade: 0, took: 0, undone: true }));
      }
      case 'mark':
        return this.joinMark(record.known, record.mark);
      case 'reset':
        return this.joinReset(record.reset);
    }
  }

  joinLog(known: Known, knownAt: number, device: string, log: ReviewLog): boolean {
    return this.#change(this.#account(known, knownAt), device, (mine) => mine.join(log));
  }

  /** Adds a card as a snapshot holds it. Its schedule is taken over where nothing else is known of the card. */
  joinPacked(known: Known, knownAt: number, packed: string, schedule?: Schedule, first = 0): boolean {
    if (this.#accounts.has(known.id)) {
      const account = this.#account(known, knownAt);
      let changed = false;
      for (const text of splitLogs(packed)) {
        const [device] = deviceAndWeight(text);
        changed = this.#change(account, device, (log) => log.join(decodeLog(text))) || changed;
      }
      return changed;
    }
    const account: Account = {
      known,
      knownAt,
      mark: undefined,
      schedule,
      first,
      ahead: false,
      packed,
      logs: undefined,
    };
    this.#accounts.set(known.id, account);
    this.#weights = undefined;
    this.revision++;
    if (schedule) this.schedules.set(known.id, schedule);
    else this.#stale.add(known.id);
    return true;
  }

  joinMark(known: Known, mark: Mark): boolean {
    const account = this.#account(known, mark.at);
    const before = account.mark;
    const joined = before ? later(before, mark) : mark;
    account.mark = joined;
    this.marks.set(known.id, joined);
    if (joined.reset !== before?.reset) this.#stale.add(known.id);
    const changed = before === undefined || JSON.stringify(joined) !== JSON.stringify(before);
    if (changed) this.revision++;
    return changed;
  }

  joinReset(reset: Reset): boolean {
    const mine = this.resets.get(reset.id);
    const joined = { id: reset.id, at: Math.max(reset.at, mine?.at ?? 0), undone: reset.undone || !!mine?.undone };
    if (mine?.at === joined.at && mine.undone === joined.undone) return false;
    this.resets.set(reset.id, joined);
    this.staleAll();
    this.revision++;
    return true;
  }

  /** Seconds since 1970 of the last reset of everything that stands; 0 without one. */
  get resetAt(): number {
    return Math.max(0, ...[...this.resets.values()].filter(({ undone }) => !undone).map(({ at }) => at));
  }

  /** Grows with every mark and reset. */
  get decisions(): number {
    let sum = 0;
    for (const { at, reset = 0 } of this.marks.values()) sum += at + reset;
    for (const { undone } of this.resets.values()) sum += undone ? 2 : 1;
    return sum;
  }

  /** What all logs of each device weigh. Reckoned when first asked for: a start has no need of it. */
  get weights(): ReadonlyMap<string, number> {
    if (this.#weights) return this.#weights;
    this.#weights = new Map();
    for (const { packed, logs } of this.#accounts.values()) {
      for (const [device, log] of logs ?? []) this.#weigh(device, log.weight);
      for (const [device, weight] of splitLogs(packed ?? '').map(deviceAndWeight)) this.#weigh(device, weight);
    }
    return this.#weights;
  }

  /** Number of reviews that count, and of the cards that they are of. */
  tally(): Tally {
    let reviews = 0;
    for (const { reps } of this.schedules.values()) reviews += reps;
    return { reviews, cards: this.schedules.size };
  }

  /** What another ledger holds that stands here not. */
  lacking(other: Ledger): Tally {
    let reviews = 0;
    let cards = 0;
    for (const account of other.accounts()) {
      const mine = this.#accounts.get(account.known.id);
      let lacking = 0;
      for (const [device, log] of other.logs(account)) {
        const joined = new ReviewLog();
        const own = mine && this.logs(mine).get(device);
        if (own) joined.join(own);
        const before = joined.entries().length;
        joined.join(log);
        lacking += joined.entries().length - before;
      }
      reviews += lacking;
      if (lacking > 0) cards++;
    }
    return { reviews, cards };
  }

  /** Adds all that another ledger holds. */
  joinAll(other: Ledger): void {
    for (const account of other.accounts()) {
      for (const [device, log] of other.logs(account)) this.joinLog(account.known, account.knownAt, device, log);
      if (account.mark) this.joinMark(account.known, account.mark);
    }
    for (const reset of other.resets.values()) this.joinReset(reset);
  }

  accounts(): Iterable<Account> {
    return this.#accounts.values();
  }

  account(id: string): Account | undefined {
    return this.#accounts.get(id);
  }

  logs(account: Account): ReadonlyMap<string, ReviewLog> {
    return this.#unpack(account);
  }

  /** The reviews of a card that count, oldest first, and what early versions left of those before them. */
  reviews(account: Account): { readonly base: Base | undefined; readonly counted: readonly Counted[] } {
    const from = Math.max(account.mark?.reset ?? 0, this.resetAt);
    const logs = [...this.logs(account).values()];
    const exact = new Map<number, Counted>();
    const rough: Counted[] = [];
    const entries = logs.flatMap((log) => log.entries());
    for (const { moment, grade, took, undone, exact: isExact } of entries) {
      const at = secondOf(moment);
      if (at <= from || (undone && !isExact)) continue;
      if (!isExact) rough.push({ moment, at, grade, took });
      else if (grade > (exact.get(moment)?.grade ?? 0)) exact.set(moment, { moment, at, grade, took });
    }
    // One review may stand in the logs of two devices; taken back in one, it is taken back.
    for (const { moment, undone } of entries) if (undone) exact.delete(moment);
    for (const log of logs) for (const [moment, { undone }] of log.exact) if (undone) exact.delete(moment);
    const counted = [...exact.values(), ...rough].sort((a, b) => a.moment - b.moment);

    const base = logs
      .map((log) => log.base)
      .reduce((a, b) => (b && (!a || b.schedule.reps > a.schedule.reps) ? b : a), undefined);
    if (!base || base.reset < from) return { base: undefined, counted };
    const covered = base.schedule.lastReview / 1000;
    const isWhole = counted.filter(({ at }) => at <= covered).length >= base.schedule.reps;
    return isWhole ? { base: undefined, counted } : { base, counted: counted.filter(({ at }) => at > covered) };
  }

  /** The second at which a review of a card is kept: later than those before it and than a reset, unless those lie in the future. */
  timeFor(card: string, now: number, isReserved = (_second: number): boolean => false): number {
    const account = this.#accounts.get(card);
    const reset = Math.max(account?.mark?.reset ?? 0, this.resetAt);
    let at = Math.max(now, reset + 1);
    const logs = account ? [...this.logs(account).values()] : [];
    const taken = new Set(logs.flatMap((log) => [...log.exact.keys()].map(secondOf)));
    const last = Math.max(0, ...taken);
    if (last <= now + daySeconds) at = Math.max(at, last + 1);
    while (taken.has(at) || isReserved(at)) at++;
    return at;
  }

  /**
   * Whether of the day of `at` only the run is known here, from a copy: which of its reviews a new one would be can't be told, and it would hide
   * behind them. In a log of its own it counts beside them.
   */
  isVague(card: string, device: string, at: number): boolean {
    const account = this.#accounts.get(card);
    const log = account && this.logs(account).get(device);
    return !!log?.entries().some(({ moment, exact }) => !exact && dayOf(secondOf(moment)) === dayOf(at));
  }

  /** When exactly a review was given. Where two windows have one of that second, the one of `tag`. */
  momentOf({ card, at }: Review, tag: number): Moment {
    const account = this.#accounts.get(card);
    const moments = account ? [...this.logs(account).values()].flatMap((log) => [...log.exact.keys()]) : [];
    const own = at * 1000 + tag;
    return moments.includes(own) ? own : (moments.find((moment) => secondOf(moment) === at) ?? own);
  }

  /** Whether there are reviews that a card's schedule is not made of yet. */
  isStale({ known }: Account): boolean {
    return this.#stale.has(known.id);
  }

  /** The next `reckon` makes all schedules anew. */
  staleAll(): void {
    for (const id of this.#accounts.keys()) this.#stale.add(id);
  }

  /** Makes the schedules of the cards that have changed. `now` in seconds since 1970. */
  reckon(scheduler: Scheduler, now: number): void {
    for (const id of this.#stale) {
      const account = this.#accounts.get(id)!;
      this.#schedule(account, scheduler, now);
      if (account.schedule) this.schedules.set(id, account.schedule);
      else this.schedules.delete(id);
    }
    this.#stale.clear();
  }

  /**
   * A review that lies more than a day ahead was given under a wrong clock. It counts as given right after the last one that doesn't; where there is
   * none, the card is due, so that nobody waits for a year that the clock made up.
   */
  #schedule(account: Account, scheduler: Scheduler, now: number): void {
    const { base, counted } = this.reviews(account);
    const past = counted.filter(({ at }) => at <= now + daySeconds);
    const ahead = counted.slice(past.length);
    const last = past.at(-1)?.at;
    const inOrder = [...past, ...ahead.map(({ at, grade }) => ({ at: last ?? at, grade }))];
    const schedule = inOrder.length > 0 ? scheduler.replay(base?.schedule, inOrder) : base?.schedule;
    account.ahead = ahead.length > 0;
    account.first = base ? base.first : (counted[0]?.at ?? 0);
    account.schedule =
      schedule && account.ahead && last === undefined
        ? { ...schedule, due: Math.min(schedule.due, now * 1000) }
        : schedule;
  }

  #change(account: Account, device: string, change: (log: ReviewLog) => boolean): boolean {
    const logs = this.#unpack(account);
    const log = logs.get(device) ?? new ReviewLog();
    const before = log.weight;
    const changed = change(log);
    logs.set(device, log);
    this.#weigh(device, log.weight - before);
    if (changed) {
      this.#stale.add(account.known.id);
      this.revision++;
    }
    return changed;
  }

  #account(known: Known, knownAt: number): Account {
    let account = this.#accounts.get(known.id);
    if (!account) {
      account = {
        known,
        knownAt,
        mark: undefined,
        schedule: undefined,
        first: 0,
        ahead: false,
        packed: undefined,
        logs: undefined,
      };
      this.#accounts.set(known.id, account);
    } else if (isLater(known, knownAt, account)) {
      account.known = known;
      account.knownAt = knownAt;
    }
    return account;
  }

  #unpack(account: Account): Map<string, ReviewLog> {
    account.logs ??= new Map(
      splitLogs(account.packed ?? '').map((text) => [deviceAndWeight(text)[0], decodeLog(text)] as const),
    );
    account.packed = undefined;
    return account.logs;
  }

  #weigh(device: string, change: number): void {
    this.#weights?.set(device, (this.#weights.get(device) ?? 0) + change);
  }
}

/** A copy in `globalState` may leave the print out: that is no later knowledge. */
function isLater(known: Known, knownAt: number, { known: mine, knownAt: myTime }: Account): boolean {
  if (known.key === mine.key && known.kind === mine.kind && !known.print !== !mine.print) return !mine.print;
  if (knownAt !== myTime) return knownAt > myTime;
  return `${known.key} ${known.print}` > `${mine.key} ${mine.print}`;
}

/** Of a card only an undo is known so far. */
function unknownCard(id: string): Known {
  return { id, kind: 'question', key: id, print: '' };
}

/** The later of two decisions, whichever came first; the reset of a card is never taken back. */
function later(a: Mark, b: Mark): Mark {
  const rank = ({ hold, flagged }: Mark) => `${hold ?? ''} ${flagged ?? ''}`;
  const standing = a.at !== b.at ? (a.at > b.at ? a : b) : rank(a) > rank(b) ? a : b;
  const reset = Math.max(a.reset ?? 0, b.reset ?? 0);
  return reset > 0 ? { ...standing, reset } : standing;
}
