/**
 * `host.quiz.first`: milliseconds from the command to the first question on screen, in the installed extension, against an empty webview opened in the same
 * window; medians.
 */

import { User } from '../../test/browser/driver/user';
import type { Workbench } from '../../test/browser/driver/workbench';
import type { Figure } from '../bench.mjs';
import { packHelper } from '../vscode/package.mjs';
import { installServer, installVsix } from '../vscode/server.mjs';
import { median } from './statistics.mjs';

const windows = 8;
/** After the start the extension opens the library in the background; a person is slower than that. */
const settled = 6_000;

const manifest = {
  publisher: 'bench',
  name: 'empty',
  activationEvents: ['onStartupFinished'],
  contributes: { commands: [{ command: 'bench.empty', title: 'Empty Webview', category: 'Bench' }] },
};
const main = `const { commands, window } = require('vscode');
exports.activate = () => commands.registerCommand('bench.empty', () => {
  const panel = window.createWebviewPanel('bench.empty', 'Empty', 1, { enableScripts: true });
  panel.webview.html = '<!DOCTYPE html><html><body><p id="empty">Empty</p></body></html>';
});`;

export async function quizFirst(): Promise<Figure> {
  const user = await User.create();
  try {
    await installVsix(await installServer(), user.dataDir, await packHelper(manifest, main));
    await user.restart();
    const ours: number[] = [];
    const empty: number[] = [];
    for (let i = 0; i < windows; i++) {
      const window = await user.open();
      await window.page.waitForTimeout(settled);
      const measures = [
        async () => ours.push(await timeToShow(window, 'Interview Study: Quiz What Is Due', '#prompt')),
        async () => empty.push(await timeToShow(window, 'Bench: Empty Webview', '#empty')),
      ];
      for (const measure of i % 2 === 0 ? measures : measures.reverse()) await measure();
      await window.page.close();
    }
    const value = median(ours);
    const baseline = median(empty);
    return { name: 'host.quiz.first', value, unit: 'ms', baseline, ratio: value / baseline };
  } finally {
    await user.dispose();
  }
}

/** From the key that runs the command to the element in its webview. */
async function timeToShow({ page }: Workbench, title: string, selector: string): Promise<number> {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').fill(`>${title}`);
  await page.locator('.quick-input-list [role=option]', { hasText: title }).first().waitFor();
  await page.waitForTimeout(500);
  const from = performance.now();
  await page.keyboard.press('Enter');
  for (;;) {
    for (const frame of page.frames()) {
      if (frame !== page.mainFrame() && (await frame.$(selector).catch(() => null))) return performance.now() - from;
    }
    if (performance.now() - from > 60_000) throw new Error(`${title} shows no ${selector}.`);
  }
}
