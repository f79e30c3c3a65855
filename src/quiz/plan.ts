import type { Mark } from '../progress/progress';
import type { StudyDay } from '../schedule/day';
import type { Schedule } from '../schedule/types';
import type { LibraryCard, LibraryNote } from '../study/library';
import { byNote, type CardIndex } from './cardIndex';
import { FactsOfToday } from './facts';
import { isHeld } from './held';
import { isAskable } from './questions/askable';
import { inReadingOrder } from './questions/readingOrder';
import { spread } from './questions/spread';
import { inScope, type Scope } from './scope';

/** What is known of the cards there are. */
export interface Studied {
  readonly index: CardIndex;
  readonly schedules: ReadonlyMap<string, Schedule>;
  readonly marks: ReadonlyMap<string, Mark>;
}

export interface PlanLimits {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly day: StudyDay;
  readonly newPerDay: number;
  /** New cards already asked today. */
  readonly newToday: number;
  /** Cards of interest lately: the first to come among new ones. The latest first. */
  readonly favoured: readonly string[];
}

/** More cards than this are no session but a backlog: what is left is offered when they are done. */
const sessionLimit = 200;
/** So many of the weakest cards make a session. */
const weakestLimit = 20;
/** FSRS's difficulty, 1 to 10, from which on a card is weak though it was never forgotten. One that is answered Good stays below. */
const weakFrom = 6;

/** What to ask now, as identities in the order of asking. */
export interface Plan {
  readonly cards: readonly string[];
  /** Cards due today, cards in a learning step whose minutes are not over, new cards allowed today: all there are, though a session may hold fewer. */
  readonly due: number;
  readonly learning: number;
  readonly fresh: number;
  /** The cards are asked before their time. */
  readonly ahead: boolean;
}

/**
 * Plans a quiz: what comes due until the day's end, the most forgotten first, then new cards up to the day's limit. Of several cards about one fact
 * (a term and a question for its meaning, or a term in two languages) one is asked, the others on another day.
 *
 * Who names cards one by one gets them all, whatever the limit. Who names a topic of which nothing is due and nothing new allowed practises
 * ahead. With `ahead` that goes for the whole library too.
 */
export function plan(studied: Studied, scope: Scope, limits: PlanLimits, ahead = scope.kind !== 'due'): Plan {
  const { schedules } = studied;
  const { due, urgency, soon, groups, read, seen } = sort(studied, scope, limits);
  if (scope.kind === 'weakest') return planWeakest([...due, ...soon, ...later(studied, scope, limits)], schedules);

  const named = scope.kind === 'cards';
  const facts = named ? undefined : new FactsOfToday();
  // What was reviewed today, in whatever scope, has been seen today.
  for (const card of scope.kind === 'due' ? seen : seenToday(studied, limits.day)) facts?.add(card);
  // What is being learnt comes back today, whatever else was seen.
  const fits = (card: LibraryCard) =>
    (schedules.get(card.id)?.phase ?? 'review') !== 'review' || !facts || facts.take(card);
  for (const card of soon) facts?.add(card);
  const urgent = take(mostUrgentFirst(due, urgency), sessionLimit, fits);
  const isFresh = freshness(studied, scope, limits);
  const allowed = named ? Number.POSITIVE_INFINITY : Math.max(0, limits.newPerDay - limits.newToday);
  const favoured = favouredFresh(studied, groups, limits.favoured, isFresh);
  const isLeft = (card: LibraryCard) => isFresh(card) && !favoured.includes(card);
  const chosen = take(chain(favoured, inReadingOrder(groups, read, isLeft)), allowed, fits).taken;
  const order = [
    ...spread(urgent.taken, areSiblings),
    ...spread(chosen, areSiblings),
    ...earliestFirst(soon, schedules),
  ];
  const counts = { due: due.length - urgent.left, learning: soon.length, fresh: chosen.length };
  if (order.length > 0 || !ahead) {
    return { cards: order.slice(0, sessionLimit).map((card) => card.id), ...counts, ahead: false };
  }

  const portion = Math.max(1, limits.newPerDay);
  const early = take(inReadingOrder(groups, read, isFresh), portion).taken;
  const rest = take(earliestFirst(later(studied, scope, limits), schedules), portion - early.length).taken;
  const cards = spread([...early, ...rest], areSiblings).map((card) => card.id);
  return { cards, ...counts, ahead: cards.length > 0 };
}

/** The weakest first: most often forgotten, then the hardest. */
function planWeakest(cards: readonly LibraryCard[], schedules: ReadonlyMap<string, Schedule>): Plan {
  const weak = cards.filter((card) => {
    const { lapses, difficulty } = schedules.get(card.id)!;
    return lapses > 0 || difficulty >= weakFrom;
  });
  const weakness = ({ id }: LibraryCard) => schedules.get(id)!.lapses * 10 + schedules.get(id)!.difficulty;
  const chosen = weak.toSorted((a, b) => weakness(b) - weakness(a)).slice(0, weakestLimit);
  const order = spread(chosen, areSiblings).map((card) => card.id);
  return { cards: order, due: 0, learning: 0, fresh: 0, ahead: order.length > 0 };
}

