import type { Line } from './blocks';
import type { Run } from './inline';

/** Offset in the note of the `skip`-th character of the text of the runs from `index` on. Inside code and escapes it is the run's own. */
export function offsetOf(runs: readonly Run[], index: number, skip: number): number {
  let left = skip;
  for (let i = index; i < runs.length; i += 1) {
    const run = runs[i]!;
    if (left < run.text.length) return run.code ? run.start : Math.min(run.end, run.start + left);
    left -= run.text.length;
  }
  return runs.at(-1)!.end;
}

/** Offset in the note of a place in a line's text. */
export function offsetIn(line: Line, index: number): number {
  let lead = 0;
  for (const run of line.runs) {
    const blank = run.text.length - run.text.trimStart().length;
    lead += blank;
    if (blank < run.text.length) break;
  }
  return offsetOf(line.runs, 0, index + lead);
}
