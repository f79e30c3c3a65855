import type { Mark } from '../progress/progress';
import type { StudyDay } from '../schedule/day';

/** What is left out stays as it is. */
export interface Decision {
  readonly hold?: 'suspended' | 'buried' | 'none';
  readonly flagged?: boolean;
  /** Seconds since 1970. */
  readonly reset?: number;
}

/** What a person decides about a card now, on top of what they decided before. Later than that whatever the clock says, so that it stands. */
export function decide(before: Mark | undefined, decision: Decision, now: number): Mark {
  // A bury of another day is over, and is not to begin again.
  const kept = before?.hold === 'suspended' ? 'suspended' : 'none';
  const { hold = kept, flagged = before?.flagged, reset = before?.reset } = decision;
  return {
    at: Math.max(Math.floor(now / 1000), (before?.at ?? 0) + 1),
    ...(hold !== 'none' && { hold }),
    ...(flagged && { flagged }),
    ...(reset && { reset }),
  };
}

/** Whether a card is not to be asked today: suspended for as long as the person wants, or buried on this very day. */
export function isHeld(mark: Mark | undefined, day: Pick<StudyDay, 'start'>): boolean {
  if (mark?.hold === 'suspended') return true;
  return mark?.hold === 'buried' && mark.at * 1000 >= day.start;
}
