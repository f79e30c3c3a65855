/**
 * `host.quiz.next.p95`: milliseconds from the key that grades to the next question on screen with 50,000 cards, in the installed extension; p95. Against the
 * same of showing an answer, for which nothing has to be kept or chosen.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { User } from '../../test/browser/driver/user';
import type { Workbench } from '../../test/browser/driver/workbench';
import type { Figure } from '../bench.mjs';
import { notesOfBench } from './manyNotes.mjs';
import { quantile } from './statistics.mjs';

const answers = 100;

export async function quizNext(): Promise<Figure> {
  const user = await User.create({
    settings: { 'interviewStudy.notes': ['many'], 'interviewStudy.quiz.newPerDay': 1000 },
  });
  try {
    const window = await user.open();
    await mkdir(join(window.folder, 'many'));
    for (const { name, text } of notesOfBench()) await writeFile(join(window.folder, 'many', name), text);
    await window.reload();
    await window.openView('Interview Study');
    await window.row(/^Built-in Notes/).waitFor();
    await window.page.waitForTimeout(20_000);
    await window.command('Interview Study: Quiz What Is Due');
    const page = await window.webview('#prompt');
    const revealed: number[] = [];
    const graded: number[] = [];
    for (let i = 0; i < answers; i++) {
      const isChoice = (await page.locator('button.option').count()) > 0;
      revealed.push(await timeOf(page, window, isChoice ? 'a' : 'Enter'));
      graded.push(await timeOf(page, window, '4'));
    }
    const value = quantile(graded, 0.95);
    const baseline = quantile(revealed, 0.95);
    return { name: 'host.quiz.next.p95', value, unit: 'ms', baseline, ratio: value / baseline };
  } finally {
    await user.dispose();
  }
}

/** From a key, as the page gets it, until the page goes from question to answer or back. */
async function timeOf(page: Frame, window: Workbench, key: string): Promise<number> {
  const time = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const isAnswered = () => document.querySelector('.grades') !== null;
        const before = isAnswered();
        let from: number | undefined;
        addEventListener('keydown', () => (from ??= performance.now()), { capture: true, once: true });
        const observer = new MutationObserver(() => {
          if (from === undefined || isAnswered() === before || !document.querySelector('#prompt')) return;
          observer.disconnect();
          resolve(performance.now() - from);
        });
        observer.observe(document.body, { childList: true, subtree: true });
      }),
  );
  await window.press(key);
  return time;
}
