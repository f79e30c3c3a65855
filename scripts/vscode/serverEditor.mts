/** Runs tests in the VS Code server: the window is a page in a browser without a screen. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Editor, TestRun } from './choose.mjs';
import { installBrowser, quietFlags } from './chromium.mjs';
import { temporaryFolder } from './folders.mjs';
import { root } from './processes.mjs';
import { freePort, installServer, installVsix, type Server, startServer, urlPath } from './server.mjs';
import { baseSettings } from './settings.mjs';

/** How long all tests of one host may take. */
const PATIENCE = 600_000;

export async function serverEditor(): Promise<Editor> {
  const program = await installServer();
  const executablePath = await installBrowser();

  async function runTests(run: TestRun): Promise<void> {
    const dataDir = await temporaryFolder('server');
    await mkdir(join(dataDir, 'data/User'), { recursive: true });
    const settings = {
      ...baseSettings,
      // Sends the extension to the web worker host, as it is: its manifest would choose the Node host here.
      ...(run.host === 'web' ? { 'remote.extensionKind': { 'interview-study.interview-study': ['web'] } } : {}),
    };
    await writeFile(join(dataDir, 'data/User/settings.json'), JSON.stringify(settings));
    for (const vsix of run.beside ?? []) await installVsix(program, dataDir, vsix);
    const server = await startServer(program, { dataDir, port: await freePort(), testing: true });
    const browser = await chromium.launch({ executablePath, args: quietFlags });
    try {
      const page = await browser.newPage();
      const crashed = new Promise<string>((resolve) => {
        // VS Code logs what `run()` throws, with the tests' frames or its own in the stack.
        page.on('console', (message) => {
          const text = message.text();
          if (message.type() === 'error' && (text.includes(run.tests) || text.includes('extensionTestsExecute')))
            resolve(text);
        });
        setTimeout(() => resolve(`They were not through after ${PATIENCE / 1000} s.`), PATIENCE).unref();
      });
      await page.goto(testUrl(server, run));
      const reason = await Promise.race([run.ended, crashed]);
      if (reason) throw new Error(`The tests did not end. ${reason}\nThe server's log: ${await keepLog(run, server)}`);
    } finally {
      await browser.close();
      await server.stop();
    }
  }

  return { name: 'the VS Code server in a browser', runTests };
}

function testUrl(server: Server, run: TestRun): string {
  const url = server.windowOn(run.workspace);
  const remote = (path: string): string => `vscode-remote://${url.host}${urlPath(path)}`;
  const payload = [
    ['extensionDevelopmentPath', remote(run.extension)],
    ['extensionTestsPath', remote(run.tests)],
  ];
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}

/** The log is long and full of harmless complaints, so it goes to a file. */
async function keepLog(run: TestRun, server: Server): Promise<string> {
  const file = join(root, 'test-results', `editor-${run.host}.log`);
  await mkdir(join(root, 'test-results'), { recursive: true });
  await writeFile(file, server.log());
  return file;
}
