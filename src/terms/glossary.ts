import type { LibraryNote } from '../study/library';
import { type Concept, collectConcepts, systemKey } from './concepts';
import { Matcher } from './matcher';
import { type Weight, weigh } from './ordinary';
import { marksOf, systemOf } from './systems';

/** A concept by one of its names. */
export interface Bearer extends Weight {
  readonly concept: Concept;
}

/** The jargon of a library, ready to be found in texts. Building it reads every term once; no note is read later. */
export class Glossary {
  readonly concepts: readonly Concept[];
  /** Ids of the systems that the concepts belong to. */
  readonly systems: readonly string[];
  /** All names as written, each once: what the matcher's indices mean. */
  readonly names: readonly string[];
  readonly matcher: Matcher;
  readonly #owners: readonly (readonly Concept[])[];
  readonly #bearers: (readonly Bearer[] | undefined)[] = [];
  readonly #marked: ReadonlySet<string>;

  /** `notes`: of both languages of the built-in content, whichever the reader reads; those that should speak first, first. */
  constructor(notes: Iterable<LibraryNote>) {
    const all = [...notes];
    this.concepts = collectConcepts(all);
    this.systems = [...new Set(this.concepts.map((concept) => concept.system.id))];
    const owners = new Map<string, Concept[]>();
    for (const concept of this.concepts) {
      for (const name of concept.names) {
        const others = owners.get(name);
        if (others) others.push(concept);
        else owners.set(name, [concept]);
      }
    }
    this.names = [...owners.keys()];
    this.#owners = [...owners.values()];
    this.#marked = new Set(all.flatMap(markedNames));
    this.matcher = new Matcher(this.names);
  }

  /** The concepts that bear a name, by its index in `names`; several where systems share it. */
  bearersOf(name: number): readonly Bearer[] {
    const known = this.#bearers[name];
    if (known) return known;
    const bearers = this.#owners[name]!.map((concept) => this.#bearer(concept, this.names[name]!));
    this.#bearers[name] = bearers;
    return bearers;
  }

  #bearer(concept: Concept, name: string): Bearer {
    const { id } = concept.system;
    return { concept, ...weigh(name, this.#marked.has(systemKey(id, name)), marksOf(id).words) };
  }
}

function markedNames(note: LibraryNote): string[] {
  if (note.note.meta.context.length === 0) return [];
  const systems = new Set(note.note.terms.map((term) => systemOf(note, term.topic).id));
  return [...systems].flatMap((system) => note.note.meta.context.map((name) => systemKey(system, name)));
}
