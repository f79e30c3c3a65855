/** `npm run pictures`: makes the README's pictures in `docs/pictures` anew, in the real editor, with the extension installed. */
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../scripts/vscode/processes.mjs';
import { User, type UserOptions } from './driver/user';
import type { Workbench } from './driver/workbench';

interface Picture {
  readonly user: UserOptions;
  /** Brings the window to what the picture shows. */
  pose(window: Workbench): Promise<unknown>;
}

const pictures: Readonly<Record<string, Picture>> = {
  hover: {
    user: { theme: 'dark' },
    async pose(window) {
      await window.openView('Interview Study');
      await window.expand('Kafka');
      await window.expand('Replication');
      await window.openFile('Orders.java');
      await window.hoverOn('HW');
    },
  },
  quiz: {
    user: { theme: 'light' },
    async pose(window) {
      await quiz(window, 'Interview Study: Start Quiz', 'Replication');
      await window.press('Space');
      await (await window.webview('.grades')).waitForTimeout(500);
    },
  },
  choice: {
    user: { theme: 'high-contrast' },
    async pose(window) {
      await quiz(window, 'Interview Study: Start Quiz', 'Replication');
      const page = await window.webview('#prompt');
      while ((await page.locator('.option').count()) === 0) {
        await window.press('Space', '3');
        await page.waitForTimeout(500);
      }
      await window.press('b');
      await page.waitForTimeout(500);
    },
  },
  chinese: {
    user: { theme: 'light', language: 'zh-cn' },
    async pose(window) {
      await window.openView('Interview Study');
      await window.expand('Kafka');
      await window.expand('副本机制');
      await window.row(/LEO/).click();
      await window.webview('main h1');
      await window.page.waitForTimeout(1000);
    },
  },
  note: {
    user: { theme: 'light', size: { width: 760, height: 640 } },
    pose: openNote,
  },
  explain: {
    user: { theme: 'light', size: { width: 760, height: 640 } },
    async pose(window) {
      await openNote(window);
      await window.command('Interview Study: Explain This Note');
      await window.page.waitForTimeout(2000);
    },
  },
};

/** A person's note in an editor alone, as it is written. */
async function openNote(window: Workbench): Promise<void> {
  await window.openFile('kafka.md');
  await window.command('View: Toggle Primary Side Bar Visibility');
}

async function quiz(window: Workbench, command: string, topic: string): Promise<void> {
  await window.openView('Interview Study');
  await window.expand('Kafka');
  await window.command(command);
  await window.choose(topic, topic);
  await window.webview('#prompt');
}

const folder = join(root, 'docs/pictures');
await mkdir(folder, { recursive: true });
const wanted = process.argv.slice(2);
for (const [name, { user: options, pose }] of Object.entries(pictures)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const user = await User.create({ size: { width: 1280, height: 800 }, ...options });
  try {
    const window = await user.open();
    await pose(window);
    await copyFile(await window.screenshot(name), join(folder, `${name}.png`));
    console.log(`docs/pictures/${name}.png`);
  } finally {
    await user.dispose();
  }
}
process.exit();
