/** `host.activation`: milliseconds of our activation, against that of an extension that does nothing in the same windows; medians. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Figure } from '../bench.mjs';
import { sampleWorkspace, temporaryFolder } from '../vscode/folders.mjs';
import { stageExtension } from '../vscode/package.mjs';
import { root, run } from '../vscode/processes.mjs';
import { serverEditor } from '../vscode/serverEditor.mjs';
import { receiveOne } from './receiveOne.mjs';

const vsce = join(root, 'node_modules/@vscode/vsce/vsce');

/** Windows opened, one activation of each extension in each. */
const windows = 9;

export async function activation(): Promise<Figure> {
  const [editor, extension, idle, workspace] = await Promise.all([
    serverEditor(),
    stageExtension(),
    idleExtension(),
    sampleWorkspace(),
  ]);
  await activateWhenAsked(extension);
  const samples: { ours: number; idle: number }[] = [];
  for (let window = 0; window < windows; window++) {
    const report = await receiveOne<{ ours: number; idle: number }>();
    const tests = join(extension, `test/bench-${window}.js`);
    await build({
      entryPoints: [join(root, 'test/bench/activation.ts')],
      outfile: tests,
      bundle: true,
      format: 'cjs',
      external: ['vscode'],
      define: { REPORT_URL: JSON.stringify(report.url), OURS_FIRST: String(window % 2 === 0) },
    });
    const ended = report.value.then(() => undefined);
    await editor.runTests({ extension, beside: [idle], tests, host: 'node', workspace, ended });
    samples.push(await report.value);
  }
  const value = median(samples.map((sample) => sample.ours));
  const baseline = median(samples.map((sample) => sample.idle));
  return { name: 'host.activation', value, unit: 'ms', baseline, ratio: value / baseline };
}

/** Takes the events from a manifest at which the editor would activate the extension by itself, before its time is taken. */
async function activateWhenAsked(extension: string): Promise<void> {
  const file = join(extension, 'package.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  await writeFile(file, JSON.stringify({ ...manifest, activationEvents: [] }));
}

async function idleExtension(): Promise<string> {
  const folder = await temporaryFolder('idle');
  const vsix = join(folder, 'idle.vsix');
  const manifest = {
    name: 'idle',
    publisher: 'bench',
    version: '1.0.0',
    engines: { vscode: '^1.99.0' },
    main: './main.js',
  };
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ ...manifest, activationEvents: ['onCommand:bench.idle'] }),
  );
  await writeFile(join(folder, 'main.js'), 'exports.activate = () => {};');
  await run(process.execPath, [vsce, 'package', '--allow-missing-repository', '--skip-license', '--out', vsix], {
    cwd: folder,
  });
  return vsix;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}
