/** How well an answer was recalled: 1 Again, 2 Hard, 3 Good, 4 Easy. */
export type Grade = 1 | 2 | 3 | 4;

export type Phase = 'learning' | 'review' | 'relearning';

/** What the scheduler makes of a card's reviews. A card without a review has none. Times are milliseconds since 1970. */
export interface Schedule {
  readonly phase: Phase;
  readonly due: number;
  readonly lastReview: number;
  /** Days until the chance of recall has sunk to 90%. */
  readonly stability: number;
  /** 1 (easy) to 10 (hard). */
  readonly difficulty: number;
  readonly reps: number;
  readonly lapses: number;
  /** Index of the learning step; 0 outside the learning phases. */
  readonly step: number;
}
