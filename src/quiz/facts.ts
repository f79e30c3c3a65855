import type { LibraryCard } from '../study/library';
import { namesOf, normalise } from './questions/names';

const asksForMeaning = [
  /^what (?:is|are|does)\s+(?:an?\s+|the\s+)?([^,，;；:：?？]+?)(?:\s+(?:mean|stand for|do))?\s*(?:$|[,，;；:：?？])/i,
  /^(?:什么是|何为|何谓|请?解释(?:一下)?|请?介绍(?:一下)?)\s*([^,，;；:：?？。]+)/,
  /^([^,，;；:：?？。]+?)\s*(?:是什么|是指什么|指什么)/,
];

/**
 * What a card asks for, as keys that cards about the same fact share: the names of a term in either language, and for a question that asks what something
 * is, that something. Whoever has just answered one of them has seen the answer to the others.
 */
export function factsOf(card: LibraryCard): readonly string[] {
  if (card.kind === 'term') return namesOf(card.term).map(normalise);
  const { question, key } = card.card;
  // In many notes a question is just the name of what is to be explained.
  const isName = question.length <= 30 && !/[?？]/.test(question);
  const asked = asksForMeaning.map((pattern) => pattern.exec(question)?.[1]).find((name) => name !== undefined);
  const name = isName ? question : asked;
  return [...(name === undefined ? [] : [normalise(name)]), ...(key === '' ? [] : [`= ${key}`])];
}

/** Facts that were asked for already, each by one card: a second card about it is left for another day. */
export class FactsOfToday {
  readonly #asked = new Map<string, string>();

  add(card: LibraryCard): void {
    for (const fact of factsOf(card)) if (fact !== '' && !this.#asked.has(fact)) this.#asked.set(fact, card.id);
  }

  /** Adds a card, and says whether none before it asks for the same. What a card that is refused goes by otherwise is asked for, too. */
  take(card: LibraryCard): boolean {
    const isFirst = factsOf(card).every((fact) => (this.#asked.get(fact) ?? card.id) === card.id);
    this.add(card);
    return isFirst;
  }
}
