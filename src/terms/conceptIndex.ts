import type { LibraryNote } from '../study/library';
import type { StudyNote, Term } from '../study/model';
import { type Concept, type Definition, nameKey, namesOf } from './concepts';
import type { Steps } from './steps';
import { type System, systemOf } from './systems';

/** Only its place is kept: what it says stands in the note, of which there may be thousands. */
class DefinitionInNote implements Definition {
  constructor(
    readonly note: LibraryNote,
    readonly index: number,
    readonly system: System,
  ) {}

  get term(): Term {
    return this.note.note.terms[this.index]!;
  }
}

/** Terms of one system that share a name, or are linked by others that do. What happens to one of them concerns no term outside. */
interface Cluster {
  readonly keys: string[];
  readonly definitions: DefinitionInNote[];
  /** Undefined where the definitions have changed since. */
  concepts: readonly PlacedConcept[] | undefined;
}

interface PlacedConcept extends Concept {
  readonly definitions: readonly DefinitionInNote[];
}

/**
 * The concepts of many notes, kept up to date: of a note that changes only what shares names with its terms is put together anew. The outcome is that of
 * starting afresh.
 */
export class ConceptIndex {
  readonly #byKey = new Map<string, Cluster>();
  readonly #clusters = new Set<Cluster>();
  #notes: ReadonlySet<LibraryNote> = new Set();

