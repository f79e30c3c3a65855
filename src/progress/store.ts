import type { Schedule } from '../schedule/types';
import type { Known } from '../study/identity';
import type { Subscription } from '../study/library';
import { type Backup, Backups } from './backups';
import { StateCopies } from './copies';
import { fnv1a } from './fnv1a';
import { ProgressFolder } from './folder';
import { Ledger, type Tally } from './ledger';
import type { StoreOptions } from './ports';
import type { Answer, Mark, Progress, Reset, Review, Scheduler } from './progress';
import type { ProgressRecord } from './record';
import { encodeSnapshot } from './snapshot';

/** How long the copy in `globalState` may lag behind, in milliseconds: at least this, and longer where it is large and costs every window. */
const copyDelay = 500;
const copyDelayOf = (characters: number) => Math.max(copyDelay, characters / 20);

/** What another ledger would add to the progress: a backup, or an imported file. */
export interface Addition {
  readonly holds: Tally;
  readonly adds: Tally;
  /** Resets that were made since, and would be taken back. */
  readonly resets: number;
}

/**
 * All progress: reviews are facts that are written once, in a folder of files and in `globalState`, and the truth is the union of all that is found.
 * So windows, devices and backups need no lock and can only add; schedules are made of the reviews.
 */
export class ProgressStore implements Progress {
  readonly #options: StoreOptions;
  readonly #ledger = new Ledger();
  readonly #folder: ProgressFolder;
  readonly #copies: StateCopies;
  readonly #backups: Backups;
  readonly #listeners = new Set<() => void>();
  /** See `Moment`. Taken with the first answer: most windows give none. */
  #tag: Promise<number> | undefined;
  /** Reviews that are on their way into a file, as `card@second`. */
  readonly #onTheWay = new Set<string>();
  #scheduler: Scheduler;
  #sequence = 0;
  #copy: Promise<void> | undefined;
  #copyLength = 0;
  /** Whether `globalState` holds something that the folder doesn't. */
  #isUnfiled = false;
  /** Reading, folding and copying take turns. */
  #work: Promise<unknown> = Promise.resolve();

  private constructor(options: StoreOptions) {
    this.#options = options;
    this.#scheduler = options.scheduler;
    this.#folder = new ProgressFolder(options, this.#ledger, () => this.#stamp());
    this.#copies = new StateCopies(options, this.#ledger, this.#folder);
    this.#backups = new Backups(options.backups);
  }

