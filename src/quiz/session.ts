import type { Mark, Review } from '../progress/progress';
import type { Schedule } from '../schedule/types';
import type { Asked } from './questions/question';
import type { Scope } from './scope';

/** One question on its way from asked to graded. */
export interface Turn {
  readonly card: string;
  readonly asked: Asked;
  /** When it was shown; milliseconds since 1970. */
  readonly since: number;
  /** The card had never been reviewed. */
  readonly fresh: boolean;
  /** What was chosen, or put in order; there once the answer is shown. Empty for a question that is only revealed. */
  readonly chosen?: readonly number[];
  /** What was typed; there once the answer of a typed question is shown. */
  readonly typed?: string;
}

/** A question that was graded, or whose card was set aside instead: then `before` is what had been decided about it until then. */
export type Done =
  | { readonly turn: Turn; readonly review: Review }
  | { readonly turn: Turn; readonly before: Mark | null };

/** One session of study, as plain data: it can be stored at any moment and taken up again. */
export interface Session {
  readonly scope: Scope;
  /** The cards are asked before their time. */
  readonly ahead: boolean;
  /** Cards still to be asked, in order. */
  readonly queue: readonly string[];
  /** Cards in a learning step that come back in this session, with the time they are due. */
  readonly returning: readonly { readonly card: string; readonly due: number }[];
  readonly turn?: Turn;
  /** Number of the turn, growing with every change of it. */
  readonly number: number;
  /** The person goes on though the day's minutes are over. */
  readonly overtime?: boolean;
  /** What was graded or set aside, oldest first: the session's story, and what undo takes back. */
  readonly done: readonly Done[];
}

/** A learning step of up to this many milliseconds is waited for within the session. */
const patience = 30 * 60_000;
/** Longer than this nobody thinks about one card: they were away. */
const longestAnswer = 60_000;

export function begin(scope: Scope, cards: readonly string[], ahead: boolean): Session {
  return { scope, ahead, queue: cards, returning: [], number: 0, done: [] };
}

/**
 * The card to be asked next: one that is back from its learning step, else the next in the queue, else the one that will be back first. Nobody is
 * made to wait, and a card follows itself only when it is the last.
 */
export function nextCard({ queue, returning, done }: Session, now: number): string | undefined {
  const last = done.at(-1)?.turn.card;
  const back = returning.toSorted((a, b) => a.due - b.due);
  const ripe = back.find(({ card, due }) => due <= now && card !== last);
  return ripe?.card ?? queue[0] ?? (back.find(({ card }) => card !== last) ?? back[0])?.card;
}

export function asking(session: Session, turn: Turn): Session {
  return { ...without(session, turn.card), turn, number: session.number + 1 };
}

/** Leaves out a card that can't be asked. */
export function without(session: Session, card: string): Session {
  return {
    ...session,
    queue: session.queue.filter((each) => each !== card),
    returning: session.returning.filter((each) => each.card !== card),
  };
}

export function answered(session: Session, chosen: readonly number[], typed?: string): Session {
  if (!session.turn) return session;
  return { ...session, turn: { ...session.turn, chosen, ...(typed !== undefined && { typed }) } };
}

/** Milliseconds that the answer took so far. */
export function took(turn: Turn, now: number): number {
  return Math.min(Math.max(0, now - turn.since), longestAnswer);
}

/** After a review is kept: the card comes back in this session if the schedule that follows says so. */
export function graded(session: Session, review: Review, { phase, due }: Schedule, now: number): Session {
  const { turn, ...rest } = session;
  if (!turn) return session;
  const comesBack = phase !== 'review' && due - now <= patience;
  return {
    ...rest,
    number: session.number + 1,
    returning: comesBack ? [...session.returning, { card: turn.card, due }] : session.returning,
    done: [...session.done, { turn, review }],
  };
}

/** After the open question's card was buried or suspended. */
export function setAside(session: Session, before: Mark | undefined): Session {
  const { turn, ...rest } = session;
  if (!turn) return session;
  return { ...rest, number: session.number + 1, done: [...session.done, { turn, before: before ?? null }] };
}

/** Back to the last answer, as it was before it was graded; the question now open is asked next. */
export function undone(session: Session, now: number): Session {
  const last = session.done.at(-1);
  if (!last) return session;
  const { turn, ...rest } = session;
  const queue = turn ? [turn.card, ...session.queue] : session.queue;
  return {
    ...without({ ...rest, queue, done: session.done.slice(0, -1) }, last.turn.card),
    turn: { ...last.turn, since: now - ('review' in last ? last.review.took : 0) },
    number: session.number + 1,
  };
}

export interface Tally {
  /** Cards that are done with, and cards of the whole session. */
  readonly done: number;
  readonly total: number;
  /** Cards of these that were answered and come back in this session. */
  readonly returning: number;
  /** Milliseconds spent on the answers so far. */
  readonly elapsed: number;
}

export function tally({ queue, returning, turn, done }: Session): Tally {
  const open = new Set([...queue, ...returning.map((each) => each.card), ...(turn ? [turn.card] : [])]);
  const closed = new Set(done.map((each) => each.turn.card).filter((card) => !open.has(card)));
  const elapsed = done.reduce((sum, each) => sum + ('review' in each ? each.review.took : 0), 0);
  const back = new Set(returning.map((each) => each.card).filter((card) => card !== turn?.card));
  return { done: closed.size, total: open.size + closed.size, returning: back.size, elapsed };
}

export interface Summary {
  readonly cards: number;
  readonly answers: number;
  /** Cards recalled at the first try. */
  readonly firstTry: number;
  /** Cards met for the first time. */
  readonly fresh: number;
  /** Cards that were not recalled, the most troublesome first. */
  readonly readAgain: readonly string[];
}

export function summarise(session: Session): Summary {
  const done = session.done.flatMap((each) => ('review' in each ? [each] : []));
  const misses = new Map<string, number>();
  let firstTry = 0;
  for (const { turn, review } of done) {
    const isFirst = !misses.has(turn.card);
    misses.set(turn.card, (misses.get(turn.card) ?? 0) + (review.grade === 1 ? 1 : 0));
    if (isFirst && review.grade > 1) firstTry += 1;
  }
  const readAgain = [...misses].filter(([, count]) => count > 0).sort((a, b) => b[1] - a[1]);
  return {
    cards: misses.size,
    answers: done.length,
    firstTry,
    fresh: new Set(done.filter((each) => each.turn.fresh).map((each) => each.turn.card)).size,
    readAgain: readAgain.map(([card]) => card),
  };
}
