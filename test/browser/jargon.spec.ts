/** Jargon as a person meets it: the list of the file, the line under it, what a hover offers, diffs, the pages of notes and of the quiz. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame, Locator } from 'playwright-core';
import { sampleWorkspace } from '../../scripts/vscode/folders.mjs';
import { User } from './driver/user';
import type { Workbench } from './driver/workbench';

const text = 'Kafka: the ISR shrinks.\n\nThe ISR again, and the LEO.\n\nlease reader\n';
const note =
  '# Lag\n\n### What does a slow follower of Kafka lose?\n\nIts place in the ISR, until its LEO has caught up.\n';

/** What the status bar says of the cursor, such as `Ln 3, Col 8 (3 selected)`. */
const cursor = (window: Workbench, place: string) => window.page.locator('.statusbar-item', { hasText: place });

const notification = (window: Workbench, message: string) =>
  window.page.locator('.notification-list-item', { hasText: message });

/** Takes what the hover on a word offers. */
async function take(window: Workbench, word: string, action: string): Promise<void> {
  assert.ok((await window.hoverOn(word))?.includes(action), `the hover on ${word} offers “${action}”`);
  await window.page.locator('.monaco-hover:not(.hidden) a', { hasText: action }).click();
}

/** Waits until a word of the active editor has a dotted line, or has none. */
async function underlined(window: Workbench, word: string, isWanted: boolean): Promise<void> {
  await window.page.waitForFunction(
    ([wanted, is]) => {
      const spans = [...document.querySelectorAll('.editor-group-container.active .view-line span')];
      const lines = spans.filter((span) => getComputedStyle(span).textDecorationStyle === 'dotted');
      return lines.some((span) => span.textContent === wanted) === is;
    },
    [word, isWanted] as const,
  );
}

/** Makes a folder a repository with one commit; false where there is no git. */
function commit(folder: string): boolean {
  try {
    for (const args of [
      ['init', '-q'],
      ['add', '.'],
      ['commit', '-qm', 'All'],
    ]) {
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], { cwd: folder });
    }
    return true;
  } catch {
    return false;
  }
}

/** Waits until a file holds a text. */
async function holds(file: string, wanted: string): Promise<void> {
  for (const end = Date.now() + 20_000; (await readFile(file, 'utf8')) !== wanted && Date.now() < end; ) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.equal(await readFile(file, 'utf8'), wanted);
}

/** The card that explains what is hovered or focused. */
async function explained(page: Frame): Promise<Locator> {
  const card = page.locator('.jargonCard:not([hidden])');
  await card.waitFor();
  return card;
}

/** Each term is explained on hover, and on focus by keyboard until Escape. */
async function explainsJargon(window: Workbench, page: Frame): Promise<void> {
  const seen = await page.locator('.jargon').evaluateAll((terms) =>
    terms.findIndex((term) => {
      const { top, bottom } = term.getBoundingClientRect();
      return top > 0 && bottom < innerHeight;
    }),
  );
  await page.locator('.jargon').nth(seen).hover();
  assert.match(await (await explained(page)).innerText(), /Kafka\s+\S/);
  await window.page.mouse.move(0, 0);
  await page.locator('.jargonCard:not([hidden])').waitFor({ state: 'detached' });

  while (!(await page.evaluate(() => document.activeElement?.matches('.jargon')))) await window.press('Tab');
  const card = await explained(page);
  assert.equal(await page.locator(':focus').getAttribute('aria-describedby'), await card.getAttribute('id'));
  await window.press('Escape');
  await card.waitFor({ state: 'hidden' });
}

