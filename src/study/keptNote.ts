import type { Card, StudyNote, Term, Topic } from './model';
import { type PackedNote, packNote, unpackCards, unpackTerms, unpackTopics } from './packedNote';

/**
 * A note as the library keeps it: packed. Its topics, cards and terms are unpacked when someone asks, and forgotten when nobody holds them any more: of
 * thousands of notes only those take room that are looked at.
 */
class KeptNote implements StudyNote {
  readonly packed: PackedNote;
  readonly title?: string;
  #topics: WeakRef<readonly Topic[]> | undefined;
  #cards: WeakRef<readonly Card[]> | undefined;
  #terms: WeakRef<readonly Term[]> | undefined;

  constructor(packed: PackedNote) {
    this.packed = { ...packed, numbers: compact(packed.numbers) };
    if (packed.title !== undefined) this.title = packed.title;
  }

  get meta() {
    return this.packed.meta;
  }

  get language() {
    return this.packed.language;
  }

  get gaps() {
    return this.packed.rest?.gaps ?? [];
  }

  get findings() {
    return this.packed.rest?.findings ?? [];
  }

  get topics(): readonly Topic[] {
    const known = this.#topics?.deref();
    if (known) return known;
    const topics = unpackTopics(this.packed);
    this.#topics = new WeakRef(topics);
    return topics;
  }

  get cards(): readonly Card[] {
    const known = this.#cards?.deref();
    if (known) return known;
    const cards = unpackCards(this.packed, this.topics);
    this.#cards = new WeakRef(cards);
    return cards;
  }

  get terms(): readonly Term[] {
    const known = this.#terms?.deref();
    if (known) return known;
    const terms = unpackTerms(this.packed);
    this.#terms = new WeakRef(terms);
    return terms;
  }
}

/** The note, kept small. */
export function keepNote(packed: PackedNote): StudyNote {
  return new KeptNote(packed);
}

/** What a note is kept as. */
export function packedOf(note: StudyNote): PackedNote {
  return note instanceof KeptNote ? note.packed : packNote(note);
}

/** Most notes are so short that two bytes hold any of their numbers. */
function compact(numbers: ArrayLike<number>): ArrayLike<number> {
  const small = Int16Array.from(numbers);
  for (let i = 0; i < small.length; i += 1) if (small[i] !== numbers[i]) return Int32Array.from(numbers);
  return small;
}
