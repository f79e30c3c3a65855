/** Prints every benchmark figure, one line of JSON each: `{name, value, unit, baseline, ratio}`. `npm run -s bench -- WORD…` runs those whose name has a word. */
import { activation } from './bench/activation.mjs';
import { block, cold, first, memory, warm } from './bench/notes.mjs';
import { progressGrade, progressSize, progressStart } from './bench/progress.mjs';

/** A figure, and that of something known measured in the same run: only their ratio means something on another machine. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline: number;
  readonly ratio: number;
}

const benchmarks: Readonly<Record<string, () => Promise<Figure>>> = {
  'host.activation': activation,
  'notes.cold': cold,
  'notes.first': first,
  'notes.warm': warm,
  'notes.block.p99': block,
  'notes.memory': memory,
  'progress.start': progressStart,
  'progress.grade.p95': progressGrade,
  'progress.size': progressSize,
};

const words = process.argv.slice(2);
for (const [name, measure] of Object.entries(benchmarks)) {
  if (words.length === 0 || words.some((word) => name.includes(word))) console.log(JSON.stringify(await measure()));
}
process.exit(0);
