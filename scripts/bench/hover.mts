/**
 * `host.hover.p95`: milliseconds of a hover's round trip in the editor, with our extension, against that with one whose provider returns a constant; the two take
 * turns in the same window, at the same places of the same file.
 */
import type { Figure } from '../bench.mjs';
import { packHelper } from '../vscode/package.mjs';
import { measureInside } from './insideHost.mjs';
import { quantile } from './statistics.mjs';

const constant = `
const { Hover, MarkdownString, Range, languages } = require('vscode');
exports.activate = () => {
  let provider;
  return {
    turn(on) {
      if (provider) provider.dispose();
      provider = on && languages.registerHoverProvider([{ scheme: '*' }], {
        provideHover: (_, position) => new Hover(new MarkdownString('**constant**'), new Range(position, position)),
      });
    },
  };
};`;

export async function hover(): Promise<Figure> {
  const manifest = { publisher: 'bench', name: 'constant', activationEvents: ['onCommand:bench.constant'] };
  const helper = await packHelper(manifest, constant);
  const [sample] = await measureInside<{ ours: number[]; constant: number[] }>('test/bench/hover.ts', helper, [{}]);
  const value = quantile(sample!.ours, 0.95);
  const baseline = quantile(sample!.constant, 0.95);
  return { name: 'host.hover.p95', value, unit: 'ms', baseline, ratio: value / baseline };
}
