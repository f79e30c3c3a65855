import type { LibraryCard, LibraryNote } from '../../study/library';
import type { StudyNote } from '../../study/model';
import { isAskable } from './askable';

export type TermCard = Extract<LibraryCard, { kind: 'term' }>;

/** What a question is made from. */
export interface Material {
  readonly card: LibraryCard;
  /** Terms that a wrong answer may be taken from, the nearest relatives first. */
  readonly siblings: readonly TermCard[];
  /** Text of each note that the card or a sibling stands in, by URI. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Enough to choose from, few enough to look at one by one. */
const maxSiblings = 120;

/**
 * Terms akin to a term: of its innermost topic, then of the rest of its system (the outermost topic of its note), then of other notes about
 * the same system in the same language.
 */
export function siblingTerms(card: LibraryCard, cards: Iterable<LibraryCard>): TermCard[] {
  if (card.kind !== 'term') return [];
  const { note } = card;
  const root = outermost(note.note, card.topic);
  const ranked: TermCard[][] = [[], [], []];
  const rankOf = (other: TermCard) => {
    if (other.note === note) {
      if (other.topic === card.topic) return 0;
      return outermost(note.note, other.topic) === root ? 1 : undefined;
    }
    return isAkin(other.note, note) ? 2 : undefined;
  };
  for (const other of cards) {
    if (other.kind !== 'term' || other.id === card.id) continue;
    const rank = rankOf(other);
    if (rank !== undefined && isAskable(other)) ranked[rank]!.push(other);
  }
  return ranked.flat().slice(0, maxSiblings);
}

/** Whether terms of a note may be akin to those of another: it is the same, or about the same system in the same language. */
export function isAkin(other: LibraryNote, { note, uri }: LibraryNote): boolean {
  const { meta, language } = other.note;
  return other.uri === uri || (!!meta.system && meta.system === note.meta.system && language === note.language);
}

function outermost(note: StudyNote, topic: number): number {
  let at = topic;
  while ((note.topics[at]?.parent ?? -1) >= 0) at = note.topics[at]!.parent;
  return at;
}
