import type { LibraryCard, LibraryNote } from './library';
import { decodeBits, ones, printDistance } from './print';

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

  if (complete) {
    const reworded = nearPairs(
      [...open].filter((draft) => !own.has(draft.key)),
      [...lost],
    );
    for (const pair of closestFirst(reworded)) settle(pair);
  }

  const reserved = new Set(known.map((each) => each.id));
  for (const draft of open) {
    let id = draft.key;
    for (let n = 1; cards.has(id) || reserved.has(id); n++) id = `${draft.key}-${draft.print}${n > 1 ? `-${n}` : ''}`;
    cards.set(id, draft.named(id));
    if (complete) own.add(draft.key);
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
