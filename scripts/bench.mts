/** Prints every benchmark figure, one line of JSON each: `{name, value, unit, baseline, ratio}`. `npm run -s bench -- WORD…` runs those whose name has a word. */
import { readArguments } from './arguments.mjs';
import { activation } from './bench/activation.mjs';
import { hover } from './bench/hover.mjs';
import { jargon } from './bench/jargon.mjs';
import { jargonSources } from './bench/jargonSources.mjs';
import { block, cold, first, memory, warm } from './bench/notes.mjs';
import { notesHost } from './bench/notesHost.mjs';
import { progressGrade, progressSize, progressStart } from './bench/progress.mjs';
import { quizFirst } from './bench/quizFirst.mjs';
import { quizNext } from './bench/quizNext.mjs';
import { quizPlan } from './bench/quizPlan.mjs';
import { search, topTen } from './bench/search.mjs';

/** A figure, and that of something known measured in the same run: only their ratio means something on another machine. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline: number;
  readonly ratio: number;
}

/** A benchmark that lacks what it needs says so and gives no figure. */
const benchmarks: Readonly<Record<string, () => Promise<Figure | undefined>>> = {
  'host.activation': activation,
  'host.hover.p95': hover,
  'notes.cold': cold,
  'notes.first': first,
  'notes.warm': warm,
  'notes.block.p99': block,
  'notes.memory': memory,
  ...notesHost,
  'progress.start': progressStart,
  'progress.grade.p95': progressGrade,
  'progress.size': progressSize,
  ...jargon,
  ...jargonSources,
  'host.quiz.first': quizFirst,
  'host.quiz.next.p95': quizNext,
  'quiz.plan': quizPlan,
  'search.p95': search,
  'search.top10': topTen,
};

const usage = `usage: npm run -s bench -- [WORD…]\nfigures: ${Object.keys(benchmarks).join(', ')}`;
const { positionals: words } = readArguments(usage, {});
for (const [name, measure] of Object.entries(benchmarks)) {
  if (words.length > 0 && !words.some((word) => name.includes(word))) continue;
  const figure = await measure();
  if (figure) console.log(JSON.stringify(figure));
}
process.exit(0);
