import type { Grade, Schedule } from '../schedule/types';
import type { Known } from '../study/identity';
import type { Subscription } from '../study/library';

/** One graded answer. Never changed once written; `card` and `at` together are its identity, on every device. */
export interface Review {
  readonly card: string;
  /** Whole seconds since 1970. No card has two reviews in one second. */
  readonly at: number;
  readonly grade: Grade;
  /** Milliseconds that the answer took. */
  readonly took: number;
}

/** What a person decided about a card. The latest decision, by `at`, stands on every device. */
export interface Mark {
  /** Whole seconds since 1970. */
  readonly at: number;
  /** Suspended: not asked until taken up again. Buried: not asked on the day of `at`. */
  readonly hold?: 'suspended' | 'buried';
  /** To be looked at again: the card is bad, or a puzzle. */
  readonly flagged?: boolean;
  /** Seconds since 1970: reviews up to then no longer count, the card began anew. */
  readonly reset?: number;
}

/** What the rest of the program sees of progress. */
export interface Progress {
  /** The schedule of a studied card; undefined for a new one. */
  schedule(card: string): Schedule | undefined;
  /** Every studied card with its schedule. */
  readonly schedules: ReadonlyMap<string, Schedule>;
  /** What is known of the studied cards' content, for `identify`. */
  readonly known: readonly Known[];
  /** What was decided about cards, by card. */
  readonly marks: ReadonlyMap<string, Mark>;
  /** Number of cards reviewed for the first time since `from` (milliseconds since 1970). */
  newSince(from: number): number;
  /**
   * Keeps a review. Resolves when it is in a file, on the disk. Where no file can be written, it resolves when the editor has taken it for its own
   * storage, which it writes down a little later: that is told as trouble. Rejects when neither can be had, and then nothing has changed.
   */
  add(answer: Answer): Promise<Review>;
  /** Takes a review back: it stays on record, crossed out. */
  undo(review: Review): Promise<void>;
  /** Keeps what a person decided about a card, in place of what they decided before; as safe as `add`. */
  mark(known: Known, mark: Mark): Promise<void>;
  /** Milliseconds spent on answers since `from` (milliseconds since 1970). */
  spentSince(from: number): number;
  /** Takes in what other windows and devices have added since. */
  refresh(): Promise<void>;
  onDidChange(listener: () => void): Subscription;
}

/** A grade about to be kept. */
export interface Answer {
  readonly known: Known;
  readonly grade: Grade;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Milliseconds. */
  readonly took: number;
}

/** All reviews up to a moment no longer count, on every device, unless the reset was taken back. */
export interface Reset {
  readonly id: string;
  /** Seconds since 1970. */
  readonly at: number;
  readonly undone: boolean;
}

/** Makes schedules of reviews; always the same of the same. */
export interface Scheduler {
  /** Changes whenever the same reviews would make another schedule: the algorithm's version and its settings. No white space. */
  readonly id: string;
  /** Replays reviews, oldest first, on top of a schedule (none for a card never seen). */
  replay(from: Schedule | undefined, reviews: readonly Pick<Review, 'at' | 'grade'>[]): Schedule | undefined;
}
