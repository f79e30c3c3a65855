import type { LibraryNote } from '../study/library';
import type { Term } from '../study/model';
import type { System } from './systems';

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
