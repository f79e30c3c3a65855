import { type Disposable, EventEmitter } from 'vscode';
import type { Plan } from '../../quiz/plan';
import type { PlanWorld } from '../../quiz/planNow';

/** How often it is looked whether something came due, in milliseconds. */
const tick = 60_000;
/** How long nothing must have changed before it is counted, in milliseconds: not between an answer and the next question, nor while notes are being read. */
const calm = 500;

/** How many cards a quiz would ask now, for whoever shows it: counted as the quiz counts, and anew whenever notes, progress or the hour change. */
export class DueCount implements Disposable {
  readonly #world: PlanWorld;
  readonly #changed = new EventEmitter<Plan>();
  readonly #subscriptions: { dispose(): void }[] = [this.#changed];
  #started: Promise<void> | undefined;
  #counting: ReturnType<typeof setTimeout> | undefined;

  readonly onDidChange = this.#changed.event;

  constructor(world: PlanWorld) {
    this.#world = world;
  }

  /** Counts from now on. Not at the start: it opens the library. */
  start(): Promise<void> {
    this.#started ??= this.#start();
    return this.#started;
  }

  dispose(): void {
    clearTimeout(this.#counting);
    for (const each of this.#subscriptions) each.dispose();
  }

  async #start(): Promise<void> {
    const [library, progress] = await Promise.all([this.#world.library(), this.#world.progress()]);
    const timer = setInterval(() => this.#countSoon(), tick);
    this.#subscriptions.push(
      // While notes are being read it is not known which cards there are, and each batch of them would be counted with all before.
      library.onDidChange(() => !library.reading && this.#countSoon()),
      progress.onDidChange(() => this.#countSoon()),
      { dispose: () => clearInterval(timer) },
    );
    await this.#count();
  }

  #countSoon(): void {
    clearTimeout(this.#counting);
    this.#counting = setTimeout(() => void this.#count(), calm);
  }

  async #count(): Promise<void> {
    const { planNow } = await import('../../quiz/planNow');
    this.#changed.fire(await planNow(this.#world, { kind: 'due' }));
  }
}
