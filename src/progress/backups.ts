import type { Files } from '../study/files';
import { Ledger } from './ledger';
import type { Scheduler } from './progress';
import { addSnapshot } from './snapshot';

/** How far apart backups are, in milliseconds. */
const apart = 30 * 60_000;
const day = 86_400_000;

/** The newest backup of each of the last so many periods is kept. Anki’s figures. */
const shelves: readonly { readonly period: number; readonly count: number }[] = [
  { period: apart, count: 10 },
  { period: day, count: 12 },
  { period: 7 * day, count: 10 },
  { period: 30 * day, count: 9 },
];

export interface Backup {
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Rolling copies of all progress on this device: recent ones, and one for each of the last days, weeks and months. */
export class Backups {
  readonly #files: Files;

  constructor(files: Files) {
    this.#files = files;
  }

  /** Newest first. */
  async list(): Promise<readonly Backup[]> {
    const names = await this.#files.list();
    return names.flatMap(backupOf).sort((a, b) => b.at - a.at);
  }

  /** Makes a backup, unless the newest is only minutes old, and takes those away that are no longer needed. */
  async keep(now: number, text: () => string): Promise<void> {
    const before = await this.list();
    const newest = before.find(({ at }) => at <= now);
    if (newest && now - newest.at < apart) return;
    await this.#files.write(nameOf(now), text());
    const needed = new Set(worthKeeping([{ name: nameOf(now), at: now }, ...before]));
    for (const backup of before) if (!needed.has(backup.name)) await this.#files.remove(backup.name);
  }

  /** What a backup holds, damaged lines left out. Rejects when it can't be read. */
  async read({ name }: Backup, scheduler: Scheduler): Promise<Ledger> {
    const ledger = new Ledger();
    addSnapshot(ledger, await this.#files.read(name), scheduler.id);
    return ledger;
  }
}

/** Names of the backups that stand for some period. */
export function worthKeeping(backups: readonly Backup[]): string[] {
  const newestFirst = backups.toSorted((a, b) => b.at - a.at);
  const kept = new Set<string>();
  for (const { period, count } of shelves) {
    const shelf = new Map<number, string>();
    for (const { name, at } of newestFirst) {
      const slot = Math.floor(at / period);
      if (!shelf.has(slot) && shelf.size < count) shelf.set(slot, name);
    }
    for (const name of shelf.values()) kept.add(name);
  }
  return [...kept];
}

/** Such as `backup-2026-11-21T09-30-00.progress`, by UTC. */
function nameOf(at: number): string {
  return `backup-${new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')}.progress`;
}

function backupOf(name: string): Backup[] {
  const [, date, time] = /^backup-(\d{4}-\d\d-\d\d)T(\d\d-\d\d-\d\d)\.progress$/.exec(name) ?? [];
  const at = date && time ? Date.parse(`${date}T${time.replaceAll('-', ':')}Z`) : Number.NaN;
  return Number.isNaN(at) ? [] : [{ name, at }];
}
