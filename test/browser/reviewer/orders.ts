/** What a spec and the extension that reviews at its word say to each other, by files in the window's folder. */

export interface Order {
  /** Grows with every order. */
  readonly id: number;
  /** How many reviews to give, one after the other as fast as they are kept. 0 for the report alone. */
  readonly reviews: number;
  /** The cards that they are of, in turn. */
  readonly cards: readonly string[];
}

/** The order; `acknowledged.txt` gets a line for each review that is kept, in the shape of `Report.reviews`. */
export const orderFile = 'order.json';
export const acknowledgedFile = 'acknowledged.txt';

/** Gets a line with each change of the progress: how many reviews the window counts now. */
export const seenFile = 'seen.txt';

export function reportFile(id: number): string {
  return `report-${id}.json`;
}

export interface Report {
  /** Every review that counts, as `card@second:milliseconds`. */
  readonly reviews: readonly string[];
  /** Trouble that the person would be told, each with what it is about. */
  readonly troubles: readonly string[];
  /** Milliseconds that each `add` of this order took. */
  readonly took: readonly number[];
  /** Why reviews of this order could not be kept. */
  readonly failures: readonly string[];
}
