import type { Library, LibraryNote } from './library';
import type { Gap } from './model';

/** The gaps of one topic. */
export interface GapGroup {
  readonly note: LibraryNote;
  /** Titles from the note to the innermost topic. */
  readonly path: readonly string[];
  readonly gaps: readonly Gap[];
}

/** The person's notes that leave something unanswered. Built-in content is no work of theirs. */
export function notesWithGaps(library: Library): LibraryNote[] {
  return library.notes.filter((note) => !note.builtIn && note.note.gaps.length > 0);
}

/** What the notes leave unanswered, by topic, in their order. */
export function gapGroups(notes: readonly LibraryNote[]): GapGroup[] {
  return notes.flatMap(groupsOf);
}

function groupsOf(note: LibraryNote): GapGroup[] {
  const byTopic = new Map<number, Gap[]>();
  for (const gap of note.note.gaps) byTopic.set(gap.topic, [...(byTopic.get(gap.topic) ?? []), gap]);
  return [...byTopic].map(([topic, gaps]) => ({ note, path: pathOf(note, topic), gaps }));
}

function pathOf({ uri, note }: LibraryNote, topic: number): string[] {
  const path: string[] = [];
  for (let at = topic; at >= 0; at = note.topics[at]!.parent) path.unshift(note.topics[at]!.title);
  const file = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1)).replace(/\.[^.]+$/, '');
  const title = note.title ?? file;
  return path[0] === title ? path : [title, ...path];
}

/** Behind a gap it says that nothing is wanted there. An HTML comment: no reader of the note sees it. */
const NO_GAP = '<!-- no gap -->';

/** Where in a gap's line, and what, is to be written so that it is no gap any more. */
export function markNoGap(line: string): { readonly at: number; readonly text: string } {
  const row = /\s*\|\s*$/.exec(line);
  if (row && line.trimStart().startsWith('|')) return { at: row.index, text: ` ${NO_GAP}` };
  return { at: line.trimEnd().length, text: ` ${NO_GAP}` };
}
