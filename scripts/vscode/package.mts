/** Makes what users install: the bundles, and the VSIX file that holds them. */
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from './folders.mjs';
import { root, run } from './processes.mjs';

const vsce = join(root, 'node_modules/@vscode/vsce/vsce');
const build = ['--import', 'tsx', join(root, 'scripts/build.mts')];

/** Builds and packages the extension; returns the path of the VSIX. */
export async function packageVsix(file = 'interview-study.vsix'): Promise<string> {
  const vsix = join(root, file);
  await run(process.execPath, build);
  await run(process.execPath, [vsce, 'package', '--no-dependencies', '--out', vsix]);
  return vsix;
}

/**
 * Builds the extension and copies the files that would ship into a folder of its own, so that tests bundled beside
 * them never end up in the package and a build that goes on meanwhile disturbs nobody.
 */
export async function stageExtension(): Promise<string> {
  await run(process.execPath, build);
  const listed = await run(process.execPath, [vsce, 'ls', '--no-dependencies']);
  const stage = await temporaryFolder('extension');
  for (const file of listed.split('\n').filter(Boolean)) await cp(join(root, file), join(stage, file));
  return stage;
}

interface HelperManifest {
  readonly publisher: string;
  readonly name: string;
  readonly activationEvents: readonly string[];
  readonly contributes?: unknown;
  readonly extensionDependencies?: readonly string[];
}

/**
 * Packages a small extension that tests or benchmarks install beside ours; its id is PUBLISHER.NAME. `main` is its program. Returns the path of the VSIX.
 */
export async function packHelper({ publisher, name, ...more }: HelperManifest, main: string): Promise<string> {
  const folder = await temporaryFolder(name);
  const vsix = join(folder, `${name}.vsix`);
  const manifest = { publisher, name, version: '1.0.0', engines: { vscode: '^1.99.0' }, main: './main.js', ...more };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'main.js'), main);
  await run(process.execPath, [vsce, 'package', '--allow-missing-repository', '--skip-license', '--out', vsix], {
    cwd: folder,
  });
  return vsix;
}
