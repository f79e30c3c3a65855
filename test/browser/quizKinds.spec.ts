/** Every kind of question in VS Code itself, from the palette to the summary, by keyboard alone. */
import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { User } from './driver/user';
import type { Workbench } from './driver/workbench';

const note = `# Kinds

## Questions

### Why does a follower leave the ISR?

It has not caught up for too long.

### Who takes the writes?

- [ ] A follower
- [x] The leader
- [ ] The controller

### Which of these are kept by the broker?

- [x] The log
- [x] The index
- [ ] The consumer's position in memory

### What are the steps of a write?

1. The producer sends it.
2. The leader appends it.
3. The followers copy it.

A topic has ==partitions==, and a partition has ==a leader==.

## Terms

- **leader**: The replica that takes all the writes to its partition and serves the reads.
- **segment**: A piece of a log on disk, a file with its indexes, of which only the last is written to.
- **quota**: A limit on the bandwidth or on the requests of a client, kept by each broker by itself.
- **tombstone**: A record without a value, which tells compaction to remove what has the same key.
- **rebalance**: The work of giving out partitions anew after a member of a group came or went away.
- **\`num.partitions\`**: How many parts a new topic gets unless it is said otherwise. Default 1.
- **\`9092\`**: Where a broker listens to its clients unless it is told to listen elsewhere.
- **\`2181\`**: Where the coordination service of old listens to those who come to ask it.
`;

/** Each kind by what the page says is to be done. */
const kinds = [
  'Recall the answer',
  'Choose the right answer',
  'Choose all right answers',
  'Put the steps in order',
  'Fill in the blanks',
  'Choose the right definition',
  'Choose the term that is described',
  'Which of the two is described?',
  'What does this term mean?',
  'Which term is described?',
  'Type the term that is described',
];

const turned = 'Choose the term that is described';

/** What the page asks for; undefined at the end of a session. What is to be done next has the focus. */
async function taskOf(page: Frame): Promise<string | undefined> {
  await page.waitForFunction(
    () => document.activeElement?.matches('[data-focus]') && !document.querySelector('.grades'),
  );
  return page.evaluate(() => document.querySelector('.task')?.firstChild?.textContent?.trim());
}

async function answer(window: Workbench, page: Frame, task: string): Promise<void> {
  if (task.startsWith('Type')) {
    await window.page.keyboard.type('leader');
    await window.press('Enter');
  } else if (task.startsWith('Choose all')) await window.press('a', 'b', 'Enter');
  else if (task.startsWith('Choose') || task.startsWith('Which of')) await window.press('a');
  else if (task.startsWith('Put')) await window.press('ArrowDown', 'Alt+ArrowDown', 'Enter');
  else await window.press('Space');
  await page.waitForFunction(() => document.querySelector('.grades') && document.activeElement?.matches('.outcome'));
}

describe('every kind of question', () => {
  it('is answered by keyboard alone, from the palette to the summary', async () => {
    const user = await User.create();
    const window = await user.open();
    await mkdir(join(window.folder, 'kinds'), { recursive: true });
    await writeFile(join(window.folder, 'kinds/kinds.md'), note);
    await user.setSettings({ 'interviewStudy.notes': ['kinds'] });
    await window.reload();
    await window.openFile('kinds.md');
    await window.command('Interview Study: Quiz This Note');
    const page = await window.webview('#prompt');

    const met = new Set<string>();
    for (let answers = 0; answers < 120 && met.size < kinds.length; answers++) {
      const task = await taskOf(page);
      if (task === undefined) {
        // Once more, ahead of time: what is known by now is asked in harder forms.
        const isAtMore = () => document.activeElement?.matches('footer vscode-button[secondary]') ?? false;
        while (!(await page.evaluate(isAtMore))) await window.press('Tab');
        await window.press('Enter');
        await page.waitForSelector('#prompt');
        continue;
      }
      met.add(task);
      await answer(window, page, task);
      // A term that was not known is chosen from once more, the other way about.
      await window.press(task === 'Choose the right definition' && !met.has(turned) ? '1' : '4');
    }
    assert.deepEqual([...met].sort(), [...kinds].sort());
    if ((await taskOf(page)) !== undefined) await window.press('Escape');
    await page.waitForSelector('.figures');
    assert.deepEqual(await window.notifications('error'), []);
    assert.deepEqual(await window.notifications('warning'), []);
    await user.dispose();
  });
});
