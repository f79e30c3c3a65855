import type { LibraryCard, LibraryNote } from './library';
import { printDistance } from './print';

/** What is remembered of a studied card, to find it again in edited notes: its content identity when it was last reviewed. */
export interface Known {
  readonly id: string;
  readonly kind: LibraryCard['kind'];
  readonly key: string;
  readonly print: string;
}

/** A card on its way to an identity. */
interface Draft extends Omit<Known, 'id'> {
  readonly given: string | undefined;
  readonly named: (id: string) => LibraryCard;
}

/** Bits of 64 in which two prints may differ and still be one card: a typo, a reworded sentence. Unrelated texts differ in about 32. */
const nearBits = 12;

/**
 * Gives every card its identity.
 *
 * 1. A name written in the note (`{#kafka-isr}`) is the identity.
 * 2. A studied card is found by its content key: moving a note, renaming a heading or rewording an answer changes nothing. Where several cards
 *    share a key (one question asked in two notes) the closest prints belong together.
 * 3. A studied card whose question was reworded goes to the nearest card that nobody has studied, if that is near enough.
 * 4. What is left is new, and named by its key.
 *
 * Closest pairs go first, so no card gets another's progress while its own stands nearer.
 */
export function identify(notes: readonly LibraryNote[], known: readonly Known[]): ReadonlyMap<string, LibraryCard> {
  const cards = new Map<string, LibraryCard>();
  const open = new Set<Draft>();
  for (const draft of drafts(notes)) {
    if (draft.given === undefined) open.add(draft);
    else if (!cards.has(draft.given)) cards.set(draft.given, draft.named(draft.given));
  }

  const lost = new Set(known.filter((each) => !cards.has(each.id)));
  const settle = ({ draft, card }: Pair) => {
    if (!open.delete(draft)) return;
    if (!lost.delete(card)) open.add(draft);
    else cards.set(card.id, draft.named(card.id));
  };

  const lostByKey = new Map<string, Known[]>();
  for (const card of lost) lostByKey.set(card.key, [...(lostByKey.get(card.key) ?? []), card]);
  const sameKey = [...open].flatMap((draft) => pairs(draft, lostByKey.get(draft.key) ?? []));
  for (const pair of closestFirst(sameKey)) settle(pair);

  const near = [...lost].flatMap((card) => [...open].flatMap((draft) => pairs(draft, [card])));
  for (const pair of closestFirst(near.filter((each) => each.distance <= nearBits))) settle(pair);

  const reserved = new Set(known.map((each) => each.id));
  for (const draft of open) {
    let id = draft.key;
    for (let n = 1; cards.has(id) || reserved.has(id); n++) id = `${draft.key}-${draft.print}${n > 1 ? `-${n}` : ''}`;
    cards.set(id, draft.named(id));
  }
  return cards;
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

function closestFirst(found: readonly Pair[]): Pair[] {
  return found.toSorted((a, b) => a.distance - b.distance);
}

function* drafts(notes: readonly LibraryNote[]): Generator<Draft> {
  for (const note of notes) {
    for (const card of note.note.cards) {
      const { kind, key, print, topic } = card;
      yield { kind, key, print, given: card.id, named: (id) => ({ id, kind, note, topic, card }) };
    }
    for (const term of note.note.terms) {
      const { key, print, topic } = term;
      yield { kind: 'term', key, print, given: term.id, named: (id) => ({ id, kind: 'term', note, topic, term }) };
    }
  }
}
