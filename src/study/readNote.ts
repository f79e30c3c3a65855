import { openNote } from '../notes/note';
import { languageOf } from '../notes/script';
import { answerKeysOf } from './collect/answerKey';
import { answeredOnly, askedOnly } from './collect/askedOnly';
import { cardOf } from './collect/cards';
import { isQuiz } from './collect/choices';
import { collectCloze } from './collect/cloze';
import { detailsOf } from './collect/details';
import { collectGaps } from './collect/gaps';
import { refrainsOf } from './collect/headings';
import { collectTerms } from './collect/terms';
import { collectTopics } from './collect/topics';
import { commentsOf } from './comments';
import { metaOf, titleOfNote } from './meta';
import type { StudyNote } from './model';
import { findQuestions } from './questions';
import type { Reading } from './reading';

/**
 * Reads a note. Never throws: what can't be read is left out and listed in `findings`.
 *
 * @param text the note's whole text; all spans are offsets into it, a BOM and `\r\n` included
 */
export function readNote(text: string): StudyNote {
  const note = openNote(text);
  const { topics, sections } = collectTopics(note);
  const uses = new Map<string, number>();
  for (const { title } of topics) uses.set(title, (uses.get(title) ?? 0) + 1);
  const reading: Reading = {
    ...note,
    topics,
    sections,
    uses,
    refrains: refrainsOf(topics, uses),
    comments: commentsOf(note),
    details: detailsOf(note),
    keys: answerKeysOf(note),
  };
  const questions = findQuestions(reading);
  const quiz = isQuiz(reading, questions);
  const asked = questions.flatMap((question) => {
    const card = cardOf(reading, question, quiz);
    return card ? [{ question, card }] : [];
  });
  const cards = [
    ...askedOnly(reading, answeredOnly(reading, questions, asked)).map(({ card }) => card),
    ...collectCloze(reading),
  ].sort((a, b) => a.line - b.line);
  const terms = collectTerms(reading, questions);
  const gaps = collectGaps(reading, questions, quiz);
  const title = titleOfNote(reading);
  return {
    meta: metaOf(note),
    ...(title !== undefined && { title }),
    language: languageOf(text),
    topics,
    cards,
    terms,
    gaps,
    findings: note.findings,
  };
}
