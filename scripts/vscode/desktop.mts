/** Runs tests in VS Code for the desktop, which test-electron downloads. */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, SilentReporter } from '@vscode/test-electron';
import type { Editor, TestRun } from './choose.mjs';
import { ensureDebianPackages, isDebianRoot } from './debian.mjs';
import { temporaryFolder } from './folders.mjs';
import { finish, root } from './processes.mjs';
import { baseSettings } from './settings.mjs';

/** How long the download may be silent before the machine counts as cut off from it. */
const PATIENCE = 5_000;

/** Downloads VS Code once; throws where it cannot be had. */
export async function desktopEditor(): Promise<Editor> {
  const cachePath = join(root, '.vscode-test');
  const executable = await downloadAndUnzipVSCode({
    version: 'stable',
    cachePath,
    timeout: PATIENCE,
    reporter: new SilentReporter(),
  });

  async function runTests(run: TestRun): Promise<void> {
    const userData = await temporaryFolder('desktop');
    await mkdir(join(userData, 'User'));
    await writeFile(join(userData, 'User/settings.json'), JSON.stringify(baseSettings));
    const [command, ...args] = await onScreen([
      executable,
      run.workspace,
      `--extensionDevelopmentPath=${run.extension}`,
      `--extensionTestsPath=${run.tests}`,
      ...(run.host === 'web' ? ['--extensionDevelopmentKind=web'] : []),
      `--user-data-dir=${userData}`,
      `--extensions-dir=${join(userData, 'extensions')}`,
      '--disable-workspace-trust',
      '--disable-updates',
      '--skip-welcome',
      '--skip-release-notes',
      // Electron's sandbox refuses to run as root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ]);
    const finished = finish(command, args);
    const ended = await Promise.race([run.ended.then(() => true), finished.then(() => false)]);
    const { code, output } = await finished;
    if (!ended) throw new Error(`VS Code left with ${code} before the tests had ended:\n${output}`);
  }

  return { name: 'VS Code for the desktop', runTests };
}

/** A Linux without a screen gets a virtual one. */
async function onScreen(command: readonly [string, ...string[]]): Promise<readonly [string, ...string[]]> {
  if (process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']) return command;
  const xvfb = '/usr/bin/xvfb-run';
  if (!existsSync(xvfb) && isDebianRoot()) {
    await ensureDebianPackages(['xvfb', 'xauth', 'libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1']);
  }
  if (!existsSync(xvfb)) throw new Error('VS Code needs a screen: install xvfb.');
  return [xvfb, '--auto-servernum', ...command];
}
