import { answerAt, answerSpan, isOnlyLinks } from '../content';
import { keyOf } from '../key';
import type { Card, Span } from '../model';
import type { Question, Reading } from '../reading';
import { simhash } from '../simhash';
import { choiceOf } from './choices';
import { isOpen } from './open';
import { stepsOf } from './steps';

/** The card of a question; undefined where nothing answers it. */
export function cardOf(reading: Reading, question: Question, quiz: boolean): Card | undefined {
  if (isOpen(reading, question, quiz)) return undefined;
  const choice = choiceOf(reading, question, quiz);
  const { stem, answer } = choice ?? partsOf(reading, question);
  if (!answer || (!choice && !question.answer && isOnlyLinks(reading, question.from, question.to))) return undefined;
  const { text, lines } = reading;
  const steps = choice ? undefined : stepsOf(reading, question);
  const kind = choice ? 'choice' : steps ? 'steps' : 'question';
  const asked = stem ? `${question.title}\n${text.slice(stem.start, stem.end)}` : question.title;
  const whole = text.slice(choice?.options[0]?.text.start ?? answer.start, answer.end);
  const base = {
    question: question.title,
    topic: question.topic,
    line: lines.lineAt(question.start),
    endLine: lines.lineAt(Math.max(answer.start, answer.end - 1)),
    ...(stem && { stem }),
    answer,
    ...(question.id !== undefined && { id: question.id }),
    key: keyOf(kind, asked),
    print: simhash(`${asked}\n${whole}`),
  };
  if (choice) return { ...base, kind: 'choice', options: choice.options };
  if (steps) return { ...base, kind: 'steps', steps };
  return { ...base, kind: 'question' };
}

/** The answer, and what stands before it as a part of the question. */
function partsOf(reading: Reading, question: Question): { stem?: Span | undefined; answer: Span | undefined } {
  if (question.answer) return { answer: question.answer };
  const at = answerAt(reading, question.from, question.to);
  const answer = at < 0 ? undefined : answerSpan(reading, at, question.to);
  if (answer) return { stem: answerSpan(reading, question.from, at), answer };
  return { answer: answerSpan(reading, question.from, question.to) };
}
