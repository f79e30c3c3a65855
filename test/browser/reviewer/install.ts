import { join } from 'node:path';
import { build } from 'esbuild';
import { packHelper } from '../../../scripts/vscode/package.mjs';
import { root } from '../../../scripts/vscode/processes.mjs';
import { installServer, installVsix } from '../../../scripts/vscode/server.mjs';
import { once } from '../driver/once';
import type { User } from '../driver/user';

export const reviewerId = 'test.reviewer';

const packReviewer = once(async () => {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'test/browser/reviewer/extension.ts')],
    write: false,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
  });
  const manifest = { publisher: 'test', name: 'reviewer', activationEvents: ['onStartupFinished'] };
  return packHelper(manifest, outputFiles[0]!.text);
});

/** Installs the extension that reviews at a spec's word for a user. */
export async function installReviewer(user: User): Promise<void> {
  await installVsix(await installServer(), user.dataDir, await packReviewer());
}
