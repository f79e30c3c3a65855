import type { Concept } from './concepts';
import { Context, type Source } from './context';
import type { Bearer, Glossary } from './glossary';
import type { Accept, Match } from './matcher';
import { needsNothing } from './ordinary';

/** Jargon at a place of a text. */
export interface Sighting {
  /** Half-open range of UTF-16 offsets: the term, no more. */
  readonly start: number;
  readonly end: number;
  /** What it means here. */
  readonly concept: Concept;
  /** What else it may mean, the likeliest first. */
  readonly others: readonly Concept[];
}

/** The jargon of one version of one text. What the text is about is found out when it is first asked for. */
export class Page {
  readonly #glossary: Glossary;
  readonly #source: Source;
  #context: Context | undefined;

  constructor(glossary: Glossary, source: Source) {
    this.#glossary = glossary;
    this.#source = source;
  }

  /** The longest term that covers the character at `offset` and belongs into this text. */
  at(offset: number): Sighting | undefined {
    const match = this.#glossary.matcher.at(this.#source.text, offset, this.#accept);
    return match && this.#sighting(match);
  }

  /** As `at`, for a place between two characters: the one behind it counts, else the one before. */
  near(offset: number): Sighting | undefined {
    return this.at(offset) ?? (offset > 0 ? this.at(offset - 1) : undefined);
  }

  /** All terms that belong into this text, in order; none inside a longer one. */
  all(): Sighting[] {
    return this.#glossary.matcher.all(this.#source.text, this.#accept).map((match) => this.#sighting(match));
  }

  readonly #accept: Accept = (name, start) =>
    this.#glossary.bearersOf(name).some((bearer) => this.#allows(bearer, start));

  #allows({ concept, need }: Bearer, offset: number): boolean {
    return need === needsNothing || this.#readContext().allows(concept, need, offset);
  }

  #sighting({ start, end, names }: Match): Sighting {
    const rank = (bearer: Bearer) =>
      (this.#allows(bearer, start) ? 1000 : 0) + this.#readContext().likelihood(bearer.concept, start);
    const bearers = names
      .flatMap((name) => this.#glossary.bearersOf(name))
      .map((each) => ({ ...each, rank: rank(each) }));
    const [concept, ...others] = new Set(bearers.sort((a, b) => b.rank - a.rank).map((bearer) => bearer.concept));
    return { start, end, concept: concept!, others };
  }

  #readContext(): Context {
    this.#context ??= new Context(this.#glossary, this.#source);
    return this.#context;
  }
}
