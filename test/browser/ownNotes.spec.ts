/** What a person has from notes of their own: gaps, what was read from each line, and a reading of many that can be stopped. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeNotes } from '../../scripts/bench/notesFolder.mjs';
import { User } from './driver/user';
import type { Workbench } from './driver/workbench';

/** Notes that take much longer to be read than a person needs to see it. */
const many = 1500;

describe('notes of one’s own', () => {
  let user: User;
  let window: Workbench;

  before(async () => {
    user = await User.create({ settings: { 'interviewStudy.notes': ['notes'], 'interviewStudy.gaps.badge': true } });
    window = await user.open();
  });

  after(() => user.dispose());

  it('have their gaps listed by topic, with a badge, and a click goes to the line', async () => {
    await window.openView('Interview Study');
    await window.command('Interview Study: Focus on Gaps View');
    await window.row(/^Kafka, Replication, 1 gap/).waitFor();
    await badge(window, '3').waitFor();
    await window.row(/unclean leader election/).click();
    await window.page.locator('.tab.active[data-resource-name="kafka.md"]').waitFor();
    const lines = (await readFile(join(window.folder, 'notes/kafka.md'), 'utf8')).split('\n');
    const line = lines.findIndex((each) => each.includes('TODO')) + 1;
    await window.page.locator('.statusbar-item', { hasText: `Ln ${line},` }).waitFor();
  });

  it('have a gap less where a quick fix says that nothing is wanted', async () => {
    await window.openFile('kafka.md', 19);
    await window.press('ControlOrMeta+.');
    await window.page.locator('.action-widget').getByText('Not a gap').click();
    await window.row(/unclean leader election/).waitFor({ state: 'detached' });
    await badge(window, '2').waitFor();
  });

  it('are explained line by line, and no longer when the command is given again', async () => {
    await window.openFile('kafka.md');
    await window.command('Interview Study: Explain This Note');
    await window.page.waitForFunction(isBehindALine, { words: 'term: LEO', is: true });
    assert.match((await window.hoverOn('Replication')) ?? '', /A\scard\sfor\sthe\squiz:\sReplication/);
    await window.command('Interview Study: Explain This Note');
    await window.page.waitForFunction(isBehindALine, { words: 'term: LEO', is: false });
  });

  it('are read with a word of how far it is, and no further when that is stopped', async () => {
    await writeNotes(join(window.folder, 'many'), many);
    await user.setSettings({ 'interviewStudy.notes': ['notes', 'many'] });
    await window.reloadWindow();
    await window.openView('Interview Study');
    const reading = window.page.locator('.notification-list-item', { hasText: 'Interview Study: reading notes' });
    await reading.getByText(/\d+ of \d+/).waitFor();
    await reading.getByRole('button', { name: 'Cancel' }).click();
    await reading.waitFor({ state: 'hidden' });
    assert.deepEqual(await window.notifications('error'), []);
    // What was read before is still there.
    await window.openFile('Orders.java');
    assert.match((await window.hoverOn('ISR')) ?? '', /In-Sync Replicas/);
  });
});

/** The figure on the icon in the activity bar. */
function badge(window: Workbench, figure: string) {
  return window.page.locator('.activitybar .badge-content', { hasText: new RegExp(`^${figure}$`) });
}

/** Runs in the page: whether these words stand behind a line, or do not. */
function isBehindALine({ words, is }: { words: string; is: boolean }): boolean {
  const spans = [...document.querySelectorAll('.view-line span')];
  return spans.some((span) => getComputedStyle(span, '::after').content.includes(words)) === is;
}
