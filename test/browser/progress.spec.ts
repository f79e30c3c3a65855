/**
 * Progress in VS Code itself: several windows of one user, and whatever happens to them. The reviews are given by an extension that holds the
 * progress of ours over VS Code's storage, as fast as they are kept; what it acknowledged is written down outside of VS Code.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../../scripts/vscode/folders.mjs';
import { DiskFiles } from '../../src/host/diskFiles';
import { MemoryFiles, openStore } from '../unit/fakes/progress';
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

async function openWindows(user: User, count: number, name: string): Promise<Workbench[]> {
  const windows: Workbench[] = [];
  for (let n = 0; n < count; n++) windows.push(await user.open(await temporaryFolder(`${name}-${n}`)));
  return windows;
}

async function allAcknowledged(windows: readonly Workbench[]): Promise<string[]> {
  return (await Promise.all(windows.map(({ folder }) => acknowledged(folder)))).flat();
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + patience; !(await condition()); ) {
    if (Date.now() > end) throw new Error(`This did not come: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function quantile(values: readonly number[], part: number): string {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!.toFixed(1);
}

function progressFolder(user: User): string {
  return join(user.dataDir, 'data/User/globalStorage', reviewerId, 'progress');
}

/** What the files hold, without a window. */
async function filed(user: User): Promise<Report> {
  const { store } = await openStore(new MemoryFiles(), undefined, { files: new DiskFiles(progressFolder(user)) });
  const reviews = [...store.ledger.accounts()].flatMap(({ known }) =>
    store.ledger.reviews(store.ledger.account(known.id)!).counted.map(({ at, took }) => `${known.id}@${at}:${took}`),
  );
  return { reviews, troubles: [], took: [], failures: [] };
}

/** Waits until VS Code has written so many reviews of `globalState` to its own storage, which in a browser is a database. */
async function untilCopied(window: Workbench, reviews: number): Promise<void> {
  await until(async () => (await window.page.evaluate(copiedReviews, reviewerId)) >= reviews);
}

