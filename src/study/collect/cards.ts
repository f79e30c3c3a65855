import { answerSpan } from '../content';
import { keyOf } from '../key';
import type { Card } from '../model';
import type { Question, Reading } from '../reading';
import { simhash } from '../simhash';
import { choiceOf } from './choices';
import { stepsOf } from './steps';

/** The card of a question; undefined where nothing answers it. */
export function cardOf(reading: Reading, question: Question): Card | undefined {
  const answer = question.answer ?? answerSpan(reading, question.from, question.to);
  if (!answer) return undefined;
  const choice = choiceOf(reading, question);
  const steps = choice ? undefined : stepsOf(reading, question);
  const kind = choice ? 'choice' : steps ? 'steps' : 'question';
  const base = {
    question: question.title,
    topic: question.topic,
    line: reading.lines.lineAt(question.start),
    endLine: reading.lines.lineAt(answer.end - 1),
    answer,
    ...(question.id !== undefined && { id: question.id }),
    key: keyOf(kind, question.title),
    print: simhash(`${question.title}\n${reading.text.slice(answer.start, answer.end)}`),
  };
  if (choice) return { ...base, kind: 'choice', ...choice };
  if (steps) return { ...base, kind: 'steps', steps };
  return { ...base, kind: 'question' };
}
