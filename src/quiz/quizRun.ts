import { plain } from '../notes/plain';
import { type DrawMaths, mathsFor, renderHtml } from '../notes/render';
import type { WordMarker } from '../notes/wordMarks';
import type { Mark } from '../progress/progress';
import { preview } from '../schedule/schedule';
import type { Grade, Schedule } from '../schedule/types';
import type { Library, LibraryCard, NoteTexts } from '../study/library';
import type { ShownJargon } from '../terms/pageJargon';
import { decide, isHeld } from './held';
import { knownOf } from './known';
import { lineOf, pathOf, titleOf } from './place';
import { nextDue } from './plan';
import { type PlanWorld, planNow, studiedIn, today } from './planNow';
import type { PageEvent, Snapshot } from './protocol';
import { ask, pose, type Shuffle } from './questions/makeQuestion';
import { isAkin, type Material, siblingTerms } from './questions/material';
import { markdownOf, presentOutcome, presentQuestion } from './questions/present';
import { type Asked, type Question, shown } from './questions/question';
import type { Scope } from './scope';
import {
  answered,
  asking,
  begin,
  graded,
  nextCard,
  type Session,
  setAside,
  summarise,
  tally,
  took,
  undone,
  without,
} from './session';

/** What a quiz asks of the world around it. */
export interface QuizWorld extends PlanWorld {
  readonly texts: NoteTexts;
  readonly shuffle: Shuffle;
  show(snapshot: Snapshot): void;
  close(): void;
  /** Keeps the session against whatever may happen to the window. */
  save(session: Session): void;
  /** @param line 1-based */
  openNote(uri: string, line: number): Promise<void>;
  /** Finds the jargon in the answer of a card that is asked in these words; undefined where none is to be explained. */
  findJargon(card: LibraryCard, asked: string): Promise<ShownJargon | undefined>;
  /** Does what can wait once what was shown has had time to arrive: work done at once would hold it up. */
  later(work: () => void): void;
  /** A failure that the person has been told of. */
  report(error: unknown): void;
}

/** A card forgotten so often that asking it again and again teaches nothing: it is to be read, or reworded. */
const leech = 5;

/** What can be decided about the card that is asked. */
export type CardAction = 'bury' | 'suspend' | 'flag' | 'reset';

/** The question on screen. */
interface Open {
  readonly card: LibraryCard;
  readonly question: Question;
  readonly drawMaths: DrawMaths | undefined;
  /** What its answer will explain; looked for while the person thinks. */
  jargon?: Promise<ShownJargon | undefined>;
}

/**
 * One run of the quiz: turns what the person does into reviews and what is on screen. What was done is handled one after the other, and a
 * grade counts only once it is kept.
 */
export class QuizRun {
  readonly #world: QuizWorld;
  #session: Session;
  /** When the cards of the session were chosen, as far as is known; milliseconds since 1970. */
  #planned: number;
  #open: Open | undefined;
  /** What the question after this one is made from. */
  #next: { readonly card: LibraryCard; readonly material: Promise<Material> } | undefined;
  #trouble: string | undefined;
  #work: Promise<void> = Promise.resolve();
  /** Time spent today outside of this session, in milliseconds; of which day. */
  #before: { readonly day: number; readonly spent: number } | undefined;