/** Up to so many cards that pass; and how many were looked at and did not. */
function take(
  cards: Iterable<LibraryCard>,
  limit: number,
  passes: (card: LibraryCard) => boolean = () => true,
): { readonly taken: LibraryCard[]; readonly left: number } {
  const taken: LibraryCard[] = [];
  let left = 0;
  if (limit <= 0) return { taken, left };
  for (const card of cards) {
    if (passes(card)) taken.push(card);
    else left += 1;
    if (taken.length >= limit) break;
  }
  return { taken, left };
}

function* seenToday({ index: { cards }, schedules }: Studied, day: StudyDay): Generator<LibraryCard> {
  for (const [id, { lastReview }] of schedules) {
    const card = lastReview >= day.start ? cards.get(id) : undefined;
    if (card) yield card;
  }
}

/** The favoured cards among the new ones of the scope, the latest first. */
function favouredFresh(
  { index: { cards } }: Studied,
  groups: Groups,
  favoured: readonly string[],
  isFresh: (card: LibraryCard) => boolean,
): LibraryCard[] {
  return favoured.flatMap((id) => {
    const card = cards.get(id);
    return card && isFresh(card) && isAskable(card) && groups.get(card.note)?.includes(card) ? [card] : [];
  });
}

function* chain<T>(...lists: readonly Iterable<T>[]): Generator<T> {
  for (const list of lists) yield* list;
}

/** Whether a card is new, and not set aside. */
function freshness({ schedules, marks }: Studied, scope: Scope, { day }: PlanLimits): (card: LibraryCard) => boolean {
  const isAnyHeld = !isOneNamed(scope) && marks.size > 0;
  return ({ id }) => !schedules.has(id) && !(isAnyHeld && isHeld(marks.get(id), day));
}

/** Who names one card wants that card, set aside or not. */
function isOneNamed(scope: Scope): boolean {
  return scope.kind === 'cards' && scope.ids.length === 1;
}

/** Studied cards that come due only after today. */
function later({ index, schedules, marks }: Studied, scope: Scope, { day }: PlanLimits): LibraryCard[] {
  return [...inScope(index, scope)].filter(
    (card) => (schedules.get(card.id)?.due ?? 0) >= day.end && isAskable(card) && !isHeld(marks.get(card.id), day),
  );
}

/** When the next card comes due after a time, if any ever does. */
export function nextDue({ index: { cards }, schedules, marks }: Studied, after: number): number | undefined {
  let next: number | undefined;
  for (const [id, { due }] of schedules) {
    if (due <= after || (next !== undefined && due >= next)) continue;
    const card = cards.get(id);
    if (card && isAskable(card) && marks.get(id)?.hold !== 'suspended') next = due;
  }
  return next;
}

type Groups = ReadonlyMap<LibraryNote, readonly LibraryCard[]>;

interface Sorted {
  readonly due: LibraryCard[];
  /** How urgent each due card is. */
  readonly urgency: number[];
  /** In a learning step whose minutes are not over. */
  readonly soon: LibraryCard[];
  /** All cards of the scope by their notes. Which of them are new is looked at only where a new one is wanted. */
  readonly groups: Groups;
  /** When each note was studied last. */
  readonly read: Map<LibraryNote, number>;
  /** Reviewed today. */
  readonly seen: LibraryCard[];
}

/** Plain loops and no object per card: with 50,000 cards anything more shows. */
function sort({ index, schedules, marks }: Studied, scope: Scope, { now, day }: PlanLimits): Sorted {
  const isAnyHeld = !isOneNamed(scope) && marks.size > 0;
  const due: LibraryCard[] = [];
  const urgency: number[] = [];
  const soon: LibraryCard[] = [];
  const seen: LibraryCard[] = [];
  const read = new Map<LibraryNote, number>();
  let note: LibraryNote | undefined;
  let last = 0;
  const visit = (card: LibraryCard, schedule: Schedule) => {
    if (card.note !== note) {
      note = card.note;
      last = read.get(note) ?? 0;
    }
    if (schedule.lastReview > last) {
      last = schedule.lastReview;
      read.set(note, last);
    }
    if (schedule.lastReview >= day.start) seen.push(card);
    if (schedule.due >= day.end || (isAnyHeld && isHeld(marks.get(card.id), day))) return;
    // A card in a learning step waits its minutes; one in review may come at any time of its day.
    if (schedule.phase !== 'review' && schedule.due > now) {
      soon.push(card);
    } else {
      due.push(card);
      urgency.push(urgencyOf(schedule, now));
    }
  };

  if (scope.kind === 'due' || scope.kind === 'weakest') {
    index.studied(schedules, visit);
    return { due, urgency, soon, groups: index.byNote, read, seen };
  }
  const inside = [...inScope(index, scope)];
  for (const card of inside) {
    const schedule = schedules.get(card.id);
    if (schedule && isAskable(card)) visit(card, schedule);
  }
  return { due, urgency, soon, groups: byNote(inside), read, seen };
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
