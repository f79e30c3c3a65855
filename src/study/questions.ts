import { collectAnkiNotes } from './collect/ankiNotes';
import { collectAskedFile, isAskedTitle } from './collect/askedFile';
import { collectCallouts } from './collect/callouts';
import { collectDetails } from './collect/details';
import { collectHeading } from './collect/headings';
import { collectInlineCards } from './collect/inlineCards';
import { collectItems } from './collect/items';
import { collectLabels } from './collect/labels';
import { collectPairs } from './collect/pairs';
import type { Question, Reading } from './reading';

/**
 * All questions of a note with the blocks that answer them, in the order of the text.
 *
 * The surest form goes first: what stands inside a `<details>` or a Q/A pair is its answer, whatever it looks like.
 */
export function findQuestions(reading: Reading): Question[] {
  const details = collectDetails(reading);
  const questions: Question[] = [];
  let next = 0;
  for (const section of reading.sections) {
    const parts: Question[] = [];
    const end = reading.blocks[section.to - 1]?.end ?? 0;
    while (next < details.length && details[next]!.start <= end) {
      parts.push(details[next]!);
      next += 1;
    }
    for (const collect of [
      collectAnkiNotes,
      collectCallouts,
      collectInlineCards,
      collectPairs,
      collectItems,
      collectLabels,
    ]) {
      const found = collect(reading, section);
      parts.push(...found.filter((question) => !parts.some((other) => isInside(reading, question, other))));
    }
    parts.sort((a, b) => a.start - b.start);
    questions.push(
      ...collectHeading(reading, section, parts),
      ...parts.map((part, i) => endedBy(reading, part, parts[i + 1])),
    );
  }
  questions.push(...details.slice(next));
  const files = collectAskedFile(reading);
  return files.length > 0 ? [...files, ...questions.filter((question) => !isTitleOf(question, files))] : questions;
}

/** Whether a question is the heading over the question or the answer of a note that is one card, or its text. */
function isTitleOf({ form, title, start }: Question, files: readonly Question[]): boolean {
  if (form === 'heading') return isAskedTitle(title);
  return files.some((file) => file.start === start);
}

function isInside(reading: Reading, question: Question, other: Question): boolean {
  const last = reading.blocks[other.to - 1];
  const end = Math.max(last?.end ?? 0, other.answer?.end ?? 0);
  return question.start >= other.start && question.start < end;
}

/** A label's answer ends where a question of another form begins. */
function endedBy(reading: Reading, part: Question, next: Question | undefined): Question {
  if (part.form !== 'label' || !next || next.form === 'label') return part;
  let to = part.from;
  while (to < part.to && reading.blocks[to]!.start < next.start) to += 1;
  return to < part.to ? { ...part, to } : part;
}
