import type { Concept, Definition } from './concepts';

/** The reader's own notes first, then the built-in content in the reader's language, then, if there is neither, whatever there is. */
export function inReadingOrder(concept: Concept, language: 'en' | 'zh'): Definition[] {
  const rank = ({ note }: Definition) => (note.builtIn ? (note.note.language === language ? 1 : 2) : 0);
  const sorted = concept.definitions.toSorted((a, b) => rank(a) - rank(b));
  return sorted.filter((each, index) => index === 0 || rank(each) < 2);
}
