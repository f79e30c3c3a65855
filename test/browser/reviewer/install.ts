import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { temporaryFolder } from '../../../scripts/vscode/folders.mjs';
import { root, run } from '../../../scripts/vscode/processes.mjs';
import { installServer, installVsix } from '../../../scripts/vscode/server.mjs';
import { once } from '../driver/once';
import type { User } from '../driver/user';

export const reviewerId = 'test.reviewer';

const packReviewer = once(async () => {
  const folder = await temporaryFolder('reviewer');
  const manifest = {
    name: 'reviewer',
    publisher: 'test',
    version: '1.0.0',
    engines: { vscode: '^1.99.0' },
    main: './main.js',
    activationEvents: ['onStartupFinished'],
  };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  await build({
    entryPoints: [join(root, 'test/browser/reviewer/extension.ts')],
    outfile: join(folder, 'main.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
  });
  const vsix = join(folder, 'reviewer.vsix');
  const vsce = join(root, 'node_modules/@vscode/vsce/vsce');
  await run(process.execPath, [vsce, 'package', '--allow-missing-repository', '--skip-license', '--out', vsix], {
    cwd: folder,
  });
  return vsix;
});

/** Installs the extension that reviews at a spec's word for a user. */
export async function installReviewer(user: User): Promise<void> {
  await installVsix(await installServer(), user.dataDir, await packReviewer());
}
