/** From where a quiz starts, and what reminds of it: the status bar, the daily reminder, the tree, a hover, a note's title, what was hovered lately. */
import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeRecord } from '../../src/progress/record';
import { User } from './driver/user';
import type { Workbench } from './driver/workbench';

/** A card of the built-in notes, and what it asks. */
const card = 'kafka-kraft-controllers';
const question = /How many controllers does a cluster need/;

/** A user who has answered one card some weeks ago, so that it is due. */
async function userWithDueCard(): Promise<User> {
  const user = await User.create();
  const at = Math.floor(Date.now() / 1000) - 40 * 86_400;
  const known = { id: card, kind: 'question', key: card, print: 'AAAAAAAAAAA' } as const;
  const reviews = [0, 600].map((later) => ({ card, at: at + later, grade: 3, took: 5_000 }) as const);
  const folder = join(user.dataDir, 'data/User/globalStorage/interview-study.interview-study/progress');
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, 'j-first'),
    reviews.map((review) => encodeRecord({ type: 'review', review, known })).join('\n'),
  );
  return user;
}

const dueItem = (window: Workbench) => window.page.locator('.statusbar-item', { hasText: /^\s*1\s*$/ });
/** The panel may still show what a quiz before this one asked. */
const isAsked = async (window: Workbench) =>
  (await window.webview('#prompt')).locator('#prompt', { hasText: question }).waitFor();
const reminder = (window: Workbench) => window.page.locator('.notification-list-item', { hasText: '1 card is due.' });

/** What `Start Quiz` offers. */
async function offers(window: Workbench): Promise<string> {
  await window.command('Interview Study: Start Quiz');
  const list = window.page.locator('.quick-input-list');
  await list.locator('[role=option]', { hasText: 'All due' }).waitFor();
  const text = await list.innerText();
  await window.press('Escape');
  await list.waitFor({ state: 'hidden' });
  return text;
}

describe('a quiz', () => {
  let user: User;
  let window: Workbench;

  before(async () => {
    user = await userWithDueCard();
    window = await user.open();
  });
  after(() => user.dispose());

  it('starts from the status bar, which says how much is due; the reminder is off', async () => {
    await dueItem(window).waitFor();
    assert.equal(await reminder(window).count(), 0);
    const label = await dueItem(window).locator('a').getAttribute('aria-label');
    assert.match(label ?? '', /1 due/);
    await dueItem(window).click();
    await isAsked(window);
  });

  it('is offered once a day by the reminder, where a time is set', async () => {
    await user.setSettings({ 'interviewStudy.reminder': '00:00' });
    await window.reload();
    await reminder(window).waitFor();
    assert.equal(await window.page.locator('.notification-list-item').count(), 1);
    await reminder(window).getByRole('button', { name: 'Not Today' }).click();
    await reminder(window).waitFor({ state: 'detached' });
    await window.reload();
    await dueItem(window).waitFor();
    assert.equal(await reminder(window).count(), 0);
  });

  it('starts from a topic of the tree', async () => {
    await window.openView('Interview Study');
    await window.expand('Kafka');
    await window.row('Replication').hover();
    await window.row('Replication').getByRole('button', { name: 'Quiz This Topic' }).click();
    const path = (await window.webview('#prompt')).locator('.path');
    await path.getByText('Replication').first().waitFor();
  });

  it('starts from a hover, and from what was hovered lately, unless the setting forbids to remember it', async () => {
    await window.openFile('Orders.java');
    assert.match((await window.hoverOn('ISR')) ?? '', /Quiz Me/);
    await window.page.locator('.monaco-hover a', { hasText: 'Quiz Me' }).first().click();
    await (await window.webview('#prompt')).locator('main', { hasText: /ISR|in-sync/i }).waitFor();

    assert.match(await offers(window), /Hovered lately\s*1 card/);
    await user.setSettings({ 'interviewStudy.quiz.fromHovers': false });
    await window.reload();
    await dueItem(window).waitFor();
    assert.doesNotMatch(await offers(window), /Hovered lately/);
  });

  it('starts from the title of a note', async () => {
    await user.setSettings({ 'interviewStudy.notes': ['notes'] });
    await window.reload();
    await window.openFile('kafka.md');
    await window.page.locator('.editor-actions').getByRole('button', { name: 'Quiz This Note' }).first().click();
    const path = (await window.webview('#prompt')).locator('.path');
    await path.getByText('Kafka').first().waitFor();
  });

  it('leaves nothing in the status bar when nothing is due any more', async () => {
    await window.command('Interview Study: Quiz What Is Due');
    await isAsked(window);
    const page = await window.webview('#prompt');
    await page.waitForFunction(() => document.activeElement?.matches('[data-focus]'));
    await window.press('Space');
    await page.waitForSelector('.grades');
    await window.press('3');
    await dueItem(window).waitFor({ state: 'detached' });
    assert.deepEqual(await window.notifications('error'), []);
  });
});