  /** Reads all there is. Never rejects: what can't be read is set aside and reported. */
  static async open(options: StoreOptions): Promise<ProgressStore> {
    const store = new ProgressStore(options);
    await store.#folder.refresh();
    // The folder holds all that the copy holds, unless it is lost: otherwise the copy can be compared later.
    if (store.#ledger.size === 0) await store.#readCopies();
    store.#reckon();
    store.#copySoon();
    return store;
  }

  get schedules(): ReadonlyMap<string, Schedule> {
    return this.#ledger.schedules;
  }

  get marks(): ReadonlyMap<string, Mark> {
    return this.#ledger.marks;
  }

  schedule(card: string): Schedule | undefined {
    return this.#ledger.schedules.get(card);
  }

  get known(): readonly Known[] {
    return [...this.#ledger.accounts()].filter(({ knownAt }) => knownAt > 0).map(({ known }) => known);
  }

  /** Number of reviews that count, and of cards studied. */
  get tally(): Tally {
    return this.#ledger.tally();
  }

  newSince(from: number): number {
    let count = 0;
    for (const { schedule, first, ahead } of this.#ledger.accounts()) {
      if (schedule && !ahead && first * 1000 >= from) count++;
    }
    return count;
  }

  spentSince(from: number): number {
    let spent = 0;
    for (const account of this.#ledger.accounts()) {
      if ((account.schedule?.lastReview ?? 0) < from) continue;
      for (const { at, took } of this.#ledger.reviews(account).counted) if (at * 1000 >= from) spent += took;
    }
    return spent;
  }

  onDidChange(listener: () => void): Subscription {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  async add({ known, grade, at, took }: Answer): Promise<Review> {
    const tag = await this.#number();
    const card = known.id;
    const review: Review = {
      card,
      at: this.#ledger.timeFor(card, Math.floor(at / 1000), (second) => this.#onTheWay.has(`${card}@${second}`)),
      grade,
      took: Math.min(86_400_000, Math.max(0, Math.round(took))),
    };
    const { device, window } = this.#options;
    const name = `${card}@${review.at}`;
    this.#onTheWay.add(name);
    try {
      const isVague = this.#ledger.isVague(card, device, review.at);
      await this.#keep({ type: 'review', review, known, device: isVague ? window : device, tag });
    } finally {
      this.#onTheWay.delete(name);
    }
    return review;
  }

  async undo(review: Review): Promise<void> {
    const moment = this.#ledger.momentOf(review, await this.#number());
    await this.#keep({ type: 'undo', card: review.card, moment });
  }

  async mark(known: Known, mark: Mark): Promise<void> {
    await this.#keep({ type: 'mark', known, mark });
  }

  /** From now on no review given so far counts. All stay on record. */
  async reset(): Promise<Reset> {
    const reset: Reset = { id: this.#stamp(), at: Math.floor(this.#options.now() / 1000), undone: false };
    await this.#keep({ type: 'reset', reset });
    return reset;
  }

  /** Resets that stand. */
  get resets(): readonly Reset[] {
    return [...this.#ledger.resets.values()].filter(({ undone }) => !undone);
  }

  async undoReset(reset: Reset): Promise<void> {
    await this.#keep({ type: 'reset', reset: { ...reset, undone: true } });
  }

  /** Newest first. */
  async backups(): Promise<readonly Backup[]> {
    return this.#backups.list();
  }

  async readBackup(backup: Backup): Promise<Ledger> {
    const ledger = await this.#backups.read(backup, this.#scheduler);
    ledger.reckon(this.#scheduler, this.#seconds());
    return ledger;
  }

  /** All that is on record, for an export. */
  get ledger(): Ledger {
    return this.#ledger;
  }

  preview(other: Ledger): Addition {
    return {
      holds: other.tally(),
      adds: this.#ledger.lacking(other),
      resets: this.resets.filter(({ id }) => !other.resets.has(id)).length,
    };
  }

  /** Adds all that another ledger holds, an imported one for instance. Where files can't be written `globalState` keeps it, as it does answers. */
  async merge(other: Ledger): Promise<void> {
    this.#ledger.joinAll(other);
    await this.#saveAll();
  }

  /** Adds all that a backup holds, and takes back the resets that were made after it, so that it counts again. */
  async restore(backup: Ledger): Promise<void> {
    const since = this.resets.filter(({ id }) => !backup.resets.has(id));
    this.#ledger.joinAll(backup);
    for (const reset of since) this.#ledger.joinReset({ ...reset, undone: true });
    await this.#saveAll();
  }

  /** Makes all schedules anew where this scheduler makes others. */
  use(scheduler: Scheduler): void {
    if (scheduler.id === this.#scheduler.id) return;
    this.#scheduler = scheduler;
    this.#folder.scheduler = scheduler.id;
    this.#ledger.staleAll();
    this.#reckon();
  }

  /** Takes in what other windows and devices have added since. */
  async refresh(): Promise<void> {
    await this.#enqueue(() => this.#read());
  }

  /** Resolves when the copy in `globalState` has caught up. */
  async settled(): Promise<void> {
    while (this.#copy) await this.#copy;
    await this.#work;
  }

  /** This window's number; any where the folder can't be used. */
  #number(): Promise<number> {
    this.#tag ??= this.#folder.takeNumber().catch(() => fnv1a(this.#options.window) % 1000);
    return this.#tag;
  }

  async #keep(record: ProgressRecord): Promise<void> {
    try {
      await this.#folder.append(record);
    } catch (error) {
      await this.#copies.keepUnsaved([record]).catch(() => {
        throw error;
      });
      this.#ledger.add(record, this.#options.device);
      this.#isUnfiled = true;
      this.#options.onTrouble({ fault: 'unsaved', where: String(error) });
    }
    this.#reckon();
    if (this.#folder.isFull) void this.#enqueue(() => this.#foldIfFull());
    this.#copySoon();
  }

  async #read(): Promise<void> {
    const before = this.#ledger.revision;
    await this.#folder.refresh();
    await this.#readCopies();
    if (this.#isUnfiled) await this.#file();
    await this.#foldIfFull();
    if (this.#ledger.revision > before) this.#reckon();
  }

  async #saveAll(): Promise<void> {
    this.#isUnfiled = true;
    await this.#enqueue(() => this.#file());
    this.#reckon();
    this.#copySoon();
  }

  async #readCopies(): Promise<void> {
    const before = this.#ledger.revision;
    await this.#copies.refresh();
    this.#isUnfiled ||= this.#ledger.revision > before || this.#copies.unsaved.size > 0;
  }

  /** Puts what only `globalState` holds into the folder. Where that fails it is tried again with the next answer. */
  async #file(): Promise<void> {
    const unsaved = this.#copies.unsaved;
    try {
      await this.#folder.save();
      await this.#copies.dropUnsaved(unsaved);
      this.#isUnfiled = this.#copies.unsaved.size > 0;
    } catch (error) {
      this.#options.onTrouble({ fault: 'unsaved', where: String(error) });
    }
  }

  async #foldIfFull(): Promise<void> {
    if (this.#folder.isFull) await this.#folder.fold();
  }

  /** Brings the copy in `globalState` up to date, a little later: many answers make one copy. Files hold every answer meanwhile. */
  #copySoon(): void {
    this.#copy ??= this.#options.wait(copyDelayOf(this.#copyLength)).then(async () => {
      this.#copy = undefined;
      await this.#enqueue(() => this.#update());
    });
  }

  async #update(): Promise<void> {
    const { now, onTrouble } = this.#options;
    await this.#read();
    if (this.#ledger.size === 0) return;
    try {
      await this.#copies.write();
      this.#copyLength = this.#copies.length;
    } catch (error) {
      onTrouble({ fault: 'no-copy', where: String(error) });
    }
    try {
      await this.#backups.keep(now(), () => encodeSnapshot(this.#ledger, this.#scheduler.id));
    } catch (error) {
      onTrouble({ fault: 'no-backup', where: String(error) });
    }
  }

  #enqueue(work: () => Promise<void>): Promise<void> {
    const done = this.#work.then(work);
    this.#work = done.catch(() => undefined);
    return done;
  }

  #reckon(): void {
    this.#ledger.reckon(this.#scheduler, this.#seconds());
    for (const listener of this.#listeners) listener();
  }

  #seconds(): number {
    return Math.floor(this.#options.now() / 1000);
  }

  #stamp(): string {
    this.#sequence += 1;
    return `${Math.floor(this.#options.now()).toString(36)}-${this.#options.window}-${this.#sequence.toString(36)}`;
  }
}
