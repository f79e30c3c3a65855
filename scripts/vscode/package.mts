/** Makes what users install: the bundles, and the VSIX file that holds them. */
import { cp } from 'node:fs/promises';
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
