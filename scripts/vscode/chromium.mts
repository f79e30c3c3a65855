/** Finds a Chromium to drive, and brings one where there is none. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { ensureDebianPackages, isDebianRoot } from './debian.mjs';
import { root, run } from './processes.mjs';

/** Flags for a browser that is driven: nothing of its own may reach for the network. */
export const quietFlags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Chromium's sandbox refuses to run as root, which is who one is in a container.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** The path of an installed browser, after installing one if need be; Chinese text gets its font where that is easy. */
export async function installBrowser(): Promise<string> {
  await installChineseFont();
  const installed = findBrowser();
  if (installed) return installed;
  if (isDebianRoot()) {
    await ensureDebianPackages(['chromium']);
  } else {
    console.log('Installing Chromium (by Playwright, once)…');
    await run(process.execPath, [join(root, 'node_modules/playwright-core/cli.js'), 'install', 'chromium'], {
      show: true,
    });
  }
  const browser = findBrowser();
  if (!browser) throw new Error('No Chromium, Chrome or Edge was found, and none could be installed.');
  return browser;
}

function findBrowser(): string | undefined {
  return [...systemBrowsers(), chromium.executablePath()].find((path) => existsSync(path));
}

function systemBrowsers(): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === 'win32') {
    const folders = [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']];
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    return folders.flatMap((folder) => programs.map((program) => join(folder ?? '', program)));
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  return (process.env['PATH'] ?? '').split(':').flatMap((folder) => names.map((name) => join(folder, name)));
}

async function installChineseFont(): Promise<void> {
  if (process.platform !== 'linux' || hasChineseFont()) return;
  if (isDebianRoot()) await ensureDebianPackages(['fonts-noto-cjk']);
  else console.log('No Chinese font is installed: Chinese text will show as boxes in screenshots.');
}

function hasChineseFont(): boolean {
  try {
    return execFileSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' }).trim() !== '';
  } catch {
    return false;
  }
}
