import type { StudyDay } from '../schedule/day';
import type { Schedule } from '../schedule/types';
import type { LibraryCard, LibraryNote } from '../study/library';
import { isAskable } from './askable';
import { inReadingOrder } from './readingOrder';
import { inScope, type Scope } from './scope';
import { spread } from './spread';

export interface PlanLimits {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly day: StudyDay;
  readonly newPerDay: number;
  /** New cards already asked today. */
  readonly newToday: number;
}

/** More cards than this are no session but a backlog: what is left is offered when they are done. */
const sessionLimit = 200;

/** What to ask now, as identities in the order of asking. */
export interface Plan {
  readonly cards: readonly string[];
  /** Cards due today and new cards allowed today: all there are, though a session may hold fewer. */
  readonly due: number;
  readonly fresh: number;
  /** Nothing was due and no new card was left for today: these are asked before their time. */
  readonly ahead: boolean;
}

/**
 * Plans a quiz: what comes due until the day's end, the most forgotten first, then new cards up to the day's limit.
 *
 * Who names cards one by one gets them all, whatever the limit. Who names a topic of which nothing is due and nothing new allowed practises
 * ahead. With `ahead` that goes for the whole library too.
 */
export function plan(
  cards: ReadonlyMap<string, LibraryCard>,
  schedules: ReadonlyMap<string, Schedule>,
  scope: Scope,
  limits: PlanLimits,
  ahead = scope.kind !== 'due',
): Plan {
  const { due, urgency, soon, fresh, studied } = sort(inScope(cards, scope), schedules, limits);
  const allowed = scope.kind === 'cards' ? fresh.length : Math.max(0, limits.newPerDay - limits.newToday);
  const chosen = inReadingOrder(fresh, studied, allowed);
  const urgent = mostUrgentFirst(due, urgency).slice(0, sessionLimit);
  const order = [...spread(urgent, areSiblings), ...spread(chosen, areSiblings), ...earliestFirst(soon, schedules)];
  const counts = { due: due.length + soon.length, fresh: chosen.length };
  if (order.length > 0 || !ahead) {
    return { cards: order.slice(0, sessionLimit).map((card) => card.id), ...counts, ahead: false };
  }

  const portion = Math.max(1, limits.newPerDay);
  const studiedCards = [...inScope(cards, scope)].filter((card) => schedules.has(card.id) && isAskable(card));
  const early = [...inReadingOrder(fresh, studied, portion), ...earliestFirst(studiedCards, schedules)].slice(
    0,
    portion,
  );
  return { cards: spread(early, areSiblings).map((card) => card.id), ...counts, ahead: early.length > 0 };
}

/** When the next card comes due after a time, if any ever does. */
export function nextDue(
  cards: ReadonlyMap<string, LibraryCard>,
  schedules: ReadonlyMap<string, Schedule>,
  after: number,
): number | undefined {
  let next: number | undefined;
  for (const [id, { due }] of schedules) {
    if (due <= after || (next !== undefined && due >= next)) continue;
    const card = cards.get(id);
    if (card && isAskable(card)) next = due;
  }
  return next;
}

interface Sorted {
  readonly due: LibraryCard[];
  /** How urgent each due card is. */
  readonly urgency: number[];
  /** In a learning step whose minutes are not over. */
  readonly soon: LibraryCard[];
  readonly fresh: LibraryCard[];
  /** When each note was studied last. */
  readonly studied: Map<LibraryNote, number>;
}

/** Plain loops and no object per card: with 50,000 cards anything more shows. */
function sort(
  cards: Iterable<LibraryCard>,
  schedules: ReadonlyMap<string, Schedule>,
  { now, day }: PlanLimits,
): Sorted {
  const sorted: Sorted = { due: [], urgency: [], soon: [], fresh: [], studied: new Map() };
  let note: LibraryNote | undefined;
  let last = 0;
  for (const card of cards) {
    const schedule = schedules.get(card.id);
    if (!schedule) {
      if (isAskable(card)) sorted.fresh.push(card);
      continue;
    }
    if (card.note !== note) {
      note = card.note;
      last = sorted.studied.get(note) ?? 0;
    }
    if (schedule.lastReview > last) {
      last = schedule.lastReview;
      sorted.studied.set(note, last);
    }
    if (schedule.due >= day.end || !isAskable(card)) continue;
    // A card in a learning step waits its minutes; one in review may come at any time of its day.
    if (schedule.phase !== 'review' && schedule.due > now) {
      sorted.soon.push(card);
    } else {
      sorted.due.push(card);
      sorted.urgency.push(urgencyOf(schedule, now));
    }
  }
  return sorted;
}

/**
 * Learning cards before all others, then the most forgotten: by FSRS's curve the chance of recall sinks as the time since the review, in
 * units of the stability, grows.
 */
function urgencyOf(schedule: Schedule, now: number): number {
  if (schedule.phase !== 'review') return 1e3;
  return Math.log1p(Math.max(0, now - schedule.lastReview) / Math.max(1e-3, schedule.stability));
}

/** Sorts plain numbers with the index in their low digits: many times faster than a sort that compares cards. */
function mostUrgentFirst(cards: readonly LibraryCard[], urgency: readonly number[]): LibraryCard[] {
  const { length } = cards;
  const keys = new Float64Array(length);
  for (let i = 0; i < length; i++) keys[i] = Math.round((1e3 - urgency[i]!) * 1e6) * length + i;
  keys.sort();
  const order = new Array<LibraryCard>(length);
  for (let i = 0; i < length; i++) order[i] = cards[keys[i]! % length]!;
  return order;
}

function earliestFirst(cards: readonly LibraryCard[], schedules: ReadonlyMap<string, Schedule>): LibraryCard[] {
  return cards.toSorted((a, b) => schedules.get(a.id)!.due - schedules.get(b.id)!.due);
}

/** Cards of one topic, and a question with a term that it names: the answer to one is half of the other's. */
function areSiblings(a: LibraryCard, b: LibraryCard): boolean {
  if (a.note !== b.note) return false;
  if (a.topic === b.topic) return true;
  if (a.kind === 'term') return b.kind !== 'term' && names(b.card.question, a.term.name);
  return b.kind === 'term' && names(a.card.question, b.term.name);
}

function names(question: string, name: string): boolean {
  return question.toLowerCase().includes(name.toLowerCase());
}
