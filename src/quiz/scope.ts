import type { LibraryCard, LibraryNote } from '../study/library';
import type { CardIndex } from './cardIndex';

/** What a quiz is about. */
export type Scope =
  | { readonly kind: 'due' }
  /** The cards that were forgotten most. */
  | { readonly kind: 'weakest' }
  /** A topic with its subtopics, by its index in the note's topics; -1 is the whole note. */
  | { readonly kind: 'topic'; readonly uri: string; readonly topic: number }
  /** Cards by their identity. */
  | { readonly kind: 'cards'; readonly ids: readonly string[] };

/** All cards in a scope; not each of them can be asked. */
export function inScope(index: CardIndex, scope: Scope): Iterable<LibraryCard> {
  const { cards } = index;
  switch (scope.kind) {
    case 'due':
    case 'weakest':
      return cards.values();
    case 'cards':
      return [...new Set(scope.ids)].flatMap((id) => cards.get(id) ?? []);
    case 'topic':
      return inTopic(index, scope.uri, scope.topic);
  }
}

function inTopic({ byNote }: CardIndex, uri: string, topic: number): LibraryCard[] {
  for (const [note, inside] of byNote) {
    if (note.uri !== uri) continue;
    const within = withSubtopics(note, topic);
    return inside.filter((card) => within.has(card.topic));
  }
  return [];
}

function withSubtopics({ note }: LibraryNote, topic: number): ReadonlySet<number> {
  const within = new Set([topic]);
  // A parent stands before its children.
  for (const [index, { parent }] of note.topics.entries()) if (within.has(parent)) within.add(index);
  return within;
}