  private constructor(world: QuizWorld, session: Session) {
    this.#world = world;
    this.#session = session;
    this.#planned = session.done[0]?.turn.since ?? world.now();
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
    await run.#do(async () => {
      if (await run.#isGraded()) {
        const { turn: _, ...rest } = run.#session;
        run.#session = rest;
        await run.#advance();
      } else await run.#reopen();
    });
    return run;
  }

  /** Handles what the person did. Resolves when the screen shows it; never rejects. */
  handle(event: PageEvent): Promise<void> {
    return this.#do(() => this.#handle(event));
  }

  /** Decides about the card that is asked, if `turn` still is. As `handle`. */
  act(turn: number, action: CardAction): Promise<void> {
    return this.#do(async () => {
      if (turn === this.#session.number) await this.#act(action);
    });
  }

  /** The card that is asked, with what has been decided about it and how often it was reviewed. */
  async current(): Promise<{ card: LibraryCard; mark: Mark | undefined; reviews: number; turn: number } | undefined> {
    await this.#work;
    const card = this.#open?.card;
    const progress = await this.#world.progress();
    return (
      card && {
        card,
        mark: progress.marks.get(card.id),
        reviews: progress.schedule(card.id)?.reps ?? 0,
        turn: this.#session.number,
      }
    );
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
      // After what the person waits for. The reviews in it are kept before.
      this.#world.save(this.#session);
    });
    return this.#work;
  }

  async #handle(event: PageEvent): Promise<void> {
    switch (event.type) {
      case 'ready':
        // The person may have been away, and mended the card.
        await this.#readAgain();
        return;
      // What can be done is the panel's to show.
      case 'more':
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
        this.#session = answered(this.#session, event.type === 'answer' ? event.chosen : []);
        void this.#lookAhead();
        return;
      case 'type':
        if (event.turn !== this.#session.number || this.#session.turn?.chosen) return;
        this.#session = answered(this.#session, [], event.text);
        void this.#lookAhead();
        return;
      case 'act':
        if (event.turn === this.#session.number) await this.#act(event.act);
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
    const review = await progress.add({ known: knownOf(card), grade, at: now, took: took(turn, now) });
    this.#session = graded(this.#session, review, after, now);
    await this.#advance();
  }

  async #undo(): Promise<void> {
    const last = this.#session.done.at(-1);
    if (!last) return;
    const progress = await this.#world.progress();
    if ('review' in last) {
      await progress.undo(last.review);
    } else {
      const card = (await this.#world.library()).cards.get(last.turn.card);
      const hold = last.before?.hold === 'suspended' ? 'suspended' : 'none';
      if (card) await progress.mark(knownOf(card), decide(progress.marks.get(card.id), { hold }, this.#world.now()));
    }
    this.#session = undone(this.#session, this.#world.now());
    await this.#reopen();
  }

  async #act(action: CardAction): Promise<void> {
    if (!this.#open) return;
    const { card } = this.#open;
    const now = this.#world.now();
    const progress = await this.#world.progress();
    const before = progress.marks.get(card.id);
    const change = {
      bury: { hold: 'buried' },
      suspend: { hold: 'suspended' },
      flag: { flagged: !before?.flagged },
      reset: { reset: Math.floor(now / 1000) },
    } as const;
    await progress.mark(knownOf(card), decide(before, change[action], now));
    if (action === 'flag') return;
    if (action === 'reset') {
      const { turn: _, ...rest } = this.#session;
      this.#session = { ...rest, queue: [card.id, ...rest.queue] };
    } else {
      this.#session = setAside(this.#session, before);
    }
    await this.#advance();
  }

  /** Ends the session with its summary; where there is none to show, closes the quiz. */
  #quit(): void {
    const { turn, ...rest } = this.#session;
    if (!turn || rest.done.length === 0) {
      this.#world.close();
      return;
    }
    this.#open = undefined;
    this.#session = { ...rest, queue: [], returning: [], number: rest.number + 1 };
  }

  /** Goes on with more of the same, or ahead of time when nothing is left. */
  async #goOn(): Promise<void> {
    if (this.#session.turn) return;
    if (await this.#minutesOver()) this.#session = { ...this.#session, overtime: true };
    const { cards, ahead } = await planNow(this.#world, this.#session.scope, true);
    this.#planned = this.#world.now();
    this.#session = { ...this.#session, queue: cards, ahead };
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
    const day = today(this.#world);
    const isOver = await this.#minutesOver();
    if (isOver) this.#session = { ...this.#session, queue: [], returning: [] };
    for (;;) {
      const now = this.#world.now();
      const id = nextCard(this.#session, now);
      if (id === undefined) break;
      const card = library.cards.get(id);
      const schedule = progress.schedule(id);
      // Another window may have asked it, or set it aside, since this session was planned.
      const isDone = !this.#session.ahead && schedule?.phase === 'review' && schedule.due >= day.end;
      const isWanted =
        !isDone &&
        !this.#isAnsweredElsewhere(id, schedule) &&
        (this.#isNamed(id) || !isHeld(progress.marks.get(id), day));
      const material = card && isWanted && (await this.#material(card, library));
      const asked = material && ask(material, schedule, this.#world.shuffle);
      if (asked && (await this.#pose(material, asked))) {
        this.#session = asking(this.#session, { card: id, asked, since: now, fresh: !schedule });
        break;
      }
      this.#session = without(this.#session, id);
    }
  }

  /** Whether the card that is asked was reviewed since: the window died between the review and the storing of the session. */
  async #isGraded(): Promise<boolean> {
    const { turn } = this.#session;
    const schedule = turn && (await this.#world.progress()).schedule(turn.card);
    return schedule !== undefined && schedule.lastReview > turn!.since;
  }

  /** Whether another window has reviewed the card since this session was planned. */
  #isAnsweredElsewhere(card: string, schedule: Schedule | undefined): boolean {
    if (!schedule || schedule.lastReview <= this.#planned) return false;
    const at = Math.floor(schedule.lastReview / 1000);
    return !this.#session.done.some((each) => 'review' in each && each.turn.card === card && each.review.at === at);
  }

  /** Who names one card wants that card, suspended or not. */
  #isNamed(id: string): boolean {
    const { scope } = this.#session;
    return scope.kind === 'cards' && scope.ids.length === 1 && scope.ids[0] === id;
  }

  /** The day's minutes, where the person allows only so many and they are over. */
  async #minutesOver(): Promise<number | undefined> {
    const { minutesPerDay } = this.#world.settings();
    const { scope, overtime } = this.#session;
    if (minutesPerDay <= 0 || scope.kind !== 'due' || overtime) return undefined;
    const { start } = today(this.#world);
    const { elapsed } = tally(this.#session);
    if (this.#before?.day !== start) {
      this.#before = { day: start, spent: (await this.#world.progress()).spentSince(start) - elapsed };
    }
    return this.#before.spent + elapsed >= minutesPerDay * 60_000 ? minutesPerDay : undefined;
  }

  /** Takes the open question from its note as it is now. */
  async #readAgain(): Promise<void> {
    const open = this.#open;
    const library = await this.#world.library();
    if (open && library.cards.get(open.card.id) !== open.card) await this.#reopen();
  }

  /** Opens the session's own question again; where the note has changed too much for it, the next. */
  async #reopen(): Promise<void> {
    const { turn } = this.#session;
    const library = await this.#world.library();
    const card = turn && library.cards.get(turn.card);
    if (turn && card && (await this.#pose(await this.#material(card, library), turn.asked))) return;
    const { turn: _, ...rest } = this.#session;
    this.#session = turn && card ? { ...rest, queue: [turn.card, ...rest.queue] } : rest;
    await this.#advance();
  }

  async #pose(material: Material, asked: Asked): Promise<boolean> {
    const question = pose(asked, material);
    const drawMaths = question && (await mathsFor(markdownOf(question)));
    this.#open = question && { card: material.card, question, drawMaths };
    return question !== undefined;
  }

  /** While the person reads an answer: gets what the next question is made from, and takes in what other windows have done. */
  async #lookAhead(): Promise<void> {
    await this.#work;
    try {
      const [library, progress] = await Promise.all([this.#world.library(), this.#world.progress()]);
      const { turn: _, ...rest } = this.#session;
      const card = library.cards.get(nextCard(rest, this.#world.now()) ?? '');
      this.#next = card && { card, material: this.#read(card, library) };
      const open = this.#open;
      // Whoever grades before waits for no folder to be read.
      this.#world.later(() => {
        if (open === this.#open) progress.refresh().catch((error: unknown) => this.#world.report(error));
      });
    } catch (error) {
      this.#world.report(error);
    }
  }

  /** A card that stands in the library still stands as it was read. */
  async #material(card: LibraryCard, library: Library): Promise<Material> {
    return this.#next?.card === card ? this.#next.material : this.#read(card, library);
  }

  /** A note that can't be read is no reason to stop: its cards are passed over. */
  async #read(card: LibraryCard, library: Library): Promise<Material> {
    const akin = library.notes.filter((note) => isAkin(note, card.note));
    const siblings = siblingTerms(
      card,
      akin.flatMap(({ uri }) => library.cardsOf(uri)),
    );
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

  async #draw(): Promise<void> {
    const common = {
      ...(this.#trouble && { trouble: this.#trouble }),
      canUndo: this.#session.done.length > 0,
    };
    const snapshot = this.#open ? await this.#questionView(this.#open) : await this.#endView();
    this.#world.show({ ...snapshot, ...common } as Snapshot);
    const open = this.#open;
    this.#world.later(() => {
      if (open && open === this.#open) void this.#jargon(open);
    });
  }

  /** The jargon of the answer. An answer without it is better than none. */
  #jargon(open: Open): Promise<ShownJargon | undefined> {
    const { prompt, answer } = open.question;
    const hidden = [...answer.matchAll(new RegExp(`${shown[0]}(.*?)${shown[1]}`, 'g'))].map(([, text]) => text);
    open.jargon ??= this.#world.findJargon(open.card, plain([prompt, ...hidden].join('\n'))).catch((error) => {
      this.#world.report(error);
      return undefined;
    });
    return open.jargon;
  }

  async #questionView(open: Open) {
    const { card, question } = open;
    const { turn, number, ahead } = this.#session;
    const now = this.#world.now();
    const { chosen, typed } = turn ?? {};
    const { retention } = this.#world.settings();
    const progress = await this.#world.progress();
    const schedule = progress.schedule(card.id);
    const { lapses = 0 } = schedule ?? {};
    const given = chosen && { chosen, ...(typed !== undefined && { typed }) };
    const jargon = given && (await this.#jargon(open));
    const outcome =
      given &&
      presentOutcome(question, given, preview(schedule, now, { retention }), now, (markdown) =>
        this.#render(markdown, jargon?.words),
      );
    return {
      view: 'question',
      turn: number,
      ...tally(this.#session),
      fresh: turn?.fresh ?? false,
      ahead,
      flagged: progress.marks.get(card.id)?.flagged ?? false,
      path: pathOf(card, chosen !== undefined),
      language: card.note.note.language,
      question: presentQuestion(question, (markdown) => this.#render(markdown)),
      ...(outcome && {
        outcome: {
          ...outcome,
          ...(lapses >= leech && { forgotten: lapses }),
          ...(jargon && { jargon: await jargon.explain() }),
        },
      }),
    };
  }

  /** What the renderer can't take (nested too deep, say) is shown as it is written. */
  readonly #render = (markdown: string, words?: WordMarker): string => {
    try {
      return renderHtml(markdown, this.#open?.drawMaths, words);
    } catch (error) {
      this.#world.report(error);
      return `<pre>${markdown.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>`;
    }
  };

  async #endView() {
    const [library, progress] = await Promise.all([this.#world.library(), this.#world.progress()]);
    const due = nextDue(studiedIn(library, progress), this.#world.now());
    const minutesOver = await this.#minutesOver();
    const more = (await planNow(this.#world, this.#session.scope, true)).cards.length;
    const rest = { ...(due !== undefined && { nextDue: due }), more, ...(minutesOver && { minutesOver }) };
    if (!this.#session.done.some((each) => 'review' in each)) return { view: 'nothing', ...rest };
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
