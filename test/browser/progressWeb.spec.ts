/** Progress on vscode.dev: VS Code's web host, whose files are in the browser's database. */
import assert from 'node:assert/strict';
import { User } from './driver/user';
import type { Workbench } from './driver/workbench';

const topic = (window: Workbench) => window.row(/Replication/);

describe('progress in the browser', () => {
  it('is seen by the other window, and is there after a reload', async () => {
    const user = await User.create({ host: 'web', storage: 'browser' });
    const one = await user.open();
    const other = await user.open(one.folder);
    for (const window of [one, other]) {
      await window.openView('Interview Study');
      await window.expand('Kafka');
    }
    const before = await topic(other).textContent();

    await one.command('Interview Study: Start Quiz');
    await one.choose('Replication', 'Replication');
    const page = await one.webview('#prompt');
    await page.getByText('Show Answer').first().waitFor();
    await one.press('Space');
    await page.waitForSelector('.grades');
    await one.press('4');
    const start = Date.now();
    await other.page.waitForFunction(
      (text) =>
        [...document.querySelectorAll('[role=treeitem]')].some(
          ({ textContent }) => textContent?.startsWith('Replication') && textContent !== text,
        ),
      before,
    );
    console.log(`      seen by the other window after ${Date.now() - start} ms`);

    const after = await topic(other).textContent();
    await other.reload();
    await other.openView('Interview Study');
    await other.expand('Kafka');
    assert.equal(await topic(other).textContent(), after);
    for (const window of [one, other]) assert.deepEqual(await window.notifications('warning'), []);
    await user.dispose();
  });
});
