/**
 * Runs every kind of test in order and sums them up. A stage that fails does not keep the later ones from running.
 * `--only NAME,NAME` runs some of the stages.
 */
import { parseArgs, stripVTControlCharacters } from 'node:util';
import { packageVsix } from './package.mjs';
import { finish } from './processes.mjs';

interface Totals {
  passed: number;
  failed: number;
  skipped: number;
}

let vsix: string | undefined;

/** In the order in which they run: what fails in seconds comes first. */
const stages: Readonly<Record<string, { readonly title: string; run(): Promise<Totals> }>> = {
  types: { title: 'Types', run: () => check('types') },
  lint: { title: 'Lint', run: () => check('lint') },
  unit: { title: 'Unit tests', run: () => tests('unit') },
  package: { title: 'Build and package', run: makePackage },
  editor: { title: 'Tests in the extension hosts', run: () => tests('editor') },
  browser: { title: 'The installed extension, driven in a browser', run: () => tests('browser') },
};

/** A script that counts as one test. */
async function check(script: string): Promise<Totals> {
  const { code } = await finish('npm', ['run', '-s', script], { show: true });
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

async function makePackage(): Promise<Totals> {
  vsix = await packageVsix();
  console.log(vsix);
  return { passed: 1, failed: 0, skipped: 0 };
}

/** A script that runs tests and ends with their numbers, in mocha's words. */
async function tests(script: string): Promise<Totals> {
  const env = {
    ...process.env,
    ...(vsix ? { INTERVIEW_STUDY_VSIX: vsix } : {}),
    ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}),
  };
  const { code, output } = await finish('npm', ['run', '-s', script], { show: true, env });
  const number = (word: string): number => {
    const found = [...stripVTControlCharacters(output).matchAll(new RegExp(`^ *(\\d+) ${word}\\b`, 'gm'))];
    return Number(found.at(-1)?.[1] ?? 0);
  };
  const totals = { passed: number('passing'), failed: number('failing'), skipped: number('pending') };
  // A runner that crashed, or that found no test, has failed all the same.
  if (totals.failed === 0 && (code !== 0 || totals.passed === 0)) totals.failed = 1;
  return totals;
}

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const names = values.only?.split(',') ?? Object.keys(stages);
const unknown = names.filter((name) => !(name in stages));
if (unknown.length > 0) throw new Error(`Unknown: ${unknown.join(', ')}. There are ${Object.keys(stages).join(', ')}.`);

const sum: Totals = { passed: 0, failed: 0, skipped: 0 };
const failedStages: string[] = [];
for (const [name, stage] of Object.entries(stages)) {
  if (!names.includes(name)) continue;
  console.log(`\n── ${stage.title}`);
  const began = performance.now();
  const totals = await stage.run().catch((error: unknown): Totals => {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1, skipped: 0 };
  });
  sum.passed += totals.passed;
  sum.failed += totals.failed;
  sum.skipped += totals.skipped;
  if (totals.failed > 0) failedStages.push(name);
  console.log(`   ${totals.failed > 0 ? 'failed' : 'passed'} in ${((performance.now() - began) / 1000).toFixed(1)} s`);
}

if (failedStages.length > 0) console.log(`\nFailed: ${failedStages.join(', ')}`);
const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : '';
console.log(`\n${sum.passed} passed, ${sum.failed} failed${skipped}`);
process.exit(sum.failed > 0 ? 1 : 0);
