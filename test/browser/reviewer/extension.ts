/**
 * An extension for the specs: the progress of Interview Study over VS Code's own storage, reviewing at full speed at a spec's word. The host of a
 * window is told by a file in its folder, and tells by files, so that it may be killed at any moment.
 */
import { appendFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ExtensionContext, workspace } from 'vscode';
import { openProgress } from '../../../src/host/progress';
import type { ProgressStore } from '../../../src/progress/store';
import { acknowledgedFile, type Order, orderFile, type Report, reportFile, seenFile } from './orders';

const troubles: string[] = [];

export async function activate(context: ExtensionContext): Promise<void> {
  const folder = workspace.workspaceFolders?.[0]?.uri.fsPath;
  if (!folder) return;
  const tell = ({ fault, where }: { fault: string; where: string }) => void troubles.push(`${fault} ${where}`);
  const store = await openProgress(context, () => 0.9, tell, context.subscriptions);
  store.onDidChange(() => appendFileSync(join(folder, seenFile), `${store.tally.reviews}\n`));
  let done = lastOrder(folder)?.id ?? 0;
  // An order that was given before this start is carried out if it has no report yet.
  if (!hasReport(folder, done)) done--;
  const poll = async (): Promise<void> => {
    const order = lastOrder(folder);
    if (order && order.id > done) {
      done = order.id;
      await carryOut(order, store, folder);
    }
    setTimeout(poll, 20);
  };
  void poll();
}

async function carryOut({ id, reviews, cards }: Order, store: ProgressStore, folder: string): Promise<void> {
  const took: number[] = [];
  const failures: string[] = [];
  for (let n = 0; n < reviews; n++) {
    const card = cards[n % cards.length]!;
    const known = { id: card, kind: 'question', key: card, print: 'AAAAAAAAAAA' } as const;
    // The time it took is the review's name: no other has it.
    const name = Math.floor(Math.random() * 80_000_000);
    const start = performance.now();
    try {
      const { at } = await store.add({ known, grade: 3, at: Date.now(), took: name });
      took.push(performance.now() - start);
      appendFileSync(join(folder, acknowledgedFile), `${card}@${at}:${name}\n`);
    } catch (error) {
      failures.push(String(error));
    }
  }
  await store.refresh();
  if (reviews === 0) await store.settled();
  const all = [...store.ledger.accounts()].flatMap((account) =>
    store.ledger.reviews(account).counted.map(({ at, took }) => `${account.known.id}@${at}:${took}`),
  );
  const report: Report = { reviews: all, troubles, took, failures };
  const file = join(folder, reportFile(id));
  writeFileSync(`${file}.part`, JSON.stringify(report));
  renameSync(`${file}.part`, file);
}

function lastOrder(folder: string): Order | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, orderFile), 'utf8')) as Order;
  } catch {
    return undefined;
  }
}

function hasReport(folder: string, id: number): boolean {
  try {
    return readFileSync(join(folder, reportFile(id)), 'utf8').length > 0;
  } catch {
    return false;
  }
}
