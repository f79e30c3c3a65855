import type { LibraryCard } from '../../study/library';

/**
 * Whether a card can be asked, as far as can be told without its text. A term that a note only mentions, in a sentence or in brackets, has no
 * definition that would tell it from another: good for a hover, but no question.
 */
export function isAskable(card: LibraryCard): boolean {
  if (card.kind === 'term') return card.term.form !== 'prose' && card.term.form !== 'bracket';
  return card.kind === 'choice' || card.card.answer.end > card.card.answer.start;
}
