import type { LibraryNote } from '../study/library';
import type { StudyNote, Term } from '../study/model';
import { type System, systemOf } from './systems';

/** One place that explains a concept. */
export interface Definition {
  readonly note: LibraryNote;
  readonly term: Term;
}

/** One piece of jargon of one system: all that the notes, of both languages, say of it. */
export interface Concept {
  readonly system: System;
  /** What the notes call it, in their order; no two differ by case or spaces only. */
  readonly names: readonly string[];
  /** In the order of the notes. */
  readonly definitions: readonly Definition[];
}

/** Only its place is kept: what it says stands in the note, of which there may be thousands. */
class DefinitionInNote implements Definition {
  constructor(
    readonly note: LibraryNote,
    readonly index: number,
  ) {}

  get term(): Term {
    return this.note.note.terms[this.index]!;
  }
}

interface Draft {
  readonly system: System;
  readonly definitions: Definition[];
  readonly names: string[];
  /** The names' keys, in the same order. */
  readonly keys: string[];
  /** Set when the draft went into another. */
  into?: Draft;
}

/** What is known of one system: drafts by the keys of their names and by lasting ids. */
type Known = Map<string, Draft>;

/**
 * Puts together what is one: terms that share their lasting id, or a name within one system. Within one note, though, an alias alone joins nothing:
 * a note that gives two terms one alias means two things.
 */
export class ConceptCollector {
  readonly #drafts: Draft[] = [];
  readonly #systems = new Map<string, Known>();

  /** Takes in what a note explains. The order of the notes is that of the definitions. */
  add(note: LibraryNote): void {
    const byTopic = new Map<number, { system: System; known: Known; here: Known }>();
    const later: [Known, string, Draft][] = [];
    const { terms } = note.note;
    for (const term of glossaryTerms(note.note, terms)) {
      const place = byTopic.get(term.topic) ?? placeOf(note, term.topic, this.#systems, byTopic.values());
      byTopic.set(term.topic, place);
      const { system, known, here } = place;
      const names = namesOf(term);
      const keys = names.map(nameKey);
      const first = term.id === undefined ? [keys[0]!] : [`id\n${term.id}`, keys[0]!];
      const others = keys.slice(1);
      let draft: Draft | undefined;
      for (const key of first) draft = joinAll(draft, here.get(key) ?? known.get(key));
      for (const key of others) draft = joinAll(draft, known.get(key));
      if (!draft) {
        draft = { system, definitions: [], names: [], keys: [] };
        this.#drafts.push(draft);
      }
      draft.definitions.push(new DefinitionInNote(note, terms.indexOf(term)));
      addNames(draft, names, keys);
      for (const key of first) here.set(key, draft);
      for (const key of [...first, ...others]) later.push([known, key, draft]);
    }
    for (const [known, key, draft] of later) if (!known.has(key)) known.set(key, draft);
  }

  concepts(): Concept[] {
    return this.#drafts
      .filter((draft) => !draft.into)
      .map(({ system, names, definitions }) => ({ system, names, definitions }));
  }
}

/** The system of a topic, with what is known of it before and in this note. */
function placeOf(
  note: LibraryNote,
  topic: number,
  systems: Map<string, Known>,
  places: Iterable<{ system: System; known: Known; here: Known }>,
) {
  const system = systemOf(note, topic);
  for (const place of places) if (place.system.id === system.id) return place;
  const known = systems.get(system.id) ?? new Map<string, Draft>();
  systems.set(system.id, known);
  return { system, known, here: new Map<string, Draft>() };
}

/** The terms that a note wants explained: those of its section of terms, if it has one, else all. */
function glossaryTerms(note: StudyNote, terms: readonly Term[]): readonly Term[] {
  const sections = note.topics.map((topic) => /^(terms|glossary|术语|术语表|名词解释)$/i.test(topic.title));
  if (!sections.includes(true)) return terms;
  const isInside = (topic: number): boolean => {
    for (let at = topic; at >= 0; at = note.topics[at]?.parent ?? -1) if (sections[at]) return true;
    return false;
  };
  const inside = terms.filter((term) => isInside(term.topic));
  return inside.length > 0 ? inside : terms;
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

/** A term's names as they are looked for: without mark-up, the brackets of a call and the dot of a method. */
export function namesOf(term: Term): string[] {
  return [term.name, ...term.aliases].map((name) =>
    /[`*]|^[\s.]|\s$|\(\)$/.test(name)
      ? name
          .replace(/[`*]/g, '')
          .trim()
          .replace(/^\.|\(\)$/g, '')
      : name,
  );
}

/** Equal for names that differ by case, width and spaces only. */
export function nameKey(name: string): string {
  const isPlain = !/[^ -~\u4e00-\u9fff]| {2}/.test(name);
  return (isPlain ? name : name.normalize('NFKC').replace(/\s+/g, ' ')).toLowerCase();
}

/** A name within a system. */
export function systemKey(system: string, name: string): string {
  return `${system}\n${nameKey(name)}`;
}
