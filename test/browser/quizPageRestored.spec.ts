/** F21 in VS Code itself: the quiz stays in mid-question whatever happens to its panel. */
import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { User } from './driver/user';
import type { Workbench } from './driver/workbench';

interface Seen {
  readonly prompt: string;
  readonly answered: boolean;
  readonly counts: string;
}

async function seen(window: Workbench): Promise<Seen> {
  const page: Frame = await window.webview('#prompt');
  return page.evaluate(() => ({
    prompt: document.querySelector('#prompt')?.textContent ?? '',
    answered: document.querySelector('.grades') !== null,
    counts: document.querySelector('.counts span')?.textContent ?? '',
  }));
}

describe('the quiz panel', () => {
  it('is in mid-question again after it was hidden, moved, reloaded; undo reaches back over all of it', async () => {
    const user = await User.create();
    const window = await user.open();
    await window.command('Interview Study: Start Quiz');
    await window.choose('Replication', 'Replication');
    const first = (await seen(window)).prompt;
    await grade(window);
    await reveal(window);
    const before = await seen(window);
    assert.ok(before.answered);
    assert.notEqual(before.prompt, first);

    await window.openFile('Orders.java');
    await window.page.locator('iframe.webview.ready').first().waitFor({ state: 'hidden' });
    await window.command('View: Open Previous Editor');
    assert.deepEqual(await seen(window), before, 'hidden and shown');

    await window.command('View: Move Editor into Next Group');
    assert.deepEqual(await seen(window), before, 'moved to another column');

    await window.reloadWindow();
    assert.deepEqual(await seen(window), before, 'reloaded');

    await user.restart();
    const again = await user.open(window.folder);
    assert.deepEqual(await seen(again), before, 'restarted');

    await (await again.webview('#prompt')).locator('#prompt').click();
    await again.press('u');
    const page = await again.webview('#prompt');
    await page.waitForFunction((prompt) => document.querySelector('#prompt')?.textContent === prompt, first);
    await user.dispose();
  });
});

/** Answers whatever is asked, without grading it. */
async function reveal(window: Workbench): Promise<void> {
  const page = await window.webview('#prompt');
  await page.locator('#prompt').click();
  // A single choice is answered by its letter alone.
  const isChoice = (await page.locator('footer .primary').count()) === 0;
  await window.press(...(isChoice ? ['a'] : ['a', 'Enter']));
  await page.waitForSelector('.grades');
}

async function grade(window: Workbench): Promise<void> {
  await reveal(window);
  const { prompt } = await seen(window);
  await window.press('4');
  const page = await window.webview('#prompt');
  await page.waitForFunction((before) => document.querySelector('#prompt')?.textContent !== before, prompt);
}
