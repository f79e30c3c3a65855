/** `host.activation`: milliseconds of our activation, against that of an extension that does nothing in the same windows; medians. */
import type { Figure } from '../bench.mjs';
import { packHelper } from '../vscode/package.mjs';
import { measureInside } from './insideHost.mjs';
import { median } from './statistics.mjs';

/** Windows opened, one activation of each extension in each; every other window ours comes first. */
const windows = 12;

export async function activation(): Promise<Figure> {
  const manifest = { publisher: 'bench', name: 'idle', activationEvents: ['onCommand:bench.idle'] };
  const idle = await packHelper(manifest, 'exports.activate = () => {};');
  const samples = await measureInside<{ ours: number; idle: number }>(
    'test/bench/activation.ts',
    idle,
    Array.from({ length: windows }, (_, window) => ({ OURS_FIRST: String(window % 2 === 0) })),
  );
  const value = median(samples.map((sample) => sample.ours));
  const baseline = median(samples.map((sample) => sample.idle));
  return { name: 'host.activation', value, unit: 'ms', baseline, ratio: value / baseline };
}
