import type { Answer, Mark, Progress, Review } from '../../../src/progress/progress';
import type { QuestionSnapshot, Snapshot, SummarySnapshot } from '../../../src/quiz/protocol';
import { QuizRun, type QuizWorld } from '../../../src/quiz/quizRun';
import type { Scope } from '../../../src/quiz/scope';
import type { Session } from '../../../src/quiz/session';
import { preview } from '../../../src/schedule/schedule';
import type { Schedule } from '../../../src/schedule/types';
import type { Known } from '../../../src/study/identity';
import { Library, type LibraryCard } from '../../../src/study/library';

/** Progress in memory. With `failing` every write is refused, as on a full disk. */
export class FakeProgress implements Progress {
  readonly schedules = new Map<string, Schedule>();
  readonly marks = new Map<string, Mark>();
  readonly known = [];
  readonly reviews: Review[] = [];
  failing: string | undefined;
  readonly #before: (Schedule | undefined)[] = [];

  schedule(card: string): Schedule | undefined {
    return this.schedules.get(card);
  }

  newSince(from: number): number {
    return this.reviews.filter((each, index) => !this.#before[index] && each.at * 1000 >= from).length;
  }

  spentSince(from: number): number {
    return this.reviews.filter((each) => each.at * 1000 >= from).reduce((sum, each) => sum + each.took, 0);
  }

  async mark(known: Known, mark: Mark): Promise<void> {
    if (this.failing) throw new Error(this.failing);
    this.marks.set(known.id, mark);
    if (mark.reset) this.schedules.delete(known.id);
  }

  async add({ known, grade, at, took }: Answer): Promise<Review> {
    await Promise.resolve();
    if (this.failing) throw new Error(this.failing);
    const review = { card: known.id, grade, at: Math.floor(at / 1000), took };
    this.#before.push(this.schedules.get(known.id));
    this.reviews.push(review);
    this.schedules.set(known.id, preview(this.schedules.get(known.id), at, { retention: 0.9 })[grade]);
    return review;
  }

  async undo(review: Review): Promise<void> {
    if (this.failing) throw new Error(this.failing);
    const index = this.reviews.indexOf(review);
    this.reviews.splice(index, 1);
    const [before] = this.#before.splice(index, 1);
    if (before) this.schedules.set(review.card, before);
    else this.schedules.delete(review.card);
  }

  async refresh() {}

  onDidChange() {
    return { dispose() {} };
  }
}

/** A quiz with all that is around it, and a clock that the test moves. */
export class FakeWorld {
  readonly progress = new FakeProgress();
  readonly texts = new Map<string, string>();
  readonly snapshots: Snapshot[] = [];
  readonly reported: unknown[] = [];
  readonly opened: [string, number][] = [];
  cards = new Map<string, LibraryCard>();
  saved: Session | undefined;
  closed = false;
  now = Date.UTC(2026, 0, 5, 10);
  newPerDay = 20;
  minutesPerDay = 0;
  findJargon: QuizWorld['findJargon'] = async () => undefined;
  run!: QuizRun;

  readonly world: QuizWorld = {
    library: async () => Object.defineProperty(new Library(), 'cards', { get: () => this.cards }),
    texts: { text: async (uri) => this.texts.get(uri) ?? Promise.reject(new Error(`no ${uri}`)) },
    progress: async () => this.progress,
    settings: () => ({ newPerDay: this.newPerDay, minutesPerDay: this.minutesPerDay, retention: 0.9, dayStart: 4 }),
    now: () => this.now,
    offset: () => 0,
    shuffle: (items) => [...items],
    favoured: () => [],
    findJargon: (card, asked) => this.findJargon(card, asked),
    later: (work) => work(),
    // As it arrives in the page.
    show: (snapshot) => this.snapshots.push(structuredClone(snapshot)),
    save: (session) => {
      this.saved = structuredClone(session);
    },
    close: () => {
      this.closed = true;
    },
    openNote: async (uri, line) => {
      this.opened.push([uri, line]);
    },
    report: (error) => this.reported.push(error),
  };

  async start(scope: Scope = { kind: 'due' }): Promise<void> {
    this.run = await QuizRun.start(this.world, scope);
  }

  get snapshot(): Snapshot {
    return this.snapshots.at(-1)!;
  }

  get question(): QuestionSnapshot {
    if (this.snapshot.view !== 'question') throw new Error(`not a question but ${this.snapshot.view}`);
    return this.snapshot;
  }

  get summary(): SummarySnapshot {
    if (this.snapshot.view !== 'summary') throw new Error(`not a summary but ${this.snapshot.view}`);
    return this.snapshot;
  }

  get prompt(): string {
    return this.question.question.prompt.replace(/<[^>]+>/g, '');
  }

  async reveal(): Promise<void> {
    await this.run.handle({ type: 'reveal', turn: this.question.turn });
  }

  /** Reveals the answer and grades it, some seconds later. */
  async grade(grade: 1 | 2 | 3 | 4, seconds = 5): Promise<void> {
    await this.reveal();
    this.now += seconds * 1000;
    await this.run.handle({ type: 'grade', turn: this.question.turn, grade });
  }
}
