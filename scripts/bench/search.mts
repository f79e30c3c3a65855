/**
 * Search in 50,000 entries as one types: the titles, questions and terms of the built-in content, many times over.
 *
 * - `search.p95`: milliseconds a keystroke at the 95th percentile, against fuse.js alone on the same entries.
 * - `search.top10`: the share of fuse.js's first ten that is among ours, against all of them.
 */
import Fuse from 'fuse.js';
import { entriesOf } from '../../src/study/entries';
import { Library } from '../../src/study/library';
import { ranking, type SearchEntry, SearchIndex, toExpression, toRecord } from '../../src/terms/search';
import type { Figure } from '../bench.mjs';
import { readContent } from '../content/notes';

const count = 50_000;

/** What people look for, also with typing errors; every beginning of each is typed. */
const queries = [
  'watermark',
  'exactly once',
  'rebalance',
  'chekpoint',
  'leader elction',
  '数据倾斜',
  '两阶段提交',
  'isr',
];

function entries(): SearchEntry[] {
  const library = new Library();
  for (const language of ['en', 'zh-cn'] as const) {
    for (const [system, { note }] of readContent(language))
      library.update([{ uri: `${language}/${system}`, builtIn: true, note }]);
  }
  const own = entriesOf(library);
  return Array.from({ length: count }, (_, i): SearchEntry => {
    const { kind, title, aliases, path } = own[i % own.length]!;
    const round = Math.floor(i / own.length);
    return { kind, title: round === 0 ? title : `${title} ${round}`, aliases, path };
  });
}

let measured: Promise<{ ours: number; fuse: number; share: number }> | undefined;

async function measure() {
  const all = entries();
  const index = new SearchIndex(all);
  const fuse = new Fuse(all.map(toRecord), ranking);
  const times: { ours: number[]; fuse: number[] } = { ours: [], fuse: [] };
  let same = 0;
  let of = 0;
  index.search('warm up', 10);
  index.search('swx', 10);
  for (const query of queries) {
    for (let length = 1; length <= query.length; length += 1) {
      const typed = query.slice(0, length);
      const start = performance.now();
      const ours = index.search(typed, 50);
      times.ours.push(performance.now() - start);
      // fuse.js takes seconds: whole queries tell.
      if (length < query.length) continue;
      const before = performance.now();
      const theirs = fuse.search(toExpression(typed.split(' ')), { limit: 10 });
      times.fuse.push(performance.now() - before);
      const top = new Set(ours.slice(0, 10));
      same += theirs.filter(({ item }) => top.has(all[item.index]!)).length;
      of += theirs.length;
    }
  }
  return { ours: p95(times.ours), fuse: p95(times.fuse), share: same / of };
}

function p95(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)]!;
}

export async function search(): Promise<Figure> {
  measured ??= measure();
  const { ours, fuse } = await measured;
  return { name: 'search.p95', value: ours, unit: 'ms', baseline: fuse, ratio: ours / fuse };
}

export async function topTen(): Promise<Figure> {
  measured ??= measure();
  const { share } = await measured;
  return { name: 'search.top10', value: share, unit: 'share', baseline: 1, ratio: share };
}
