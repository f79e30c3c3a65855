/** Packages the extension and opens VS Code with it on a copy of the sample workspace. */
import { existsSync } from 'node:fs';
import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageVsix } from './package.mjs';
import { finish, root, run, start } from './processes.mjs';
import { freePort, installServer, installVsix, isFree, startServer } from './server.mjs';
import { baseSettings } from './settings.mjs';

/** Here the user of `npm start` lives, so that notes and progress are still there the next time. */
const home = join(root, '.vscode-test');
const workspace = join(home, 'sample');
const PORT = 8765;

/** On Windows these commands are `.cmd` files, which only a shell starts. */
const onShell = { shell: process.platform === 'win32' };

console.log('Building and packaging the extension…');
const vsix = await packageVsix();
await cp(join(root, 'test/sample'), workspace, { recursive: true, force: false });

const editor = await installedEditor();
if (editor) await openIn(editor);
else await openInServer();

/** The command of a VS Code on this machine. */
async function installedEditor(): Promise<string | undefined> {
  for (const command of ['code', 'codium', 'cursor']) {
    const found = await finish(command, ['--version'], onShell).catch(() => undefined);
    if (found?.code === 0) return command;
  }
  return undefined;
}

async function openIn(command: string): Promise<void> {
  console.log(`Installing it in \`${command}\`…`);
  await run(command, ['--install-extension', vsix, '--force'], onShell);
  await run(command, [workspace], onShell);
  console.log(`Interview Study is open in \`${command}\`, on ${workspace}`);
}

async function openInServer(): Promise<void> {
  console.log('No `code`, `codium` or `cursor` is installed, so VS Code opens in the browser.');
  const program = await installServer();
  const dataDir = join(home, 'start');
  const settings = join(dataDir, 'data/User/settings.json');
  if (!existsSync(settings)) {
    await mkdir(join(dataDir, 'data/User'), { recursive: true });
    await writeFile(settings, JSON.stringify(baseSettings, null, 2));
  }
  console.log('Starting VS Code…');
  await installVsix(program, dataDir, vsix);
  // The browser keeps what VS Code stores by address: with another port, progress would seem lost.
  const port = (await isFree(PORT)) ? PORT : await freePort();
  const server = await startServer(program, { dataDir, port });
  const url = server.windowOn(workspace).href.replaceAll('%2F', '/');
  console.log(`Interview Study is running at ${url}\nCtrl+C ends it.`);
  showInBrowser(url);
  server.process.once('exit', (code) => {
    console.error(`VS Code has ended (${code}):\n${server.log()}`);
    process.exit(1);
  });
}

/** Opens the default browser where there is a screen. */
function showInBrowser(url: string): void {
  if (process.platform === 'darwin') start('open', [url]);
  else if (process.platform === 'win32') start('explorer', [url]);
  else if (process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']) {
    start('xdg-open', [url], { stdio: 'ignore' }).once('error', () => console.log('Open that address in a browser.'));
  }
}
