/**
 * Progress in VS Code itself: several windows of one user, and whatever happens to them. The reviews are given by an extension that holds the
 * progress of ours over VS Code's storage, as fast as they are kept; what it acknowledged is written down outside of VS Code.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../../scripts/vscode/folders.mjs';
import { User } from './driver/user';
import type { Workbench } from './driver/workbench';
import { installReviewer, reviewerId } from './reviewer/install';
import { acknowledgedFile, type Order, orderFile, type Report, reportFile, seenFile } from './reviewer/orders';

/** How often the extension hosts are killed; 200 is the whole test. */
const kills = Number(process.env['INTERVIEW_STUDY_KILLS'] ?? 12);
const patience = 300_000;

let lastOrder = 0;

async function give(folder: string, order: Omit<Order, 'id'>): Promise<number> {
  lastOrder += 1;
  const id = lastOrder;
  await writeFile(join(folder, `${orderFile}.part`), JSON.stringify({ id, ...order } satisfies Order));
  await rename(join(folder, `${orderFile}.part`), join(folder, orderFile));
  return id;
}

async function reported(folder: string, id: number): Promise<Report> {
  const file = join(folder, reportFile(id));
  for (const end = Date.now() + patience; !existsSync(file); ) {
    if (Date.now() > end) throw new Error(`No report came to ${folder}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return JSON.parse(await readFile(file, 'utf8')) as Report;
}

async function review(folder: string, reviews: number, cards: readonly string[]): Promise<Report> {
  return reported(folder, await give(folder, { reviews, cards }));
}

async function report(folder: string): Promise<Report> {
  return review(folder, 0, []);
}

/** What was acknowledged in a window's folder. A line that a kill has cut was not. */
async function acknowledged(folder: string): Promise<string[]> {
  const text = await readFile(join(folder, acknowledgedFile), 'utf8').catch(() => '');
  return text.split('\n').slice(0, -1);
}

function cardsOf(name: string, count: number): string[] {
  return Array.from({ length: count }, (_, n) => `${name}-${n}`);
}

/** All that was acknowledged is there, and nothing twice; returns what is there beside it. */
function assertKept(acknowledged: readonly string[], { reviews }: Report): string[] {
  const there = new Set(reviews);
  assert.equal(there.size, reviews.length, 'none is doubled');
  assert.deepEqual(
    acknowledged.filter((each) => !there.has(each)),
    [],
    'none is lost',
  );
  return reviews.filter((each) => !acknowledged.includes(each));
}

async function openWindows(user: User, count: number): Promise<Workbench[]> {
  const windows: Workbench[] = [];
  for (let n = 0; n < count; n++) windows.push(await user.open(await temporaryFolder(`window-${n}`)));
  return windows;
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + patience; !(await condition()); ) {
    if (Date.now() > end) throw new Error(`This did not come: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function quantile(sorted: readonly number[], part: number): string {
  return sorted[Math.floor(sorted.length * part)]!.toFixed(1);
}

function progressFolder(user: User): string {
  return join(user.dataDir, 'data/User/globalStorage', reviewerId, 'progress');
}

describe('progress in VS Code', function () {
  this.timeout(600_000);
  let user: User;

  beforeEach(async () => {
    user = await User.create();
    await installReviewer(user);
  });

  afterEach(() => user.dispose());

  it('of two windows, 500 reviews each at full speed, is 1,000 reviews (F1, F2)', async () => {
    const windows = await openWindows(user, 2);
    const cards = cardsOf('shared', 40);
    const reports = await Promise.all(windows.map(({ folder }) => review(folder, 500, cards)));
    const all = (await Promise.all(windows.map(({ folder }) => acknowledged(folder)))).flat();
    const times = reports.flatMap(({ took }) => took).sort((a, b) => a - b);
    console.log(`      an answer was kept in ${quantile(times, 0.5)} ms (median), ${quantile(times, 0.95)} ms (p95)`);
    assert.equal(all.length, 1_000);
    for (const { failures, troubles } of reports) assert.deepEqual([failures, troubles], [[], []]);
    for (const { folder } of windows) assert.deepEqual(assertKept(all, await report(folder)), []);
    await user.restart();
    const again = await user.open(windows[0]!.folder);
    assert.deepEqual(assertKept(all, await report(again.folder)), []);
    assert.ok((await readdir(progressFolder(user))).length < 250);
    // The folder is lost: globalState holds all of it too, once VS Code has written it.
    await again.page.waitForTimeout(7_000);
    await user.restart();
    await rm(progressFolder(user), { recursive: true });
    const copied = await user.open(windows[0]!.folder);
    assert.equal((await report(copied.folder)).reviews.length, 1_000);
  });

  it('is seen by the other window within two seconds, and is there after a reload at once (F4)', async () => {
    const windows = await openWindows(user, 2);
    const [one, other] = windows.map(({ folder }) => folder) as [string, string];
    // Both are at work.
    await Promise.all(windows.map(({ folder }) => report(folder)));
    const waits: number[] = [];
    for (let count = 1; count <= 5; count++) {
      await give(one, { reviews: 1, cards: ['card'] });
      await until(async () => (await acknowledged(one)).length === count);
      const start = Date.now();
      await until(async () => (await readFile(join(other, seenFile), 'utf8').catch(() => '')).includes(`${count}\n`));
      waits.push(Date.now() - start);
    }
    console.log(`      seen by the other window after ${waits.join(', ')} ms`);
    await give(one, { reviews: 1, cards: ['card'] });
    await until(async () => (await acknowledged(one)).length === 6);
    await windows[0]!.reload();
    assert.deepEqual(assertKept(await acknowledged(one), await report(one)), []);
    waits.sort((a, b) => a - b);
    assert.ok(waits[2]! < 2_000, `${waits.join(', ')} ms`);
  });

  it('of four windows, reloaded in between, is all of theirs (F4)', async () => {
    const windows = await openWindows(user, 4);
    for (let round = 0; round < 3; round++) {
      const orders = await Promise.all(
        windows.map(({ folder }, n) =>
          give(folder, { reviews: 60, cards: [...cardsOf('shared', 10), ...cardsOf(`own-${n}`, 10)] }),
        ),
      );
      // Half of them are reloaded in mid-review and begin their order anew.
      await windows[round]!.page.waitForTimeout(200);
      await Promise.all([windows[round]!.reload(), windows[round + 1]!.reload()]);
      await Promise.all(windows.map(({ folder }, n) => reported(folder, orders[n]!)));
    }
    const all = (await Promise.all(windows.map(({ folder }) => acknowledged(folder)))).flat();
    assert.ok(all.length >= 4 * 3 * 60);
    for (const { folder } of windows) {
      // What the others have kept last may still be on its way to a window that was busy.
      let last = await report(folder);
      for (const end = Date.now() + 30_000; last.reviews.length < all.length && Date.now() < end; )
        last = await report(folder);
      const unheard = assertKept(all, last);
      // A reload may come between the keeping and its being written down.
      assert.ok(unheard.length <= 6, `${unheard.length}`);
    }
  });

  it(`is whole after ${kills} SIGKILLs in the middle of reviews`, async function () {
    this.timeout(120_000 + kills * 20_000);
    const windows = await openWindows(user, 4);
    let killed = 0;
    while (killed < kills) {
      for (const [n, { folder }] of windows.entries()) {
        await give(folder, { reviews: 100_000, cards: [...cardsOf('shared', 30), ...cardsOf(`own-${n}`, 20)] });
      }
      const before = await Promise.all(windows.map(({ folder }) => acknowledged(folder)));
      for (const [n, { folder }] of windows.entries()) {
        for (const end = Date.now() + patience; (await acknowledged(folder)).length <= before[n]!.length; ) {
          if (Date.now() > end) throw new Error('No review came after a kill.');
          await windows[n]!.page.waitForTimeout(20);
        }
      }
      await windows[0]!.page.waitForTimeout(Math.random() * 1_500);
      killed += await user.killExtensionHosts();
      for (const { folder } of windows) await rm(join(folder, orderFile));
      await Promise.all(windows.map((window) => window.reload()));
    }
    const all = (await Promise.all(windows.map(({ folder }) => acknowledged(folder)))).flat();
    let last: Report | undefined;
    for (const { folder } of windows) {
      last = await report(folder);
      const unheard = assertKept(all, last);
      assert.ok(unheard.length <= killed, `${unheard.length} kept and not acknowledged`);
      assert.deepEqual(last.troubles, []);
    }
    console.log(`      ${killed} kills, ${all.length} reviews acknowledged, ${last!.reviews.length} kept`);
  });

  it('goes on when its folder is deleted while it runs, and is in files again', async () => {
    const [window] = await openWindows(user, 1);
    await review(window!.folder, 30, cardsOf('a', 5));
    await rm(progressFolder(user), { recursive: true });
    const { failures } = await review(window!.folder, 30, cardsOf('a', 5));
    assert.deepEqual(failures, []);
    const all = await acknowledged(window!.folder);
    assert.deepEqual(assertKept(all, await report(window!.folder)), []);
    await user.restart();
    const again = await user.open(window!.folder);
    assert.deepEqual(assertKept(all, await report(again.folder)), []);
  });

  it('keeps answers in globalState while its folder is none, says so, and files them when it is one again', async () => {
    const [window] = await openWindows(user, 1);
    await review(window!.folder, 20, cardsOf('a', 5));
    const folder = progressFolder(user);
    await rename(folder, `${folder}-away`);
    await writeFile(folder, 'a file where the folder was');
    const { failures, troubles } = await review(window!.folder, 20, cardsOf('a', 5));
    assert.deepEqual(failures, []);
    assert.ok(troubles.some((each) => each.startsWith('unsaved')));
    // The host dies with nothing in files; VS Code is quit and started again.
    await window!.page.waitForTimeout(1_500);
    await user.restart();
    await rm(folder);
    await rename(`${folder}-away`, folder);
    const again = await user.open(window!.folder);
    const all = await acknowledged(window!.folder);
    assert.deepEqual(assertKept(all, await report(again.folder)), []);
  });

  it('loses nothing when the disk is full', async function () {
    const folder = progressFolder(user);
    await mkdir(folder, { recursive: true });
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=200k', 'tmpfs', folder], { stdio: 'ignore' });
    } catch {
      console.log('      skipped: only root may mount the small disk that this needs');
      this.skip();
    }
    try {
      const [window] = await openWindows(user, 1);
      const { failures, troubles } = await review(window!.folder, 300, cardsOf('a', 20));
      assert.deepEqual(failures, []);
      assert.ok(
        troubles.some((each) => each.startsWith('unsaved')),
        'the disk was full',
      );
      const all = await acknowledged(window!.folder);
      assert.equal(all.length, 300);
      await window!.page.waitForTimeout(1_500);
      await user.restart();
      const again = await user.open(window!.folder);
      assert.deepEqual(assertKept(all, await report(again.folder)), []);
    } finally {
      await user.dispose();
      execFileSync('umount', [folder]);
    }
  });
});