  /** Takes these notes in place of those before. Their order is that of the definitions. */
  *update(notes: readonly LibraryNote[]): Steps<void> {
    const before = this.#notes;
    this.#notes = new Set(notes);
    for (const note of before) if (!this.#notes.has(note)) yield* this.#remove(note);
    for (const note of this.#notes) {
      if (before.has(note)) continue;
      for (const definition of definitionsOf(note)) this.#add(definition);
      yield;
    }
  }

  /** In the order of the notes. */
  *concepts(): Steps<readonly Concept[]> {
    const places = new Map([...this.#notes].map((note, place) => [note, place]));
    const inOrder = (a: DefinitionInNote, b: DefinitionInNote) =>
      a.note === b.note ? a.index - b.index : places.get(a.note)! - places.get(b.note)!;
    const found: PlacedConcept[] = [];
    for (const cluster of this.#clusters) {
      cluster.concepts ??= conceptsOf(cluster.definitions.sort(inOrder));
      found.push(...cluster.concepts);
      yield;
    }
    return found.sort((a, b) => inOrder(a.definitions[0]!, b.definitions[0]!));
  }

  #add(definition: DefinitionInNote): void {
    const { first, others } = keysOf(definition);
    const keys = [...first, ...others];
    const linked = new Set(keys.flatMap((key) => this.#byKey.get(key) ?? []));
    const [cluster = this.#newCluster(), ...rest] = [...linked].sort((a, b) => b.keys.length - a.keys.length);
    for (const other of rest) this.#join(cluster, other);
    for (const key of keys) if (!this.#byKey.has(key)) own(this.#byKey, cluster, key);
    cluster.definitions.push(definition);
    cluster.concepts = undefined;
  }

  #newCluster(): Cluster {
    const cluster: Cluster = { keys: [], definitions: [], concepts: undefined };
    this.#clusters.add(cluster);
    return cluster;
  }

  #join(cluster: Cluster, other: Cluster): void {
    for (const key of other.keys) own(this.#byKey, cluster, key);
    for (const definition of other.definitions) cluster.definitions.push(definition);
    this.#clusters.delete(other);
  }

  /** What was linked by the note's terms may fall apart. */
  *#remove(note: LibraryNote): Steps<void> {
    const touched = new Set(definitionsOf(note).flatMap((each) => this.#byKey.get(keysOf(each).first[0]!) ?? []));
    for (const cluster of touched) {
      this.#clusters.delete(cluster);
      for (const key of cluster.keys) this.#byKey.delete(key);
    }
    for (const { definitions } of touched) {
      for (const definition of definitions) {
        if (definition.note !== note) this.#add(definition);
        yield;
      }
    }
  }
}

function own(byKey: Map<string, Cluster>, cluster: Cluster, key: string): void {
  byKey.set(key, cluster);
  cluster.keys.push(key);
}

/** The terms that a note wants explained: those of its section of terms, if it has one, else all. */
function definitionsOf(note: LibraryNote): DefinitionInNote[] {
  const { topics, terms } = note.note;
  const isInside = insideGlossary(topics);
  const hasGlossary = terms.some((term) => isInside(term.topic));
  const systems = new Map<number, System>();
  return terms.flatMap((term, index) => {
    if (hasGlossary && !isInside(term.topic)) return [];
    const system = systems.get(term.topic) ?? systemOf(note, term.topic);
    systems.set(term.topic, system);
    return new DefinitionInNote(note, index, system);
  });
}

/** Whether a topic is the note's section of terms, or stands in it. */
function insideGlossary(topics: StudyNote['topics']): (topic: number) => boolean {
  const sections = topics.map((topic) => /^(terms|glossary|术语|术语表|名词解释)$/i.test(topic.title));
  const isInside = (topic: number): boolean => topic >= 0 && (sections[topic]! || isInside(topics[topic]!.parent));
  return sections.includes(true) ? isInside : () => false;
}

/** What a term is joined by: its lasting id and its name, then its other names. */
function keysOf({ system, term }: DefinitionInNote): { readonly first: string[]; readonly others: string[] } {
  const [name, ...others] = namesOf(term).map((each) => `${system.id}\n${nameKey(each)}`);
  return { first: term.id === undefined ? [name!] : [`${system.id}\n\n${term.id}`, name!], others };
}

/** A concept in the making. */
interface Draft {
  readonly system: System;
  readonly definitions: DefinitionInNote[];
  readonly names: string[];
  /** The names' keys, in the same order. */
  readonly keys: string[];
  /** Set when the draft went into another. */
  into?: Draft;
}

/**
 * Puts together what is one: terms that share their lasting id, or a name within one system. Within one note, though, an alias alone joins nothing:
 * a note that gives two terms one alias means two things.
 */
function conceptsOf(definitions: readonly DefinitionInNote[]): PlacedConcept[] {
  const drafts: Draft[] = [];
  const known = new Map<string, Draft>();
  const here = new Map<string, Draft>();
  let later: [string, Draft][] = [];
  const leaveNote = () => {
    for (const [key, draft] of later) if (!known.has(key)) known.set(key, draft);
    here.clear();
    later = [];
  };
  let note: LibraryNote | undefined;
  for (const definition of definitions) {
    if (definition.note !== note) leaveNote();
    note = definition.note;
    const { first, others } = keysOf(definition);
    let draft: Draft | undefined;
    for (const key of first) draft = joinAll(draft, here.get(key) ?? known.get(key));
    for (const key of others) draft = joinAll(draft, known.get(key));
    if (!draft) {
      draft = { system: definition.system, definitions: [], names: [], keys: [] };
      drafts.push(draft);
    }
    draft.definitions.push(definition);
    const names = namesOf(definition.term);
    addNames(draft, names, names.map(nameKey));
    for (const key of first) here.set(key, draft);
    for (const key of [...first, ...others]) later.push([key, draft]);
  }
  return drafts
    .filter((draft) => !draft.into)
    .map(({ system, names, definitions }) => ({ system, names, definitions }));
}

/** One draft of two; what the second holds goes into the first. */
function joinAll(one: Draft | undefined, other: Draft | undefined): Draft | undefined {
  if (!other) return one;
  const from = last(other);
  const into = one && last(one);
  if (!into || into === from) return from;
  into.definitions.push(...from.definitions);
  addNames(into, from.names, from.keys);
  from.into = into;
  return into;
}

function last(draft: Draft): Draft {
  let at = draft;
  while (at.into) at = at.into;
  return at;
}

function addNames(draft: Draft, names: readonly string[], keys: readonly string[]): void {
  for (let i = 0; i < keys.length; i++) {
    if (draft.keys.includes(keys[i]!)) continue;
    draft.keys.push(keys[i]!);
    draft.names.push(names[i]!);
  }
}
