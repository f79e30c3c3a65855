import type { LibraryCard, LibraryNote } from './library';
import type { Card, Term } from './model';
import { decodeBits, ones, printDistance } from './print';

/** What is remembered of a studied card, to find it again in edited notes: its content identity when it was last reviewed. */
export interface Known {
  readonly id: string;
  readonly kind: LibraryCard['kind'];
  readonly key: string;
  readonly print: string;
}

/** A card on its way to an identity: what it is found by, and where it stands. */
export interface Draft extends Omit<Known, 'id'> {
  readonly given: string | undefined;
  readonly note: LibraryNote;
  readonly topic: number;
  /** Its place among the note's cards, or its terms. */
  readonly index: number;
}

/** Bits of 64 in which two prints may differ and still be one card: a typo, a reworded sentence. Unrelated texts differ in about 32. */
const nearBits = 12;

/**
 * Gives every card its identity.
 *
 * 1. A name written in the note (`{#kafka-isr}`) is the identity.
 * 2. A studied card is found by its content key: moving a note, renaming a heading or rewording an answer changes nothing. Where several cards
 *    share a key (one question asked in two notes) the closest prints belong together.
 * 3. A studied card whose question was reworded goes to the nearest card that nobody has studied, if that is near enough and did not stand
 *    there before as a card of its own (`own`).
 * 4. What is left is new, and named by its key.
 *
 * Closest pairs go first, so no card gets another's progress while its own stands nearer.
 *
 * @param own keys of cards that were found to be new before: what nobody has studied is no rewording. Those that are new now are added.
 * @param complete whether all notes are there; else step 3 is left out, since the card may stand in a note that is still to come
 */
export function identify(
  notes: readonly LibraryNote[],
  known: readonly Known[],
  own: Set<string> = new Set(),
  complete = true,
): ReadonlyMap<string, LibraryCard> {
  const { named } = settle(notes.flatMap(draftsOf), { known, own, complete, isTaken: () => false });
  return new Map([...named].map(([id, draft]) => [id, cardOf(id, draft)]));
}

export interface Settling {
  readonly known: readonly Known[];
  readonly own: Set<string>;
  readonly complete: boolean;
  /** Whether a card that is none of the drafts has the identity. */
  isTaken(id: string): boolean;
}

/** Drafts by their identities, and the identities that went to reworded ones. A draft whose given name another has before it gets none. */
export function settle(
  drafts: readonly Draft[],
  { known, own, complete, isTaken }: Settling,
): { named: ReadonlyMap<string, Draft>; reworded: readonly string[] } {
  const named = new Map<string, Draft>();
  const open = new Set<Draft>();
  const has = (id: string) => named.has(id) || isTaken(id);
  for (const draft of drafts) {
    if (draft.given === undefined) open.add(draft);
    else if (!has(draft.given)) named.set(draft.given, draft);
  }

  const lost = new Set(known.filter((each) => !has(each.id)));
  const settled = ({ draft, card }: Pair): boolean => {
    if (!open.has(draft) || !lost.delete(card)) return false;
    open.delete(draft);
    named.set(card.id, draft);
    return true;
  };

  const lostByKey = new Map<string, Known[]>();
  for (const card of lost) lostByKey.set(card.key, [...(lostByKey.get(card.key) ?? []), card]);
  const sameKey = [...open].flatMap((draft) => pairs(draft, lostByKey.get(draft.key) ?? []));
  for (const pair of closestFirst(sameKey)) settled(pair);

  const reworded: string[] = [];
  if (complete && lost.size > 0) {
    const strangers = [...open].filter((draft) => !own.has(draft.key));
    for (const pair of closestFirst(nearPairs(strangers, [...lost]))) if (settled(pair)) reworded.push(pair.card.id);
  }

  // A twin of a reworded card does not make it one of its own.
  const shared = new Set(reworded.map((id) => named.get(id)!.key));
  const reserved = new Set(known.map((each) => each.id));
  for (const draft of open) {
    let id = draft.key;
    for (let n = 1; has(id) || reserved.has(id); n++) id = `${draft.key}-${draft.print}${n > 1 ? `-${n}` : ''}`;
    named.set(id, draft);
    if (complete && !shared.has(draft.key)) own.add(draft.key);
  }
  return { named, reworded };
}

interface Pair {
  readonly draft: Draft;
  readonly card: Known;
  readonly distance: number;
}

function pairs(draft: Draft, candidates: readonly Known[]): Pair[] {
  return candidates
    .filter((card) => card.kind === draft.kind)
    .map((card) => ({ draft, card, distance: printDistance(draft.print, card.print) }));
}

/** All pairs whose prints are near. Every draft is held against every lost card: thousands by thousands in some milliseconds. */
function nearPairs(drafts: readonly Draft[], lost: readonly Known[]): Pair[] {
  const found: Pair[] = [];
  const bits = drafts.map((draft) => decodeBits(draft.print));
  for (const card of lost) {
    const [high, low] = decodeBits(card.print);
    for (let i = 0; i < drafts.length; i += 1) {
      const distance = ones(bits[i]![0] ^ high) + ones(bits[i]![1] ^ low);
      if (distance <= nearBits && isLike(drafts[i]!.kind, card.kind)) found.push({ draft: drafts[i]!, card, distance });
    }
  }
  return found;
}

/** An answer that is made a list of steps, or is no longer one, is still that answer. */
function isLike(kind: Known['kind'], other: Known['kind']): boolean {
  const same = (each: Known['kind']) => (each === 'steps' ? 'question' : each);
  return same(kind) === same(other);
}

function closestFirst(found: readonly Pair[]): Pair[] {
  return found.toSorted((a, b) => a.distance - b.distance);
}

/** All that a note asks, its cards first, then its terms. */
export function draftsOf(note: LibraryNote): Draft[] {
  const { cards, terms } = note.note;
  return [
    ...cards.map(
      ({ kind, key, print, id, topic }, index): Draft => ({ kind, key, print, given: id, note, topic, index }),
    ),
    ...terms.map(
      ({ key, print, id, topic }, index): Draft => ({ kind: 'term', key, print, given: id, note, topic, index }),
    ),
  ];
}

export function cardOf(id: string, { kind, note, topic, index }: Draft): LibraryCard {
  return kind === 'term' ? new TermOfNote(id, note, topic, index) : new CardOfNote(id, kind, note, topic, index);
}

/** Only its place is kept: what it says stands in the note. */
class CardOfNote {
  constructor(
    readonly id: string,
    readonly kind: Card['kind'],
    readonly note: LibraryNote,
    readonly topic: number,
    readonly index: number,
  ) {}

  get card(): Card {
    return this.note.note.cards[this.index]!;
  }
}

class TermOfNote {
  readonly kind = 'term';

  constructor(
    readonly id: string,
    readonly note: LibraryNote,
    readonly topic: number,
    readonly index: number,
  ) {}

  get term(): Term {
    return this.note.note.terms[this.index]!;
  }
}
