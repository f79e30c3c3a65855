import type { Schedule } from '../schedule/types';
import type { Known } from '../study/identity';
import type { Mark, Replay, Review } from './progress';
import type { ProgressRecord } from './record';

/** A card's reviews up to a moment, summed up as the schedule that they led to. */
export interface Checkpoint {
  readonly schedule: Schedule;
  /** Seconds since 1970 of the card's very first review; 0 where it is no longer known. */
  readonly first: number;
  /** Seconds since 1970 of the reset after which these reviews were given; 0 without one. */
  readonly reset: number;
}

/** A review on the books, with the schedule that the scheduler made of it when it was given. */
export interface Entry {
  readonly review: Review;
  readonly after: Schedule;
}

/** All that is kept of one card. */
export interface CardLedger {
  readonly known: Known;
  readonly checkpoint: Checkpoint | undefined;
  /** Reviews after the checkpoint, oldest first, the undone ones left out. */
  readonly entries: readonly Entry[];
  readonly mark: Mark | undefined;
}

interface Account {
  known: Known;
  checkpoint: Checkpoint | undefined;
  entries: Map<number, Entry>;
  mark: Mark | undefined;
}

/**
 * The union of all reviews ever seen, from whatever window, device or backup. Adding is idempotent and commutes: in whatever order records
 * arrive, and however often, the same ledger comes out. Nothing is ever taken away; an undone review is crossed out.
 */
export class Ledger {
  readonly #accounts = new Map<string, Account>();
  readonly #undone = new Map<string, Set<number>>();

  /** Adds a record; false when it was on the books already. */
  add(record: ProgressRecord): boolean {
    if (record.type === 'undo') return this.#undo(record.card, record.at);
    if (record.type === 'mark') return this.#mark(record.known, record.mark);
    const account = this.#account(record.known);
    const known = account.entries.has(record.review.at);
    account.entries.set(record.review.at, { review: record.review, after: record.after });
    if (record.review.at >= this.#newest(account)) account.known = record.known;
    return !known;
  }

  /** Adds a card's checkpoint; the one that sums up more reviews, or else the later one, stands. */
  addCheckpoint(known: Known, checkpoint: Checkpoint): void {
    const account = this.#account(known);
    const mine = account.checkpoint;
    if (!mine || isMore(checkpoint, mine)) account.checkpoint = checkpoint;
  }

  /** Number of cards on the books. */
  get size(): number {
    return this.#accounts.size;
  }

  *cards(): Generator<CardLedger> {
    for (const id of this.#accounts.keys()) {
      const card = this.card(id);
      if (card) yield card;
    }
  }

  card(id: string): CardLedger | undefined {
    const account = this.#accounts.get(id);
    if (!account) return undefined;
    const { known, mark } = account;
    const reset = mark?.reset ?? 0;
    const checkpoint = account.checkpoint?.reset === reset ? account.checkpoint : undefined;
    const covered = checkpoint ? checkpoint.schedule.lastReview / 1000 : reset || -1;
    const undone = this.#undone.get(id);
    const entries = [...account.entries.values()]
      .filter(({ review }) => review.at > covered && !undone?.has(review.at))
      .sort((a, b) => a.review.at - b.review.at);
    return checkpoint || entries.length > 0 || mark ? { known, checkpoint, entries, mark } : undefined;
  }

  /** Whether a review of this card at this second would be lost: one stands on the books, crossed out or not, or the card was reset later. */
  has(card: string, at: number): boolean {
    const account = this.#accounts.get(card);
    return account !== undefined && (account.entries.has(at) || at <= (account.mark?.reset ?? 0));
  }

  /** Seconds of the crossed-out reviews, by card. */
  get undone(): ReadonlyMap<string, ReadonlySet<number>> {
    return this.#undone;
  }

  #undo(card: string, at: number): boolean {
    const times = this.#undone.get(card) ?? new Set();
    this.#undone.set(card, times);
    const known = times.has(at);
    times.add(at);
    return !known;
  }

  #mark(known: Known, mark: Mark): boolean {
    const account = this.#account(known);
    const before = JSON.stringify(account.mark);
    account.mark = account.mark ? merged(account.mark, mark) : mark;
    return JSON.stringify(account.mark) !== before;
  }

  #account(known: Known): Account {
    const account = this.#accounts.get(known.id) ?? {
      known,
      checkpoint: undefined,
      entries: new Map(),
      mark: undefined,
    };
    this.#accounts.set(known.id, account);
    return account;
  }

  #newest(account: Account): number {
    return Math.max(0, ...account.entries.keys());
  }
}

/**
 * The schedule of a card. The last review's own result serves while it counts as many reviews as stand here; where it doesn't (two windows
 * reviewed the card without knowing of each other, a review was undone) the reviews are replayed, or, without a scheduler at hand, the latest
 * result stands in until there is one.
 */
export function scheduleOf(card: CardLedger, replay?: Replay): Schedule | undefined {
  const last = card.entries.at(-1);
  if (!last) return card.checkpoint?.schedule;
  const count = (card.checkpoint?.schedule.reps ?? 0) + card.entries.length;
  if (last.after.reps === count || !replay) return last.after;
  return replay(
    card.checkpoint?.schedule,
    card.entries.map((entry) => entry.review),
  );
}

/** Seconds since 1970 of a card's first review; 0 where it is no longer known. */
export function firstReview(card: CardLedger): number {
  return card.checkpoint ? card.checkpoint.first : (card.entries[0]?.review.at ?? 0);
}

/** The later of two decisions, whichever came first; a reset is never taken back. */
function merged(a: Mark, b: Mark): Mark {
  const rank = ({ hold, flagged }: Mark) => `${hold ?? ''} ${flagged ?? ''}`;
  const later = a.at !== b.at ? (a.at > b.at ? a : b) : rank(a) > rank(b) ? a : b;
  const reset = Math.max(a.reset ?? 0, b.reset ?? 0);
  return reset > 0 ? { ...later, reset } : later;
}

function isMore(a: Checkpoint, b: Checkpoint): boolean {
  if (a.reset !== b.reset) return a.reset > b.reset;
  return a.schedule.reps !== b.schedule.reps
    ? a.schedule.reps > b.schedule.reps
    : a.schedule.lastReview > b.schedule.lastReview;
}
