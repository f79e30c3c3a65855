import type { Concept } from './concepts';
import type { Source } from './context';
import type { Glossary } from './glossary';
import { Page } from './page';

/** A term in a text: half-open range of UTF-16 offsets, and the number of its concept. */
interface NumberedTerm {
  readonly start: number;
  readonly end: number;
  readonly id: number;
}

/** The jargon of texts that are shown outside editors: the answers of a note, or the note as a page. */
export class TextJargon {
  /** Numbers of concepts that are not to be explained. */
  readonly known = new Set<number>();
  /** Numbers of concepts that were marked. */
  readonly marked = new Set<number>();
  readonly #glossary: Glossary;
  readonly #about: Source;
  readonly #wants: (concept: Concept) => boolean;
  readonly #concepts: Concept[] = [];

  /** @param about what the texts are about: their note. */
  constructor(glossary: Glossary, about: Source, wants: (concept: Concept) => boolean) {
    this.#glossary = glossary;
    this.#about = about;
    this.#wants = wants;
  }

  /** The terms that stand in a text, in order. The note stands behind it, so that what it is about counts. */
  readonly find = (text: string): readonly NumberedTerm[] => {
    const page = new Page(this.#glossary, { ...this.#about, text: `${text}\n\n${this.#about.text}` });
    return page
      .all(text.length)
      .filter(({ concept }) => this.#wants(concept))
      .map(({ start, end, concept }) => ({ start, end, id: this.#numberOf(concept) }));
  };

  /** The concepts that were marked, with their numbers. */
  get concepts(): readonly (readonly [id: number, concept: Concept])[] {
    return [...this.marked].map((id) => [id, this.#concepts[id]!]);
  }

  #numberOf(concept: Concept): number {
    const number = this.#concepts.indexOf(concept);
    return number < 0 ? this.#concepts.push(concept) - 1 : number;
  }
}
