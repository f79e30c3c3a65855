const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Minutes by which local time is ahead of UTC at a time (milliseconds since 1970): 480 in Shanghai. */
export type UtcOffset = (at: number) => number;

export interface StudyDay {
  /** Milliseconds since 1970; inclusive. */
  readonly start: number;
  /** Exclusive: the next day's start. */
  readonly end: number;
}

/**
 * The day of study that `now` is in. It starts at `startHour` by the local clock, so that a late evening belongs to the day before;
 * on the days when the clock is changed it is an hour shorter or longer.
 */
export function studyDay(now: number, startHour: number, offset: UtcOffset): StudyDay {
  const shift = Math.min(23, Math.max(0, Number.isFinite(startHour) ? startHour : 4)) * hour;
  const local = now + offset(now) * minute;
  const midnight = Math.floor((local - shift) / day) * day;
  const start = toUtc(midnight + shift, offset);
  const end = toUtc(midnight + day + shift, offset);
  // In the hour that is lived twice, or never, the local clock says one day and the border another: the border is right.
  if (now < start) return { start: toUtc(midnight - day + shift, offset), end: start };
  if (now >= end) return { start: end, end: toUtc(midnight + 2 * day + shift, offset) };
  return { start, end };
}

/** The UTC time at which the local clock shows `local`; a time that the clock skips becomes the time just after. */
function toUtc(local: number, offset: UtcOffset): number {
  const before = local - offset(local - day) * minute;
  const after = local - offset(local + day) * minute;
  return before + offset(before) * minute === local
    ? before
    : after + offset(after) * minute === local
      ? after
      : before;
}