describe('jargon', () => {
  let user: User;
  let window: Workbench;
  let hasGit = false;

  before(async () => {
    const folder = await sampleWorkspace();
    await writeFile(join(folder, 'lag.txt'), text);
    await writeFile(join(folder, 'notes/lag.md'), note);
    const config = join(folder, 'config/server.properties');
    await writeFile(config, '# Kafka: the ISR\nacks=all\n');
    hasGit = commit(folder);
    await writeFile(config, '# Kafka: the LEO\nacks=all\n');
    user = await User.create({ settings: { 'interviewStudy.underline': true, 'interviewStudy.notes': ['notes'] } });
    window = await user.open(folder);
    await window.openView('Interview Study');
    await window.openFile('lag.txt');
  });
  after(() => user.dispose());

  it('is listed with counts and mastery; a click goes from one occurrence to the next', async () => {
    for (const place of ['Ln 1, Col 15 (3 selected)', 'Ln 3, Col 8 (3 selected)', 'Ln 1, Col 15 (3 selected)']) {
      await window.row('ISR, Kafka, 2 times, New').click();
      await cursor(window, place).waitFor();
    }
    await window.row('LEO, Kafka, once, New').waitFor();
  });

  it('of the file is asked by Quiz on This File', async () => {
    await window.page.locator('.pane', { hasText: 'In This File' }).hover();
    await window.page.getByRole('button', { name: 'Quiz on This File' }).click();
    const page = await window.webview('#prompt');
    await page.getByText(/0 \/ 2/).waitFor();
    await window.command('View: Close Editor');
  });

  it('is underlined until one knows it, which can be undone', async () => {
    await underlined(window, 'LEO', true);
    await take(window, 'LEO', 'I Know This');
    await window.row('LEO, Kafka, once, Known').waitFor();
    await underlined(window, 'LEO', false);
    await underlined(window, 'ISR', true);
    await notification(window, 'Counted as known: LEO').getByRole('button', { name: 'Undo' }).click();
    await window.row('LEO, Kafka, once, New').waitFor();
    await underlined(window, 'LEO', true);
  });

  it('is explained no longer where one does not want it, until that is taken back', async () => {
    for (const place of ['In this file', 'In all files of this language', 'Everywhere']) {
      await window.openFile('lag.txt');
      await take(window, 'ISR', 'Not Here…');
      await window.choose('', place);
      await window.row(/^ISR,/).waitFor({ state: 'detached' });
      await underlined(window, 'ISR', false);
      await window.command('Interview Study: Muted Terms');
      const picker = window.page.locator('.quick-input-widget', { hasText: 'Muted Terms' });
      await picker.getByRole('checkbox', { name: 'ISR', exact: true }).click();
      await picker.getByRole('button', { name: 'OK' }).click();
      await window.row(/^ISR,/).waitFor();
    }
  });

  it('is added from a selection to a note of one’s choice, and undone', async () => {
    const kafka = join(window.folder, 'notes/kafka.md');
    const before = await readFile(kafka, 'utf8');
    await window.openFile('lag.txt', 5);
    await window.press('Shift+End');
    await window.command('Interview Study: Add Term');
    await window.choose('kafka.md', 'kafka.md');
    const input = window.page.locator('.quick-input-widget input');
    await window.page.locator('.quick-input-widget', { hasText: 'other names in brackets' }).waitFor();
    assert.equal(await input.inputValue(), 'lease reader');
    await window.press('Enter');
    await window.page.locator('.quick-input-widget', { hasText: 'What does lease reader mean?' }).waitFor();
    await input.fill('Reads on a lease.');
    await window.press('Enter');
    await cursor(window, 'Ln 41, Col 1').waitFor();
    await holds(kafka, `${before}\n## Terms\n\n- **lease reader**: Reads on a lease.\n`);
    await window.openFile('lag.txt');
    await window.row('lease reader, Kafka, once, New').waitFor();

    await window.openFile('kafka.md');
    await window.press('ControlOrMeta+Z', 'ControlOrMeta+S');
    await holds(kafka, before);
  });

  it('is explained on both sides of a diff of git', async function () {
    if (!hasGit) {
      console.log('      There is no git here.');
      this.skip();
    }
    await window.openFile('server.properties');
    await window.command('Git: Open Changes');
    await window.page.locator('.editor.original .view-line', { hasText: 'ISR' }).waitFor();
    assert.match((await window.hoverOn('ISR', 0, '.original')) ?? '', /In-Sync Replicas[\s\S]*Open Note/);
    assert.match((await window.hoverOn('LEO', 0, '.modified')) ?? '', /Log End Offset[\s\S]*Open Note/);
    await window.command('View: Close Editor');
    await window.page.locator('.editor.original').waitFor({ state: 'detached' });
  });

  it('is explained in the page of a built-in note, on hover and on focus', async () => {
    await window.openFile('server.properties');
    await take(window, 'acks', 'Open Note');
    await explainsJargon(window, await window.webview('main .jargon'));
  });

  it('leaves the page where it was read, though it was hidden', async () => {
    const page = await window.webview('main .jargon');
    const top = await page.evaluate(async () => {
      const ended = new Promise((resolve) => document.addEventListener('scrollend', resolve, { once: true }));
      scrollBy(0, 900);
      await ended;
      return document.documentElement.scrollTop;
    });
    await window.openFile('lag.txt');
    await window.page.locator('iframe.webview.ready').first().waitFor({ state: 'hidden' });
    await window.command('View: Open Previous Editor');
    const again = await window.webview('main .jargon');
    await again.waitForFunction((wanted) => document.documentElement.scrollTop === wanted, top);
  });

  it('is explained in an answer of the quiz, on hover and on focus', async () => {
    await window.openFile('lag.md');
    await window.command('Interview Study: Quiz This Note');
    const page = await window.webview('#prompt');
    await page.waitForFunction(() => document.activeElement?.matches('[data-focus]'));
    await window.press('Space');
    await page.waitForSelector('.jargon');
    await explainsJargon(window, page);
    assert.deepEqual(await window.notifications('error'), []);
  });
});
