import type { Note } from '../notes/note';
import type { Comment } from './reading';

/** The HTML comments of a note, in order. */
export function commentsOf(note: Note): Comment[] {
  const comments: Comment[] = [];
  for (const { value, start } of note.html) {
    for (const match of value.matchAll(/<!--([\s\S]*?)(?:-->|$)/g)) {
      comments.push({ text: match[1]!.trim(), start: start + match.index, end: start + match.index + match[0].length });
    }
  }
  return comments.sort((a, b) => a.start - b.start);
}
