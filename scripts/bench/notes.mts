/**
 * What reading notes costs. `NOTES=1000 npm run -s bench -- notes` takes so many notes in place of 10,000.
 *
 * - `notes.cold`: milliseconds of the processor to read a megabyte of notes, against remark (with gfm and front matter) on the same bytes, note by note
 *   in turns: what else the machine does slows both.
 * - `notes.first`: milliseconds until the topics of all notes are there, nothing cached, against reading the same files and no more.
 * - `notes.warm`: milliseconds of a second start, against the first.
 * - `notes.block.p99`: how late the event loop is while notes are indexed, in milliseconds, against an idle one.
 * - `notes.memory`: megabytes that the notes take, of heap and outside of it, against those of their files.
 */
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { readNote } from '../../src/study/readNote';
import type { Figure } from '../bench.mjs';
import { temporaryFolder } from '../vscode/folders.mjs';
import { root } from '../vscode/processes.mjs';
import { manyNotes, writeNotes } from './notesFolder.mjs';
import type { Start } from './notesStart.mjs';

const notes = Number(process.env['NOTES'] ?? 10_000);

export async function cold(): Promise<Figure> {
  const texts = [...manyNotes(64)];
  const remark = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).freeze();
  const times = { ours: 0, theirs: 0 };
  for (let round = 0; round < 4; round += 1) {
    // The first round warms up.
    if (round === 1) Object.assign(times, { ours: 0, theirs: 0 });
    for (const text of texts) {
      times.ours += processorTime(() => void readNote(text));
      times.theirs += processorTime(() => void remark.parse(text));
    }
  }
  return figure('notes.cold', times.ours / 3, 'ms', times.theirs / 3);
}

/** Milliseconds that the processor works for something, its taking away of garbage included. */
function processorTime(what: () => void): number {
  const before = process.cpuUsage();
  what();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

let starting: Promise<{ cold: Start; warm: Start; files: number; bytes: number; idle: number }> | undefined;

/** Two starts over one folder; what the others of this file tell of. */
function starts() {
  starting ??= measure();
  return starting;
}

async function measure() {
  const [folder, cache, built] = await Promise.all(['notes', 'cache', 'reader'].map((name) => temporaryFolder(name)));
  await writeNotes(folder!, notes);
  const program = join(built!, 'reader.js');
  await build({
    entryPoints: [join(root, 'src/host/worker/reader.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    minify: true,
  });
  const run = async (): Promise<Start> => {
    const script = join(root, 'scripts/bench/notesStart.mts');
    const args = ['--expose-gc', '--import', 'tsx', script, folder!, cache!, program];
    return JSON.parse((await promisify(execFile)(process.execPath, args, { cwd: root })).stdout) as Start;
  };
  const [coldStart, warmStart] = [await run(), await run()];
  return { cold: coldStart, warm: warmStart, ...(await reading(folder!)), idle: await idle() };
}

/** Milliseconds that reading all files takes, and their bytes. */
async function reading(folder: string): Promise<{ files: number; bytes: number }> {
  const start = performance.now();
  let bytes = 0;
  for (const part of await readdir(folder)) {
    const names = await readdir(join(folder, part));
    const texts = await Promise.all(names.map((name) => readFile(join(folder, part, name))));
    for (const text of texts) bytes += text.length;
  }
  return { files: performance.now() - start, bytes };
}

async function idle(): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  delay.disable();
  return Math.max(0.01, delay.percentile(99) / 1e6 - 1);
}

export async function first(): Promise<Figure> {
  const { cold: start, files } = await starts();
  return figure('notes.first', start.first, 'ms', files);
}

export async function warm(): Promise<Figure> {
  const { cold: before, warm: start } = await starts();
  return figure('notes.warm', start.all, 'ms', before.all);
}

export async function block(): Promise<Figure> {
  const { cold: start, idle: baseline } = await starts();
  return figure('notes.block.p99', start.p99, 'ms', baseline);
}

export async function memory(): Promise<Figure> {
  const { warm: start, bytes } = await starts();
  return figure('notes.memory', start.memory / 1e6, 'MB', bytes / 1e6);
}

function figure(name: string, value: number, unit: string, baseline: number): Figure {
  return { name, value, unit, baseline, ratio: value / baseline };
}
