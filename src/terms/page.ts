import type { Concept } from './concepts';
import { Context, type Source } from './context';
import type { Bearer, Glossary } from './glossary';
import { languageOf } from './languages';
import type { Accept, Match } from './matcher';
import {
  isBare,
  isHump,
  isInIdentifier,
  isLoose,
  isMisread,
  isPieceOfName,
  isSingularThere,
  lineAround,
} from './misreadings';
import { isInLongerWord, isLongKey, partsOf } from './ordinary';
import { holds, proseRanges } from './prose';
import type { Province } from './provinces';
import { isDaily } from './systems';

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
  readonly #language: string;
  #context: Context | undefined;
  #prose: ReturnType<typeof proseRanges> | 'all';

  constructor(glossary: Glossary, source: Source) {
    this.#glossary = glossary;
    this.#source = source;
    this.#language = languageOf(source);
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

  /** Whether the place is in a comment, a string, or a text that is no program. */
  isProse(offset: number): boolean {
    this.#prose ??= proseRanges(this.#source.text, this.#language) ?? 'all';
    return this.#prose === 'all' || holds(this.#prose, offset);
  }

  /** All terms that belong into this text, or into its beginning up to `end`, in order; none inside a longer one. */
  all(end?: number): Sighting[] {
    return this.#glossary.matcher.all(this.#source.text, this.#accept, end).map((match) => this.#sighting(match));
  }

  readonly #accept: Accept = (name, start, end) =>
    !isMisread(this.#source.text, start, end, this.#language) &&
    this.#glossary.bearersOf(name).some((bearer) => this.#allows(bearer, start, end));

  #allows(bearer: Bearer, start: number, end: number): boolean {
    const { need, name } = bearer;
    if (!this.#isSpelt(bearer, start, end)) return false;
    const daily = isDaily(bearer.concept.system.id, this.#language);
    if (daily ? need === 'system' : need === 'nothing' && !bearer.province) return !daily;
    if ((need === 'system' || need === 'trade') && isInLongerWord(this.#source.text, start, end)) return false;
    if (need === 'system' && isBare(this.#source.text, start, end) && !this.#isInCompany(bearer, start, end))
      return false;
    if (isLongKey(name) && this.#source.text.slice(start, end) === name) return true;
    if (bearer.province && !this.#isAtHome(bearer.province, start, end)) return false;
    return this.#readContext().allows(
      bearer,
      start,
      name.includes('.') && /\s/.test(this.#source.text.slice(start, end)),
    );
  }

  /** Whether the place is one where the word means what the province's system says. */
  #isAtHome({ line, alone }: Province, start: number, end: number): boolean {
    if (alone && isInIdentifier(this.#source.text, start, end)) return false;
    return line?.test(lineAround(this.#source.text, start, end).text) ?? true;
  }

  /** Whether the text writes the name as what bears it is written. */
  #isSpelt({ name, plural, ownName, productName, typeName }: Bearer, start: number, end: number): boolean {
    const { text } = this.#source;
    if (typeName && (/\p{Ll}/u.test(text[start]!) || isHump(text, start, end))) return false;
    if (isLoose(name, text, start, end)) return false;
    if (productName && isPieceOfName(text, start, end) && (ownName || this.#isItsOwn(name))) return false;
    return !plural || (/s$/i.test(text[end - 1]!) && !isSingularThere(text, start, end));
  }

  /** Whether the text lies in the product's own tree, where its name stands before everything. */
  #isItsOwn(product: string): boolean {
    const word = partsOf(product).at(-1)!;
    return this.#source.path.split(/[/\\]/).some((segment) => partsOf(segment).includes(word));
  }

  /** Whether the line has another name of the bearer's system. */
  #isInCompany({ concept }: Bearer, start: number, end: number): boolean {
    const line = lineAround(this.#source.text, start, end);
    return this.#glossary.matcher
      .all(line.text)
      .some(
        (match) =>
          line.start + match.start !== start &&
          match.names.some((name) =>
            this.#glossary
              .bearersOf(name)
              .some((other) => other.concept.system.id === concept.system.id && other.concept !== concept),
          ),
      );
  }

  #sighting({ start, end, names }: Match): Sighting {
    const bearers = names.flatMap((name) => this.#glossary.bearersOf(name));
    if (bearers.length === 1) return { start, end, concept: bearers[0]!.concept, others: [] };
    const ranked = bearers.map((bearer) => ({
      concept: bearer.concept,
      allowed: this.#allows(bearer, start, end) ? 1 : 0,
      likelihood: this.#readContext().likelihood(bearer, start),
    }));
    ranked.sort((a, b) => b.allowed - a.allowed || b.likelihood - a.likelihood);
    const [concept, ...others] = new Set(ranked.map((each) => each.concept));
    return { start, end, concept: concept!, others };
  }

  #readContext(): Context {
    this.#context ??= new Context(this.#glossary, this.#source);
    return this.#context;
  }
}
