import type { Grade, Schedule } from '../schedule/types';
import type { Known } from '../study/identity';
import type { Subscription } from '../study/library';

/** One graded answer. Never changed once written. */
export interface Review {
  /** Unique over all windows and devices. */
  readonly id: string;
  readonly card: string;
  readonly grade: Grade;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Milliseconds that the answer took. */
  readonly took: number;
}

/** What the rest of the program sees of progress. */
export interface Progress {
  /** The schedule of a studied card; undefined for a new one. */
  schedule(card: string): Schedule | undefined;
  /** Every studied card with its schedule. */
  readonly schedules: ReadonlyMap<string, Schedule>;
  /** What is known of the studied cards' content, for `identify`. */
  readonly known: readonly Known[];
  /** Reviews of a card, oldest first. */
  reviews(card: string): readonly Review[];
  /** Number of cards reviewed for the first time since `from` (milliseconds since 1970). */
  newSince(from: number): number;
  /** Keeps a review. Resolves when it can no longer be lost; rejects with an error made for people when it could not be kept. */
  add(review: Omit<Review, 'id'>, known: Omit<Known, 'id'>): Promise<Review>;
  /** Takes a review back. */
  undo(review: Review): Promise<void>;
  onDidChange(listener: () => void): Subscription;
}
