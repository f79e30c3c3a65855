import type { Known } from '../study/identity';
import type { LibraryCard } from '../study/library';

/** What progress keeps of a card's content, so that the card is found again after an edit. */
export function knownOf(card: LibraryCard): Known {
  const { key, print } = card.kind === 'term' ? card.term : card.card;
  return { id: card.id, kind: card.kind, key, print };
}
