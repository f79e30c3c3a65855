/** Folders that live as long as this program does. */
import { realpathSync, rmSync } from 'node:fs';
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './processes.mjs';

/** Resolved, as VS Code compares paths as text; short on macOS, where VS Code's sockets allow no long path. */
const place = realpathSync(process.platform === 'darwin' ? '/tmp' : tmpdir());

const made: string[] = [];
process.once('exit', () => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

export async function temporaryFolder(name: string): Promise<string> {
  const folder = await mkdtemp(join(place, `interview-study-${name}-`));
  made.push(folder);
  return folder;
}

/** A copy of the sample workspace, for a window that may change it. */
export async function sampleWorkspace(): Promise<string> {
  const folder = await temporaryFolder('sample');
  await cp(join(root, 'test/sample'), folder, { recursive: true });
  return folder;
}
