import { scanNote } from '../notes/scan';
import { languageOf } from '../notes/script';
import { collectTopics } from './collect/topics';
import { metaOf, titleOfNote } from './meta';
import type { StudyNote } from './model';

/** Characters that tell a note's language. */
const SAMPLE = 1000;

/** The topics of a note, quickly; the rest is empty until the note is read in full (`readNote`). Never throws. */
export function scanTopics(text: string): StudyNote {
  const note = scanNote(text);
  const { topics, sections } = collectTopics(note);
  const title = titleOfNote({
    ...note,
    topics,
    sections,
    uses: new Map(),
    refrains: new Set(),
    comments: [],
    details: [],
    keys: [],
  });
  return {
    meta: metaOf(note),
    ...(title !== undefined && { title }),
    language: languageOf(text.slice(0, SAMPLE)),
    topics,
    cards: [],
    terms: [],
    gaps: [],
    findings: [],
  };
}
