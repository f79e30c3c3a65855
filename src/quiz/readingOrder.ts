import type { LibraryCard, LibraryNote } from '../study/library';

/**
 * The first new cards as one would read: first the notes already begun (`studied` says when), the latest first, then the user's own, then
 * the built-in ones; inside a note from top to bottom, with terms, which often stand in a list of their own, spread evenly among the questions.
 */
export function inReadingOrder(
  fresh: readonly LibraryCard[],
  studied: ReadonlyMap<LibraryNote, number>,
  limit: number,
): LibraryCard[] {
  if (limit <= 0) return [];
  const byNote = new Map<LibraryNote, LibraryCard[]>();
  for (const card of fresh) {
    const group = byNote.get(card.note);
    if (group) group.push(card);
    else byNote.set(card.note, [card]);
  }
  const notes = [...byNote.keys()].sort(
    (a, b) => (studied.get(b) ?? 0) - (studied.get(a) ?? 0) || Number(a.builtIn) - Number(b.builtIn),
  );
  const chosen: LibraryCard[] = [];
  for (const note of notes) {
    const inOrder = byNote.get(note)!.sort((a, b) => lineOf(a) - lineOf(b));
    const isTerm = (card: LibraryCard): boolean => card.kind === 'term';
    const questions = inOrder.filter((card) => !isTerm(card));
    chosen.push(...merge(questions, inOrder.filter(isTerm)));
    if (chosen.length >= limit) break;
  }
  return chosen.slice(0, limit);
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
