import type { LibraryCard, LibraryNote } from '../../study/library';
import { isAskable } from './askable';

/**
 * The cards that are wanted and can be asked, as one would read, each worked out only when it is asked for: first the notes already begun (`studied`
 * says when), the latest first, then the user's own, then the built-in ones; inside a note from top to bottom, with choices, which often close a
 * topic, spread evenly among its questions, and terms, which often stand in a list of their own, among all of them.
 */
export function* inReadingOrder(
  byNote: ReadonlyMap<LibraryNote, readonly LibraryCard[]>,
  studied: ReadonlyMap<LibraryNote, number>,
  isWanted: (card: LibraryCard) => boolean,
): Generator<LibraryCard> {
  const notes = [...byNote.keys()].sort(
    (a, b) => (studied.get(b) ?? 0) - (studied.get(a) ?? 0) || Number(a.builtIn) - Number(b.builtIn) || byName(a, b),
  );
  for (const note of notes) {
    const inOrder = byNote
      .get(note)!
      .filter((card) => isWanted(card) && isAskable(card))
      .sort((a, b) => lineOf(a) - lineOf(b));
    const isTerm = (card: LibraryCard): boolean => card.kind === 'term';
    const questions = withChoicesMixed(inOrder.filter((card) => !isTerm(card)));
    yield* merge(questions, inOrder.filter(isTerm));
  }
}

/** The user's own as the sidebar has them: a note that was just edited comes last among the cards, and should not here. */
function byName(a: LibraryNote, b: LibraryNote): number {
  return a.builtIn || a.uri === b.uri ? 0 : a.uri < b.uri ? -1 : 1;
}

/** Moves each topic's choices up among its other questions: they are met while the topic is fresh, not all of them at its end. */
function withChoicesMixed(cards: readonly LibraryCard[]): LibraryCard[] {
  const topics = new Map<number, { others: number[]; choices: number }>();
  for (const [place, card] of cards.entries()) {
    const topic = topics.get(card.topic) ?? { others: [], choices: 0 };
    topics.set(card.topic, topic);
    if (card.kind === 'choice') topic.choices += 1;
    else topic.others.push(place);
  }
  const met = new Map<number, number>();
  const placed = cards.map((card, place) => {
    const { others, choices } = topics.get(card.topic)!;
    if (card.kind !== 'choice' || others.length === 0) return { card, place };
    const nth = (met.get(card.topic) ?? 0) + 1;
    met.set(card.topic, nth);
    // Right after the question that stands where an even spread would have it.
    return { card, place: others[Math.ceil((nth * others.length) / choices) - 1]! + 0.5 };
  });
  return placed.sort((a, b) => a.place - b.place).map(({ card }) => card);
}

function lineOf(card: LibraryCard): number {
  return card.kind === 'term' ? card.term.line : card.card.line;
}

/** Both lists in their order, each spread evenly over the whole. */
function merge<T>(a: readonly T[], b: readonly T[]): T[] {
  const merged: T[] = [];
  for (let i = 0, j = 0; i + j < a.length + b.length; ) {
    const takeA = j === b.length || (i < a.length && (i + 1) * b.length <= (j + 1) * a.length);
    merged.push(takeA ? a[i++]! : b[j++]!);
  }
  return merged;
}
