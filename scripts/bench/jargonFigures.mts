/** The matcher with 100,000 names, against the plain ways of doing the same: prints the figure that its argument names. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Glossary } from '../../src/terms/glossary';
import { Matcher } from '../../src/terms/matcher';
import { Page } from '../../src/terms/page';
import type { Figure } from '../bench.mjs';
import { dice, longLine, names, noteOfNames, textOf } from './jargonWorld.mjs';

const figures: Readonly<Record<string, () => Promise<Figure>>> = {
  'jargon.file': file,
  'jargon.lookup.p99': lookup,
  'jargon.longline.p99': longLineHover,
  'jargon.context': context,
  'jargon.build': build,
  'jargon.memory': memory,
};

/** Microseconds of finding the name at a position, p99; against one regular expression of all names over the line, p99. */
async function lookup(): Promise<Figure> {
  const text = textOf(2_000);
  const matcher = new Matcher(names);
  const next = dice(3);
  const positions = Array.from({ length: 20_000 }, () => next(text.length));
  for (const at of positions) matcher.at(text, at);
  const value = 1000 * p99(positions.map((at) => milliseconds(() => matcher.at(text, at))));

  const all = new RegExp(
    names
      .toSorted((a, b) => b.length - a.length)
      .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('|'),
    'gi',
  );
  const overLine = (at: number) => {
    const start = text.lastIndexOf('\n', at) + 1;
    const end = text.indexOf('\n', at);
    for (const match of text.slice(start, end < 0 ? text.length : end).matchAll(all)) {
      if (start + match.index <= at && at < start + match.index + match[0].length) return match[0];
    }
    return undefined;
  };
  // A regular expression is compiled with its second use.
  for (const at of positions.slice(0, 3)) overLine(at);
  const baseline = 1000 * p99(positions.slice(0, 100).map((at) => milliseconds(() => overLine(at))));
  return { name: 'jargon.lookup.p99', value, unit: 'µs', baseline, ratio: value / baseline };
}

/** Milliseconds of finding all names in 10,000 lines, best of 60; against cutting the same text into words with a regular expression. */
async function file(): Promise<Figure> {
  const text = textOf(10_000);
  const matcher = new Matcher(names);
  const value = best(() => matcher.all(text));
  const baseline = best(() => text.match(/[\p{L}\p{N}]+/gu));
  return { name: 'jargon.file', value, unit: 'ms', baseline, ratio: value / baseline };
}

/** Milliseconds of a hover in a line of 1 MB, what the text is about being known from the hover before, p99; against cutting the line into words. */
async function longLineHover(): Promise<Figure> {
  const text = longLine(1_000_000);
  const page = new Page(new Glossary([noteOfNames()]), { path: 'a.java', languageId: 'java', text });
  const next = dice(5);
  const hover = () => page.near(next(text.length));
  for (let i = 0; i < 200; i++) hover();
  const value = p99(Array.from({ length: 2_000 }, () => milliseconds(hover)));
  const baseline = best(() => text.match(/[\p{L}\p{N}]+/gu));
  return { name: 'jargon.longline.p99', value, unit: 'ms', baseline, ratio: value / baseline };
}

/** Milliseconds of the first hover in a version of that line, which reads what it is about; against the same. Best of 60. */
async function context(): Promise<Figure> {
  const text = longLine(1_000_000);
  const glossary = new Glossary([noteOfNames()]);
  const at = glossary.matcher
    .all(text)
    .find(({ names: [name] }) => glossary.bearersOf(name!)[0]!.need === 'much')!.start;
  const value = best(() => new Page(glossary, { path: 'a.java', languageId: 'java', text }).at(at));
  const baseline = best(() => text.match(/[\p{L}\p{N}]+/gu));
  return { name: 'jargon.context', value, unit: 'ms', baseline, ratio: value / baseline };
}

/** Milliseconds of building the matcher, best of 60; against a map of the names in lower case. */
async function build(): Promise<Figure> {
  const value = best(() => new Matcher(names));
  const baseline = best(() => new Map(names.map((name, index) => [name.toLowerCase(), index])));
  return { name: 'jargon.build', value, unit: 'ms', baseline, ratio: value / baseline };
}

/** Megabytes that the matcher holds beside the names; against a map of the names in lower case. */
async function memory(): Promise<Figure> {
  const value = megabytes(() => new Matcher(names));
  const baseline = megabytes(() => new Map(names.map((name, index) => [name.toLowerCase(), index])));
  return { name: 'jargon.memory', value, unit: 'MB', baseline, ratio: value / baseline };
}

function milliseconds(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function p99(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.99)]!;
}

/** The best of 60 runs, the first of which are not compiled: whatever else the machine does can only add. */
function best(run: () => unknown): number {
  return Math.min(...Array.from({ length: 60 }, () => milliseconds(run)));
}

function megabytes(make: () => unknown): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const held = () => {
    collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  make();
  const before = held();
  const made = make();
  const after = held();
  // What is measured must be alive until here.
  return made ? (after - before) / 1024 / 1024 : 0;
}

const name = process.argv[2] ?? '';
void figures[name]?.().then((figure) => console.log(JSON.stringify(figure)));
