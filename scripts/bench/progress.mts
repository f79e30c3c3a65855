/**
 * `progress.start`: milliseconds of a start with 10,000 cards and 200,000 reviews, against one over an empty state; medians of new processes.
 * `progress.grade.p95`: milliseconds of one answer, kept, with 5,000 cards studied, against a bare flushed write in the same run; 95th percentiles.
 * `progress.size`: bytes of `globalState` for 5,000 cards and 100,000 reviews, against the same reviews as plain JSON.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { keyOf } from '../../src/progress/copies.js';
import { encodeCopy } from '../../src/progress/copy.js';
import { Ledger } from '../../src/progress/ledger.js';
import { encodeSnapshot } from '../../src/progress/snapshot.js';
import { addManyReviews } from '../../test/unit/fakes/manyReviews.js';
import { fsrsScheduler } from '../../test/unit/fakes/progress.js';
import type { Figure } from '../bench.mjs';
import { temporaryFolder } from '../vscode/folders.mjs';
import { root, run } from '../vscode/processes.mjs';

const starts = 9;
const answers = 400;

export async function progressStart(): Promise<Figure> {
  const program = await bundle();
  const [full, empty] = await Promise.all([stored(10_000, 20), stored(0, 0)]);
  const values: number[] = [];
  const baselines: number[] = [];
  for (let n = 0; n < starts; n++) {
    values.push((await runProgram<{ start: number }>(program, 'start', full)).start);
    baselines.push((await runProgram<{ start: number }>(program, 'start', empty)).start);
  }
  return figure('progress.start', quantile(values, 0.5), 'ms', quantile(baselines, 0.5));
}

export async function progressGrade(): Promise<Figure> {
  const folder = await stored(5_000, 20);
  const { grades, writes } = await runProgram<{ grades: number[]; writes: number[] }>(
    await bundle(),
    'grade',
    folder,
    String(answers),
  );
  return figure('progress.grade.p95', quantile(grades, 0.95), 'ms', quantile(writes, 0.95));
}

export async function progressSize(): Promise<Figure> {
  const ledger = ledgerOf(5_000, 20);
  const reviews = [...ledger.accounts()].flatMap((account) =>
    ledger.reviews(account).counted.map(({ at, grade }) => ({ card: account.known.id, at, grade })),
  );
  const state = { [keyOf('device')]: encodeCopy(ledger, ['device'], { limit: 500_000 }).text };
  return figure('progress.size', JSON.stringify(state).length, 'bytes', JSON.stringify(reviews).length);
}

/** A folder with the progress of so many cards, each reviewed so often: files, and what `globalState` holds. */
async function stored(cards: number, each: number): Promise<string> {
  const folder = await temporaryFolder('progress');
  await mkdir(join(folder, 'progress'), { recursive: true });
  const ledger = ledgerOf(cards, each);
  const state: Record<string, string> = {};
  if (cards > 0) {
    await writeFile(join(folder, 'progress/s-1-bench-1'), encodeSnapshot(ledger, fsrsScheduler.id));
    state[keyOf('device')] = encodeCopy(ledger, ['device'], { limit: 515_000 }).text;
  }
  await writeFile(join(folder, 'state.json'), JSON.stringify(state));
  return folder;
}

function ledgerOf(cards: number, each: number): Ledger {
  const now = Math.floor(Date.now() / 1000);
  const ledger = new Ledger();
  addManyReviews(ledger, cards, each, now);
  ledger.reckon(fsrsScheduler, now);
  return ledger;
}

async function bundle(): Promise<string> {
  const outfile = join(await temporaryFolder('bench'), 'progress.mjs');
  await build({
    entryPoints: [join(root, 'test/bench/progress.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
  });
  return outfile;
}

async function runProgram<T>(...args: readonly string[]): Promise<T> {
  return JSON.parse(await run(process.execPath, [...args])) as T;
}

function figure(name: string, value: number, unit: string, baseline: number): Figure {
  return { name, value, unit, baseline, ratio: value / baseline };
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!;
}
