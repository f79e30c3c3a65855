/**
 * `jargon.*`: the matcher with 100,000 names. Each figure is taken in a process of its own, of a bundle, as what ships is one: between files that are compiled
 * one by one every call goes through a getter.
 */
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Figure } from '../bench.mjs';
import { temporaryFolder } from '../vscode/folders.mjs';
import { root, run } from '../vscode/processes.mjs';

const names = [
  'jargon.file',
  'jargon.lookup.p99',
  'jargon.longline.p99',
  'jargon.context',
  'jargon.build',
  'jargon.memory',
];

export const jargon: Readonly<Record<string, () => Promise<Figure>>> = Object.fromEntries(
  names.map((name) => [name, () => measure(name)]),
);

let bundled: Promise<string> | undefined;

async function measure(name: string): Promise<Figure> {
  bundled ??= bundle();
  return JSON.parse(await run(process.execPath, [await bundled, name])) as Figure;
}

async function bundle(): Promise<string> {
  const outfile = join(await temporaryFolder('bench'), 'jargon.cjs');
  const entryPoints = [join(root, 'scripts/bench/jargonFigures.mts')];
  await build({ entryPoints, outfile, bundle: true, platform: 'node', format: 'cjs', target: 'es2022' });
  return outfile;
}
