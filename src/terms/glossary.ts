import type { LibraryNote } from '../study/library';
import { ConceptIndex } from './conceptIndex';
import { type Concept, nameKey, namesOf, systemKey } from './concepts';
import { Matcher } from './matcher';
import { isAcronym, isEveryday, partsOf, type Weight, weigh } from './ordinary';
import { type Province, provinceOf } from './provinces';
import { atOnce, type Steps } from './steps';
import { marksOf, systemOf } from './systems';

/** A concept by one of its names. */
export interface Bearer extends Weight {
  readonly concept: Concept;
  readonly name: string;
  /** The same for names that differ in joints, case or number only. */
  readonly spelling: string;
  /** It is a product's name in the plural and has no singular (`Kafka Streams`). */
  readonly plural: boolean;
  /** It is the system's own name. */
  readonly ownName: boolean;
  /** It is the name of a product: the system's own, or one that the notes also call `Apache` so. */
  readonly productName: boolean;
  /** It is an everyday word written as a type's name (`Option`). */
  readonly typeName: boolean;
  readonly province: Province | undefined;
}

/** The jargon of a library, ready to be found in texts. Building it reads every term once; no note is read later. */
export class Glossary {
  readonly concepts: readonly Concept[];
  /** Ids of the systems that the concepts belong to. */
  readonly systems: readonly string[];
  /** All names that are looked for, as written, each once: what the matcher's indices mean. */
  readonly names: readonly string[];
  readonly matcher: Matcher;
  readonly #owners: readonly (readonly Concept[])[];
  readonly #bearers: (readonly Bearer[] | undefined)[] = [];
  readonly #marked: ReadonlySet<string>;

  /** `notes`: of both languages of the built-in content, whichever the reader reads; those that should speak first, first. */
  constructor(notes: readonly LibraryNote[], parts = atOnce(glossaryParts(notes))) {
    this.concepts = parts.concepts;
    this.systems = [...new Set(this.concepts.map((concept) => concept.system.id))];
    this.names = [...parts.owners.keys()];
    this.#owners = [...parts.owners.values()];
    this.#marked = new Set(notes.flatMap(markedNames));
    this.matcher = parts.matcher;
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
    const { words } = marksOf(id);
    const own = concept.definitions.some(({ note, term }) => !note.builtIn && namesOf(term).includes(name));
    const spelling = name.replace(/[^\p{L}\p{N}]|(?<=\p{L}{3})s$/gu, '').toLowerCase();
    return {
      concept,
      name,
      spelling,
      plural: name.endsWith('s') && partsOf(name).some((part) => words.includes(part)),
      ownName: name.toLowerCase() === id,
      productName: name.toLowerCase() === id || /^Apache /.test(name) || concept.names.includes(`Apache ${name}`),
      typeName: /^[A-Z][a-z]+$/.test(name) && isEveryday(name),
      province: provinceOf(id, concept.names),
      ...weigh(name, { marked: this.#marked.has(name) || this.#marked.has(systemKey(id, name)), own, words }),
    };
  }
}

/** What takes time to make of a glossary. */
interface GlossaryParts {
  readonly concepts: readonly Concept[];
  /** The concepts that bear each name that is looked for. */
  readonly owners: ReadonlyMap<string, readonly Concept[]>;
  readonly matcher: Matcher;
}

/** `index`: of the concepts of earlier notes, of which many may be the same. */
export function* glossaryParts(notes: readonly LibraryNote[], index = new ConceptIndex()): Steps<GlossaryParts> {
  yield* index.update(notes);
  const concepts = yield* index.concepts();
  const owners = new Map<string, Concept[]>();
  for (const concept of concepts) {
    for (const name of concept.names) {
      if (!isSought(concept, name)) continue;
      const others = owners.get(name);
      if (others) others.push(concept);
      else owners.set(name, [concept]);
    }
    yield;
  }
  return { concepts, owners, matcher: yield* Matcher.inSteps([...owners.keys()]) };
}

/**
 * Whether a text is looked through for a name. Not for an everyday word that is no more than another name of what has a Latin name of its own: `message` is
 * rarely Kafka's record, even in Kafka's sources. But `source` is short for `Flume source`.
 */
function isSought({ definitions }: Concept, name: string): boolean {
  if (!isEveryday(name)) return true;
  const key = nameKey(name);
  const firstNames = definitions.map(({ term }) => nameKey(term.name)).filter((each) => !/\p{Script=Han}/u.test(each));
  return firstNames.length === 0 || firstNames.some((first) => first === key || first.endsWith(` ${key}`));
}

/** The names that a note marks as ordinary elsewhere, by its systems; capitals are marked for all: `CDC` is as ambiguous in Flink as anywhere. */
function markedNames({ note, ...rest }: LibraryNote): string[] {
  const { context } = note.meta;
  if (context.length === 0) return [];
  const systems = new Set(note.terms.map((term) => systemOf({ note, ...rest }, term.topic).id));
  return [...context.filter(isAcronym), ...[...systems].flatMap((id) => context.map((name) => systemKey(id, name)))];
}
