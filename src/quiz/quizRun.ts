import { renderHtml } from '../notes/render';
import type { Progress } from '../progress/progress';
import { type StudyDay, studyDay, type UtcOffset } from '../schedule/day';
import { preview } from '../schedule/schedule';
import type { Grade } from '../schedule/types';
import type { Library, LibraryCard, NoteTexts } from '../study/library';
import { ask, pose, type Shuffle } from './makeQuestion';
import { type Material, siblingTerms } from './material';
import { nextDue, type Plan, plan } from './plan';
import { lineOf, pathOf, presentOutcome, presentQuestion, titleOf } from './present';
import type { PageEvent, Snapshot } from './protocol';
import type { Asked, Question } from './question';
import type { Scope } from './scope';
import {
  answered,
  asking,
  begin,
  graded,
  nextCard,
  type Session,
  summarise,
  tally,
  took,
  undone,
  without,
} from './session';

export interface QuizSettings {
  readonly newPerDay: number;
  /** Desired chance of recall, 0.7 to 0.99. */
  readonly retention: number;
  /** Hour of the local clock, 0 to 23, at which a day of study starts. */
  readonly dayStart: number;
}

/** What a quiz asks of the world around it. */
export interface QuizWorld {
  readonly texts: NoteTexts;
  library(): Promise<Library>;
  progress(): Promise<Progress>;
  settings(): QuizSettings;
  /** Milliseconds since 1970. */
  now(): number;
  readonly offset: UtcOffset;
  readonly shuffle: Shuffle;
  show(snapshot: Snapshot): void;
  close(): void;
  /** Keeps the session against whatever may happen to the window. */
  save(session: Session): void;
  /** @param line 1-based */
  openNote(uri: string, line: number): Promise<void>;
  /** A failure that the person has been told of. */
  report(error: unknown): void;
}

/** The question on screen. */
interface Open {
  readonly card: LibraryCard;
  readonly question: Question;
}

/**
 * One run of the quiz: turns what the person does into reviews and what is on screen. What was done is handled one after the other, and a
 * grade counts only once it is kept.
 */
export class QuizRun {
  readonly #world: QuizWorld;
  #session: Session;
  #open: Open | undefined;
  #trouble: string | undefined;
  #work: Promise<void> = Promise.resolve();

  private constructor(world: QuizWorld, session: Session) {
    this.#world = world;
    this.#session = session;
  }

  /** Starts with what is to be asked now. */
  static async start(world: QuizWorld, scope: Scope): Promise<QuizRun> {
    const { cards, ahead } = await planNow(world, scope);
    const run = new QuizRun(world, begin(scope, cards, ahead));
    await run.#do(() => run.#advance());
    return run;
  }

  /** Takes a stored session up again, in mid-question. */
  static async resume(world: QuizWorld, session: Session): Promise<QuizRun> {
    const run = new QuizRun(world, session);
    await run.#do(() => run.#reopen());
    return run;
  }

  /** Handles what the person did. Resolves when the screen shows it; never rejects. */
  handle(event: PageEvent): Promise<void> {
    return this.#do(() => this.#handle(event));
  }

