import { collectHeading } from './collect/headings';
import { collectLabels } from './collect/labels';
import type { Question, Reading } from './reading';

/** All questions of a note with the blocks that answer them, in order. */
export function findQuestions(reading: Reading): Question[] {
  const questions: Question[] = [];
  for (const section of reading.sections) {
    const parts = collectLabels(reading, section);
    questions.push(...collectHeading(reading, section, parts), ...parts);
  }
  return questions;
}
