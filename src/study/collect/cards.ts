import { offsetIn } from '../../notes/offsets';
import { answerAt, answerSpan, isContentsList, isOnlyLinks } from '../content';
import { keyOf } from '../key';
import type { Card, Span } from '../model';
import { blockAt, type Question, type Reading } from '../reading';
import { simhash } from '../simhash';
import { isAddition, isBareAnswerLabel } from '../words';
import { choiceOf } from './choices';
import { hiddenAnswer, trimmed } from './details';
import { isOpen } from './open';
import { stepsOf } from './steps';

/** The card of a question; undefined where nothing answers it. */
export function cardOf(reading: Reading, question: Question, quiz: boolean): Card | undefined {
  if (isOpen(reading, question, quiz)) return undefined;
  const choice = choiceOf(reading, question, quiz);
  const { stem, answer } = choice ?? partsOf(reading, question);
  if (!answer || (!choice && !question.answer && tellsWhere(reading, question))) return undefined;
  const { text, lines } = reading;
  const steps = choice ? undefined : stepsOf(reading, question);
  const kind = choice ? 'choice' : steps ? 'steps' : 'question';
  const title = choice?.title ?? question.title;
  const asked = stem ? `${title}\n${text.slice(stem.start, stem.end)}` : title;
  const whole = text.slice(choice?.options[0]?.text.start ?? answer.start, answer.end);
  const base = {
    question: title,
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

/** Whether nothing but links answers: they tell where the answer stands. */
function tellsWhere(reading: Reading, { from, to }: Question): boolean {
  return isOnlyLinks(reading, from, to) || isContentsList(reading, from, to);
}

/** The answer, and what stands before it as a part of the question. */
function partsOf(reading: Reading, question: Question): { stem?: Span | undefined; answer: Span | undefined } {
  const { from, to } = question;
  if (question.answer) return { answer: question.answer };
  const first = reading.blocks[from];
  const last = reading.blocks[to - 1];
  const hidden = first && last && hiddenAnswer(reading, question.start, last.end);
  const isToldBefore =
    hidden && isAddition(hidden.summary) && isTold(reading.blocks.slice(from, blockAt(reading, hidden.start)));
  if (hidden && !isToldBefore) {
    return {
      stem: answerSpan(reading, from, blockAt(reading, hidden.start)),
      answer: trimmed(reading.text, hidden.content),
    };
  }
  const at = answerAt(reading, from, to);
  const answer = at < 0 ? undefined : (behindLabel(reading, at, to) ?? answerSpan(reading, at, to));
  if (at >= 0 && isEmptyAnswer(reading, at, to)) return { answer: undefined };
  if (answer) return { stem: answerSpan(reading, from, at), answer };
  return { answer: answerSpan(reading, from, to) };
}

/** Whether a paragraph ends in a statement. */
function isTold(blocks: Reading['blocks']): boolean {
  return blocks.some((block) => block.kind === 'line' && block.last && /[.。!！]$/.test(block.text));
}

/** `Answer:` and nothing behind it. */
function isEmptyAnswer(reading: Reading, at: number, to: number): boolean {
  const block = reading.blocks[at]!;
  const bare = (block.kind === 'line' || block.kind === 'heading') && isBareAnswerLabel(block.text);
  return bare && answerSpan(reading, at + 1, to) === undefined;
}

/** The answer without the label that it begins with: `**Answer:** …`. */
function behindLabel(reading: Reading, index: number, to: number): Span | undefined {
  const line = reading.blocks[index]!;
  const label = /^[^:：]{1,30}[:：]\s*(?=\S)/.exec(line.kind === 'line' ? line.text : '')?.[0].length;
  if (line.kind !== 'line' || label === undefined) return undefined;
  const start = offsetIn(line, label);
  const marked = line.runs.some((run) => (run.strong || run.em) && run.start < start && start < run.end);
  const whole = answerSpan(reading, index, to);
  return marked || !whole ? undefined : { start, end: whole.end };
}
