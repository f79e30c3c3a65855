/** What a person reads and presses who looks after their progress: troubles, backups, reset, export and import. */
import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ledger } from '../../src/progress/ledger';
import { encodeSnapshot } from '../../src/progress/snapshot';
import { addManyReviews } from '../unit/fakes/manyReviews';
import { User } from './driver/user';
import { becomes, type Workbench } from './driver/workbench';

const dayAgo = Math.floor(Date.now() / 1000) - 86_400;

/** As a file holds it. */
function snapshot(cards: number, each: number, device = 'device'): string {
  const ledger = new Ledger();
  addManyReviews(ledger, cards, each, dayAgo, device);
  return encodeSnapshot(ledger, 'fsrs');
}

describe('progress that is looked after', () => {
  let user: User;
  let window: Workbench;

  const message = (text: string | RegExp) => window.page.locator('.notification-list-item', { hasText: text });
  const press = (button: string) => window.page.locator('.monaco-button', { hasText: button }).first().click();
  const dialog = async () => (await window.page.locator('.monaco-dialog-box').innerText()).replaceAll(/\s+/g, ' ');
  const run = async (title: string) => {
    await window.command('Notifications: Clear All Notifications');
    await window.command(`Interview Study: ${title}`);
  };
  const choosePath = async (path?: string) => {
    const accept = window.page.locator('.quick-input-widget .quick-input-action .monaco-button').first();
    const input = window.page.locator('.quick-input-widget input');
    await accept.waitFor();
    while (!(await input.inputValue()).includes('/')) await window.page.waitForTimeout(100);
    // While it looks at the folder behind the path, VS Code hears no click.
    do {
      if (path) await input.fill(path);
      await accept.click({ timeout: 2_000 }).catch(() => undefined);
    } while (!(await becomes(accept, 'hidden', 2_000)));
  };

  before(async () => {
    user = await User.create();
    const storage = join(user.dataDir, 'data/User/globalStorage/interview-study.interview-study');
    for (const folder of ['progress', 'backups']) await mkdir(join(storage, folder), { recursive: true });
    // So much that Settings Sync would refuse it; a file that was cut; one of a version to come.
    await writeFile(join(storage, 'progress/s-1-w-1'), snapshot(6_500, 15));
    await writeFile(join(storage, 'progress/s-2-w-1'), snapshot(3, 4).slice(0, -60));
    await writeFile(join(storage, 'progress/s-3-w-1'), 'progress 99 and what else there is');
    await writeFile(join(storage, 'backups/backup-2026-01-02T12-00-00.progress'), snapshot(400, 6, 'lost'));
    window = await user.open();
  });
  after(() => user.dispose());

  it('says what could not be read, what a newer version wrote, and that it is too much for Settings Sync', async () => {
    await message(/damaged.*kept as unreadable-s-2-w-1.*restore a backup/).waitFor();
    await message(/newer version.*left as it is.*Update/).waitFor();
    await message(/too large for Settings Sync.*keeps all of it.*export it here/).waitFor();
  });

  it('comes back from a backup, which is previewed', async () => {
    await run('Restore Progress from Backup…');
    await window.choices();
    await window.choose('2026', 'January 2, 2026');
    assert.match(
      await dialog(),
      /It holds 2,400 reviews of 400 cards\. Restoring adds 2,400 reviews of 400 cards that are/,
    );
    await press('Restore');
    await message(/Restored\. You now have 99,\d{3} reviews of 6,50\d cards\./).waitFor();
  });

  it('is reset after a question, and the reset taken back', async () => {
    await run('Reset Progress…');
    assert.match(await dialog(), /99,\d{3} reviews of 6,50\d cards will no longer count.*you can undo/);
    await press('Reset');
    await message(/Progress was reset/).waitFor();
    await press('Undo');
    await message(/The reset was undone: 99,\d{3} reviews/).waitFor();
  });

  it('is exported whole, and imported: what is here already, and what is no export', async () => {
    await run('Export Progress…');
    await choosePath();
    await message(/Exported 99,\d{3} reviews/).waitFor();
    const [file] = (await readdir(window.folder)).filter((name) => name.startsWith('interview-study-progress-'));
    assert.ok(file);
    await run('Import Progress…');
    await choosePath(join(window.folder, file));
    await message('Every review in this file is here already.').waitFor();

    const text = await readFile(join(window.folder, file), 'utf8');
    await writeFile(join(window.folder, 'cut.json'), text.slice(0, 1_000));
    await run('Import Progress…');
    await choosePath(join(window.folder, 'cut.json'));
    await message(/is not an export.*or it is damaged\. Nothing was changed\./).waitFor();
  });
});
