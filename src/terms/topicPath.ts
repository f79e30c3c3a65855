import type { StudyNote } from '../study/model';

/** The titles of a topic and of those above it, outermost first; empty for -1. */
export function topicPath(note: StudyNote, topic: number): string[] {
  const path: string[] = [];
  for (let at = topic; at >= 0 && path.length <= note.topics.length; ) {
    const found = note.topics[at];
    if (!found) break;
    path.unshift(found.title);
    at = found.parent;
  }
  return path;
}