/** Runs in the page: the reviews in the copy that an extension's stored state holds, as the copy's head counts them. */
async function copiedReviews(extension: string): Promise<number> {
  let most = 0;
  for (const { name } of await indexedDB.databases()) {
    if (!name?.startsWith('vscode-web-state-db')) continue;
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const state = await new Promise<unknown>((resolve, reject) => {
      const reading = database.transaction('ItemTable').objectStore('ItemTable').get(extension);
      reading.onsuccess = () => resolve(reading.result);
      reading.onerror = () => reject(reading.error);
    });
    database.close();
    const heads = String(state ?? '').matchAll(/"progress \d+ \S+ \S+ \d+ (\S+?);/g);
    const counts = [...heads].flatMap(([, sections]) => [...sections!.matchAll(/:(\d+):\d+/g)]);
    most = Math.max(
      most,
      counts.reduce((sum, [, count]) => sum + Number(count), 0),
    );
  }
  return most;
}

describe('progress in VS Code, of several windows', function () {
  this.timeout(600_000);
  let user: User;
  let windows: Workbench[];

  before(async () => {
    user = await User.create();
    await installReviewer(user);
    windows = await openWindows(user, 2, 'several');
  });

  after(() => user.dispose());

  it('is seen by the other window within two seconds, and is there after a reload at once (F4)', async () => {
    const [one, other] = windows.map(({ folder }) => folder) as [string, string];
    await Promise.all(windows.map(({ folder }) => report(folder)));
    assert.ok(existsSync(progressFolder(user)), 'VS Code watches a folder at once only if it is there');
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
    assert.ok(Number(quantile(waits, 0.5)) < 2_000, `${waits.join(', ')} ms`);
  });

  it('is seen by the other window too when the folder has been deleted while both run', async () => {
    const [one, other] = windows.map(({ folder }) => folder) as [string, string];
    await rm(progressFolder(user), { recursive: true });
    const count = (await acknowledged(one)).length + 1;
    await give(one, { reviews: 1, cards: ['card'] });
    await until(async () => (await acknowledged(one)).length === count);
    const start = Date.now();
    await until(async () => (await readFile(join(other, seenFile), 'utf8')).includes(`${count}\n`));
    console.log(`      seen by the other window after ${Date.now() - start} ms`);
  });

  it('of two windows, 500 reviews each at full speed, is 1,000 more reviews (F1, F2)', async () => {
    const before = (await allAcknowledged(windows)).length;
    const cards = cardsOf('shared', 40);
    const reports = await Promise.all(windows.map(({ folder }) => review(folder, 500, cards)));
    const all = await allAcknowledged(windows);
    const times = reports.flatMap(({ took }) => took);
    console.log(`      an answer was kept in ${quantile(times, 0.5)} ms (median), ${quantile(times, 0.95)} ms (p95)`);
    assert.equal(all.length, before + 1_000);
    for (const { failures, troubles } of reports) assert.deepEqual([failures, troubles], [[], []]);
    for (const { folder } of windows) assert.deepEqual(assertKept(all, await report(folder)), []);
    assert.deepEqual(assertKept(all, await filed(user)), []);
    assert.ok((await readdir(progressFolder(user))).length < 250);
  });

  it('of four windows, reloaded in between, is all of theirs (F4)', async () => {
    const before = (await allAcknowledged(windows)).length;
    windows.push(...(await openWindows(user, 2, 'more')));
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
    const all = await allAcknowledged(windows);
    assert.ok(all.length >= before + 4 * 3 * 60);
    for (const { folder } of windows) {
      // A reload may come between the keeping and its being written down.
      const unheard = assertKept(all, await report(folder));
      assert.ok(unheard.length <= 6, `${unheard.length}`);
    }
  });

  it(`is whole after ${kills} SIGKILLs in the middle of reviews`, async function () {
    this.timeout(120_000 + kills * 20_000);
    const missing = 4 - windows.length;
    if (missing > 0) windows.push(...(await openWindows(user, missing, 'killed')));
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
    const all = await allAcknowledged(windows);
    let last: Report | undefined;
    for (const { folder } of windows) {
      last = await report(folder);
      const unheard = assertKept(all, last);
      assert.ok(unheard.length <= killed + 6, `${unheard.length} kept and not acknowledged`);
      assert.deepEqual(last.troubles, []);
    }
    console.log(`      ${killed} kills, ${all.length} reviews acknowledged, ${last!.reviews.length} kept`);
  });

  it('is there when VS Code is started again, and from globalState when its folder is lost', async () => {
    const { reviews } = await report(windows[0]!.folder);
    await untilCopied(windows[0]!, reviews.length);
    await user.restart();
    await rename(progressFolder(user), `${progressFolder(user)}-lost`);
    const [copied] = await Promise.all([user.open(windows[0]!.folder)]);
    assert.equal((await report(copied.folder)).reviews.length, reviews.length);
  });
});

describe('progress in VS Code, whose folder fails', function () {
  this.timeout(600_000);
  let user: User;
  let window: Workbench;

  before(async () => {
    user = await User.create();
    await installReviewer(user);
    [window] = (await openWindows(user, 1, 'folder')) as [Workbench];
  });

  after(() => user.dispose());

  it('goes on when it is deleted while it runs, and is in files again', async () => {
    await review(window.folder, 30, cardsOf('a', 5));
    await rm(progressFolder(user), { recursive: true });
    const { failures } = await review(window.folder, 30, cardsOf('a', 5));
    assert.deepEqual(failures, []);
    const all = await acknowledged(window.folder);
    assert.deepEqual(assertKept(all, await report(window.folder)), []);
    assert.deepEqual(assertKept(all, await filed(user)), []);
  });

  it('keeps answers in globalState while it is none, says so, and files them when it is one again', async () => {
    const folder = progressFolder(user);
    await rename(folder, `${folder}-away`);
    await writeFile(folder, 'a file where the folder was');
    const { failures, troubles } = await review(window.folder, 20, cardsOf('a', 5));
    assert.deepEqual(failures, []);
    assert.ok(troubles.some((each) => each.startsWith('unsaved')));
    // VS Code is quit with nothing in files, and started again.
    const all = await acknowledged(window.folder);
    await untilCopied(window, all.length);
    await user.restart();
    await rm(folder);
    await rename(`${folder}-away`, folder);
    window = await user.open(window.folder);
    assert.deepEqual(assertKept(all, await report(window.folder)), []);
    assert.deepEqual(assertKept(all, await filed(user)), []);
  });

  it('loses nothing when its disk is full, or can only be read', async function () {
    const folder = progressFolder(user);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=200k', 'tmpfs', folder], { stdio: 'ignore' });
    } catch {
      console.log('      skipped: only root may mount the small disk that this needs');
      this.skip();
    }
    try {
      const full = await review(window.folder, 300, cardsOf('b', 20));
      assert.deepEqual(full.failures, []);
      assert.ok(
        full.troubles.some((each) => each.includes('ENOSPC')),
        'the disk was full',
      );
      execFileSync('mount', ['-o', 'remount,ro', folder]);
      const readOnly = await review(window.folder, 20, cardsOf('b', 20));
      assert.deepEqual(readOnly.failures, []);
      assert.ok(
        readOnly.troubles.some((each) => each.includes('EROFS')),
        'the disk was read-only',
      );
      const all = await acknowledged(window.folder);
      await untilCopied(window, all.length);
      await user.killExtensionHosts();
      await window.reload();
      // The copy knows them to the second, not how long each took.
      assert.equal((await report(window.folder)).reviews.length, all.length);
    } finally {
      execFileSync('umount', ['--lazy', folder]);
    }
    const all = await acknowledged(window.folder);
    assert.deepEqual(assertKept(all, await report(window.folder)), []);
    assert.deepEqual(assertKept(all, await filed(user)), []);
  });
});
