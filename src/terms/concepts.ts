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

interface Draft {
  readonly system: System;
  readonly definitions: Definition[];
  /** Set when the draft went into another. */
  into?: Draft;
}

/**
 * Puts together what is one: terms that share their lasting id, or a name within one system. Within one note, though, an alias alone joins nothing:
 * a note that gives two terms one alias means two things.
 */
export function collectConcepts(notes: Iterable<LibraryNote>): Concept[] {
  const drafts: Draft[] = [];
  const known = new Map<string, Draft>();
  for (const note of notes) {
    const systems = new Map<number, System>();
    const here = new Map<string, Draft>();
    const aliases: [string, Draft][] = [];
    for (const term of glossaryTerms(note.note)) {
      const system = systems.get(term.topic) ?? systemOf(note, term.topic);
      systems.set(term.topic, system);
      const [name, ...others] = namesOf(term).map((each) => systemKey(system.id, each));
      const own = term.id === undefined ? [name!] : [`id\n${term.id}`, name!];
      const found = [
        ...own.map((key) => here.get(key) ?? known.get(key)),
        ...others.map((key) => known.get(key)),
      ].filter((each) => each !== undefined);
      const draft = found.reduce<Draft | undefined>((all, each) => (all ? join(all, each) : each), undefined) ?? {
        system,
        definitions: [],
      };
      if (found.length === 0) drafts.push(draft);
      joined(draft).definitions.push({ note, term });
      for (const key of own) here.set(key, draft);
      for (const key of others) aliases.push([key, draft]);
    }
    for (const [key, draft] of [...here, ...aliases]) if (!known.has(key)) known.set(key, draft);
  }
  return drafts
    .filter((draft) => !draft.into)
    .map(({ system, definitions }) => ({ system, names: allNames(definitions), definitions }));
}

/** The terms that a note wants explained: those of its section of terms, if it has one, else all. */
function glossaryTerms(note: StudyNote): readonly Term[] {
  const sections = note.topics.map((topic) => /^(terms|glossary|术语|术语表|名词解释)$/i.test(topic.title));
  if (!sections.includes(true)) return note.terms;
  const isInside = (topic: number): boolean => {
    for (let at = topic; at >= 0; at = note.topics[at]?.parent ?? -1) if (sections[at]) return true;
    return false;
  };
  const inside = note.terms.filter((term) => isInside(term.topic));
  return inside.length > 0 ? inside : note.terms;
}

function joined(draft: Draft): Draft {
  let at = draft;
  while (at.into) at = at.into;
  return at;
}

function join(one: Draft, other: Draft): Draft {
  const into = joined(one);
  const from = joined(other);
  if (into !== from) {
    into.definitions.push(...from.definitions);
    from.into = into;
  }
  return into;
}

function allNames(definitions: readonly Definition[]): string[] {
  const names = new Map<string, string>();
  for (const { term } of definitions) {
    for (const name of namesOf(term)) {
      const key = nameKey(name);
      if (!names.has(key)) names.set(key, name);
    }
  }
  return [...names.values()];
}

/** A term's names as they are looked for: without mark-up, the brackets of a call and the dot of a method. */
function namesOf(term: Term): string[] {
  return [term.name, ...term.aliases].map((name) =>
    name
      .replace(/[`*]/g, '')
      .trim()
      .replace(/^\.|\(\)$/g, ''),
  );
}

/** Equal for names that differ by case, width and spaces only. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');
}

/** A name within a system. */
export function systemKey(system: string, name: string): string {
  return `${system}\n${nameKey(name)}`;
}
