import { stripNumbering } from '../../notes/numbering';
import { isContent } from '../content';
import type { Question, Reading } from '../reading';
import { isInterrogative } from '../words';
import { isUnanswered } from './choices';

/** What asks about code that stands below it: that code is no answer. */
const ABOUT_CODE =
  /\b(?:output|value of|following code|following snippet|code below|below code|this code|this snippet)\b|输出(?:什么|结果|是)|(?:以下|下面|下列|这段)代码/i;

/** Whether something stands below a question, but no answer: boxes without a tick, further questions, the code that it asks about. */
export function isOpen(reading: Reading, question: Question, quiz: boolean): boolean {
  if (isUnanswered(reading, question, quiz)) return true;
  const content = reading.blocks.slice(question.from, question.to).filter(isContent);
  if (content.length === 0) return false;
  if (content.every((block) => block.kind === 'code')) return ABOUT_CODE.test(question.title);
  if (content.every((block) => block.kind === 'line' && /[?？]$/.test(block.text))) return true;
  return (
    question.form === 'heading' &&
    !isInterrogative(question.title) &&
    isListOfQuestions(reading, question.from, question.to)
  );
}

/** A list in which most items ask: an item or two are told instead (`Describe …`), or are no question. */
const ASKING = { items: 4, share: 0.6 };

/** Whether blocks are a list of questions without answers. */
export function isListOfQuestions(reading: Reading, from: number, to: number): boolean {
  const content = reading.blocks.slice(from, to).filter(isContent);
  if (!content.every((block) => block.kind === 'line' && block.item !== undefined)) return false;
  const asking = content.filter((block) => block.kind === 'line' && isInterrogative(stripNumbering(block.text)));
  return content.length >= ASKING.items && asking.length >= content.length * ASKING.share;
}
