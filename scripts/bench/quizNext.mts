/**
 * `host.quiz.next.p95`: milliseconds from the key that grades to the next question painted, with 50,000 cards, in the installed extension; p95. Against the
 * same of a webview that holds two lines and whose host only replies: what VS Code and the screen take of it.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { User } from '../../test/browser/driver/user';
import type { Workbench } from '../../test/browser/driver/workbench';
import type { Figure } from '../bench.mjs';
import { sampleWorkspace } from '../vscode/folders.mjs';
import { packHelper } from '../vscode/package.mjs';
import { installServer, installVsix } from '../vscode/server.mjs';
import { cardsANote, notesOfBench } from './manyNotes.mjs';
import { quantile } from './statistics.mjs';

const answers = 150;

/** Says in the status bar how many cards our extension knows of, as its API tells; and has a webview that asks its host at each key what to show. */
const manifest = {
  publisher: 'bench',
  name: 'cards',
  activationEvents: ['onStartupFinished'],
  contributes: { commands: [{ command: 'bench.echo', title: 'Echo', category: 'Bench' }] },
  extensionDependencies: ['interview-study.interview-study'],
};
const echo = `<!DOCTYPE html><html><body tabindex="0"><p id="prompt">Question</p><script>
  const vscode = acquireVsCodeApi();
  addEventListener('keydown', () => vscode.postMessage({}));
  addEventListener('message', () => {
    const answer = document.querySelector('.grades');
    if (answer) answer.remove();
    else document.body.insertAdjacentHTML('beforeend', '<p class="grades">Answer</p>');
  });
  document.body.focus();
</script></body></html>`;
const main = `const { commands, extensions, window } = require('vscode');
exports.activate = async () => {
  commands.registerCommand('bench.echo', () => {
    const panel = window.createWebviewPanel('bench.echo', 'Echo', 1, { enableScripts: true });
    panel.webview.onDidReceiveMessage(() => panel.webview.postMessage({}));
    panel.webview.html = ${JSON.stringify(echo)};
  });
  const item = window.createStatusBarItem('bench.cards', 1);
  const study = await extensions.getExtension('interview-study.interview-study').activate();
  const count = async () => {
    const topics = await study.topics();
    item.text = 'Bench: ' + topics.reduce((sum, { cards }) => sum + cards, 0) + ' cards';
    item.show();
    if (topics.length === 0 || topics.reduce((sum, { cards }) => sum + cards, 0) < CARDS) setTimeout(count, 1000);
  };
  count();
};`;

export async function quizNext(): Promise<Figure> {
  const notes = notesOfBench();
  const cards = notes.length * cardsANote;
  const user = await User.create({
    settings: { 'interviewStudy.notes': ['many'], 'interviewStudy.quiz.newPerDay': 500 },
  });
  try {
    const counter = await packHelper(manifest, main.replace('CARDS', String(cards)));
    await installVsix(await installServer(), user.dataDir, counter);
    await user.restart();
    const folder = await sampleWorkspace();
    await mkdir(join(folder, 'many'));
    for (const { name, text } of notes) await writeFile(join(folder, 'many', name), text);
    const window = await user.open(folder);
    await untilRead(window, cards);
    await window.command('Bench: Echo');
    const empty = await timesOf(window, await window.webview('#prompt'));
    await window.command('View: Close Editor');
    await window.command('Interview Study: Quiz What Is Due');
    const page = await window.webview('#prompt');
    await page.waitForFunction(() => document.activeElement?.matches('[data-focus]'));
    const value = quantile(await timesOf(window, page), 0.95);
    const baseline = quantile(empty, 0.95);
    return { name: 'host.quiz.next.p95', value, unit: 'ms', baseline, ratio: value / baseline };
  } finally {
    await user.dispose();
  }
}

/** Milliseconds from each key that grades to the next question. */
async function timesOf(window: Workbench, page: Frame): Promise<number[]> {
  const graded: number[] = [];
  for (let i = 0; i < answers; i++) {
    const isChoice = await page.evaluate(() => document.querySelector('button.option') !== null);
    await timeOf(page, window, isChoice ? 'a' : 'Enter');
    graded.push(await timeOf(page, window, '4'));
  }
  return graded;
}

async function untilRead({ page }: Workbench, cards: number): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      Number(/Bench: (\d+) cards/.exec(document.querySelector('.statusbar')?.textContent ?? '')?.[1]) >= wanted,
    cards,
    { polling: 500, timeout: 180_000 },
  );
}

/** From a key, as the page gets it, until the page has painted the answer in place of the question, or the next question in place of the answer. */
async function timeOf(page: Frame, window: Workbench, key: string): Promise<number> {
  await page.evaluate(() => {
    // No function here may have a name: what runs the benchmark would wrap it in a helper that the page does not have.
    const before = document.querySelector('.grades') !== null;
    let from: number | undefined;
    addEventListener('keydown', (event) => (from ??= event.timeStamp), { capture: true, once: true });
    (globalThis as { took?: Promise<number> }).took = new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        const after = document.querySelector('.grades') !== null;
        if (from === undefined || after === before || !document.querySelector('#prompt')) return;
        observer.disconnect();
        // A task that is put after the frame's work runs when the frame is painted.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - from!);
          port2.postMessage(undefined);
        });
      });
      observer.observe(document.body, { childList: true, subtree: true });
    });
  });
  await window.press(key);
  // Not `waitForFunction`, which asks at each frame: a page that is to draw frames does so before it sends what the key means.
  return page.evaluate(() => (globalThis as { took?: Promise<number> }).took!);
}
