import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../vscode/folders.mjs';
import { root, run } from '../vscode/processes.mjs';

const vsce = join(root, 'node_modules/@vscode/vsce/vsce');

/** Packages an extension of one file, to measure beside ours; its id is `bench.NAME`. Returns the path of the VSIX. */
export async function packExtension(name: string, manifest: Record<string, unknown>, main: string): Promise<string> {
  const folder = await temporaryFolder(name);
  const vsix = join(folder, `${name}.vsix`);
  const common = { name, publisher: 'bench', version: '1.0.0', engines: { vscode: '^1.99.0' }, main: './main.js' };
  await writeFile(join(folder, 'package.json'), JSON.stringify({ ...common, ...manifest }));
  await writeFile(join(folder, 'main.js'), main);
  await run(process.execPath, [vsce, 'package', '--allow-missing-repository', '--skip-license', '--out', vsix], {
    cwd: folder,
  });
  return vsix;
}
