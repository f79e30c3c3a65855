import type { LibraryCard, LibraryNote } from '../study/library';
import { mentions, namesOf } from './questions/names';

/** The note and the topics above a card. Until the answer is shown, without those that name what is asked for. */
export function pathOf(card: LibraryCard, revealed: boolean): string[] {
  const { topics } = card.note.note;
  const path: string[] = [];
  for (let at = card.topic; at >= 0; at = topics[at]?.parent ?? -1) path.unshift(topics[at]?.title ?? '');
  const note = noteTitle(card.note);
  if (path[0] !== note) path.unshift(note);
  return revealed || card.kind !== 'term' ? path : path.filter((step) => !mentions(step, namesOf(card.term)));
}

export function noteTitle({ note, uri }: LibraryNote): string {
  return note.title ?? fileName(uri);
}

export function titleOf(card: LibraryCard): string {
  return card.kind === 'term' ? card.term.name : card.card.question;
}

export function lineOf(card: LibraryCard): number {
  return card.kind === 'term' ? card.term.line : card.card.line;
}

function fileName(uri: string): string {
  const last = uri.slice(uri.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