  #do(action: () => Promise<void>): Promise<void> {
    this.#work = this.#work.then(async () => {
      this.#trouble = undefined;
      try {
        await action();
      } catch (error) {
        this.#world.report(error);
        this.#trouble = error instanceof Error ? error.message : String(error);
      }
      await this.#draw().catch((error) => this.#world.report(error));
    });
    return this.#work;
  }

  async #handle(event: PageEvent): Promise<void> {
    switch (event.type) {
      case 'ready':
        return;
      case 'quit':
        this.#quit();
        return;
      case 'failed':
        this.#world.report(new Error(event.message));
        return;
      case 'reveal':
      case 'answer':
        if (event.turn !== this.#session.number || this.#session.turn?.chosen) return;
        this.#keep(answered(this.#session, event.type === 'answer' ? event.chosen : []));
        return;
      case 'grade':
        if (event.turn === this.#session.number) await this.#grade(event.grade);
        return;
      case 'undo':
        await this.#undo();
        return;
      case 'next':
        await this.#goOn();
        return;
      case 'openNote':
        await this.#openNote(event.item);
        return;
    }
  }

  async #grade(grade: Grade): Promise<void> {
    const { turn } = this.#session;
    if (!turn?.chosen || !this.#open) return;
    const { card } = this.#open;
    const now = this.#world.now();
    const progress = await this.#world.progress();
    const { retention } = this.#world.settings();
    const after = preview(progress.schedule(card.id), now, { retention })[grade];
    const { key, print } = card.kind === 'term' ? card.term : card.card;
    const known = { id: card.id, kind: card.kind, key, print };
    const review = await progress.add({ known, grade, at: now, took: took(turn, now), after });
    this.#keep(graded(this.#session, review, after, now));
    await this.#advance();
  }

  async #undo(): Promise<void> {
    const last = this.#session.done.at(-1);
    if (!last) return;
    await (await this.#world.progress()).undo(last.review);
    this.#keep(undone(this.#session, this.#world.now()));
    await this.#reopen();
  }

  /** Ends the session with its summary; where there is none to show, closes the quiz. */
  #quit(): void {
    const { turn, ...rest } = this.#session;
    if (!turn || rest.done.length === 0) {
      this.#world.close();
      return;
    }
    this.#open = undefined;
    this.#keep({ ...rest, queue: [], returning: [], number: rest.number + 1 });
  }

  /** Goes on with more of the same, or ahead of time when nothing is left. */
  async #goOn(): Promise<void> {
    if (this.#session.turn) return;
    const { cards, ahead } = await planNow(this.#world, this.#session.scope, true);
    this.#keep({ ...this.#session, queue: cards, ahead });
    await this.#advance();
  }

  async #openNote(item: number | undefined): Promise<void> {
    const id = item === undefined ? this.#open?.card.id : summarise(this.#session).readAgain[item];
    const card = (await this.#world.library()).cards.get(id ?? '');
    if (card) await this.#world.openNote(card.note.uri, lineOf(card));
  }

  /** Opens the next card of which a question can be made. */
  async #advance(): Promise<void> {
    this.#open = undefined;
    const [library, progress] = await Promise.all([this.#world.library(), this.#world.progress()]);
    for (;;) {
      const now = this.#world.now();
      const id = nextCard(this.#session, now);
      if (id === undefined) break;
      const card = library.cards.get(id);
      const material = card && (await this.#material(card, library));
      const schedule = progress.schedule(id);
      const asked = material && ask(material, schedule, this.#world.shuffle);
      if (asked && this.#pose(material, asked)) {
        this.#session = asking(this.#session, { card: id, asked, since: now, fresh: !schedule });
        break;
      }
      this.#session = without(this.#session, id);
    }
    this.#keep(this.#session);
  }

  /** Opens the session's own question again; where the note has changed too much for it, the next. */
  async #reopen(): Promise<void> {
    const { turn } = this.#session;
    const library = await this.#world.library();
    const card = turn && library.cards.get(turn.card);
    if (turn && card && this.#pose(await this.#material(card, library), turn.asked)) return;
    const { turn: _, ...rest } = this.#session;
    this.#session = turn && card ? { ...rest, queue: [turn.card, ...rest.queue] } : rest;
    await this.#advance();
  }

  #pose(material: Material, asked: Asked): boolean {
    const question = pose(asked, material);
    this.#open = question && { card: material.card, question };
    return question !== undefined;
  }

  /** A note that can't be read is no reason to stop: its cards are passed over. */
  async #material(card: LibraryCard, library: Library): Promise<Material> {
    const siblings = siblingTerms(card, library.cards.values());
    const uris = [...new Set([card, ...siblings].map((each) => each.note.uri))];
    const texts = await Promise.all(
      uris.map(async (uri) => {
        const text = await this.#world.texts.text(uri).catch((error) => {
          this.#world.report(error);
          return '';
        });
        return [uri, text] as const;
      }),
    );
    return { card, siblings, texts: new Map(texts) };
  }

  #keep(session: Session): void {
    this.#session = session;
    this.#world.save(session);
  }

  async #draw(): Promise<void> {
    const common = {
      ...(this.#trouble && { trouble: this.#trouble }),
      canUndo: this.#session.done.length > 0,
    };
    const snapshot = this.#open ? await this.#questionView(this.#open) : await this.#endView();
    this.#world.show({ ...snapshot, ...common } as Snapshot);
  }

  async #questionView({ card, question }: Open) {
    const { turn, number, ahead } = this.#session;
    const now = this.#world.now();
    const chosen = turn?.chosen;
    const { retention } = this.#world.settings();
    const schedule = chosen && (await this.#world.progress()).schedule(card.id);
    return {
      view: 'question',
      turn: number,
      ...tally(this.#session),
      fresh: turn?.fresh ?? false,
      ahead,
      path: pathOf(card, chosen !== undefined),
      language: card.note.note.language,
      question: presentQuestion(question, this.#render),
      ...(chosen && {
        outcome: presentOutcome(question, chosen, preview(schedule, now, { retention }), now, this.#render),
      }),
    };
  }

  /** What the renderer can't take (nested too deep, say) is shown as it is written. */
  readonly #render = (markdown: string): string => {
    try {
      return renderHtml(markdown);
    } catch (error) {
      this.#world.report(error);
      return `<pre>${markdown.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>`;
    }
  };

  async #endView() {
    const [library, progress] = await Promise.all([this.#world.library(), this.#world.progress()]);
    const due = nextDue(library.cards, progress.schedules, this.#world.now());
    const more = (await planNow(this.#world, this.#session.scope, true)).cards.length;
    const rest = { ...(due !== undefined && { nextDue: due }), more };
    if (this.#session.done.length === 0) return { view: 'nothing', ...rest };
    const { readAgain, ...counts } = summarise(this.#session);
    return {
      view: 'summary',
      ...counts,
      elapsed: tally(this.#session).elapsed,
      readAgain: readAgain.flatMap((id) => {
        const card = library.cards.get(id);
        return card ? [{ title: titleOf(card), path: pathOf(card, true), language: card.note.note.language }] : [];
      }),
      ...rest,
    };
  }
}

/** What a scope holds for now; with `ahead`, also before its time where nothing else is left. */
export async function planNow(world: QuizWorld, scope: Scope, ahead?: boolean): Promise<Plan> {
  const [library, progress] = await Promise.all([world.library(), world.progress()]);
  const { newPerDay } = world.settings();
  const day = today(world);
  const limits = { now: world.now(), day, newPerDay, newToday: progress.newSince(day.start) };
  return plan(library.cards, progress.schedules, scope, limits, ahead);
}

/** The day of study that it is. */
export function today(world: Pick<QuizWorld, 'now' | 'offset' | 'settings'>): StudyDay {
  return studyDay(world.now(), world.settings().dayStart, world.offset);
}
