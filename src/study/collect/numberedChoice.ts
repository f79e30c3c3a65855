import type { List } from '../../notes/blocks';
import { plain } from '../../notes/plain';
import { answerAt } from '../content';
import { normalised } from '../key';
import type { ChoiceOption } from '../model';
import type { Question, Reading } from '../reading';
import { hiddenAnswer } from './details';

/** Options in a numbered list, and the answer that says one of them again: `2) undefined`. */
export function numberedChoice(
  reading: Reading,
  question: Question,
): { options: ChoiceOption[]; list: List } | undefined {
  const last = reading.blocks[question.to - 1];
  if (!last || question.to - question.from < 3) return undefined;
  const hidden = hiddenAnswer(reading, question.start, last.end);
  const at = hidden ? -1 : answerAt(reading, question.from, question.to);
  const start = hidden?.content.start ?? reading.blocks[at]?.start;
  if (start === undefined) return undefined;
  const said = SAID.exec(reading.text.slice(start, Math.min(start + 400, last.end)));
  const list = said ? lastListBefore(reading, question, start) : undefined;
  if (!said || !list || list.items.length < 2) return undefined;
  const options = list.items.flatMap((item): ChoiceOption[] => {
    const line = reading.blocks[item.from];
    if (line?.kind !== 'line' || item.to !== item.from + 1) return [];
    return [{ text: { start: line.start, end: line.end }, correct: item.index === Number(said[1]) - 1 }];
  });
  const right = options.find((option) => option.correct);
  if (!right || options.length !== list.items.length) return undefined;
  const same = normalised(plain(said[2]!)) === normalised(plain(reading.text.slice(right.text.start, right.text.end)));
  return same ? { options, list } : undefined;
}

/** The first line of an answer: a number and what stands behind it. A label may stand in front. */
const SAID =
  /^(?:\s|<[^>]*>|[*_#]|(?:the )?(?:correct )?answer(?: is)?\s*[:：]?|答案\s*[:：]?)*\(?([1-9])[).、:：]\s*(\S[^\r\n]*)/i;

function lastListBefore(reading: Reading, question: Question, offset: number): List | undefined {
  let found: List | undefined;
  for (let i = question.from; i < question.to; i += 1) {
    const block = reading.blocks[i]!;
    if (block.start >= offset) break;
    if (block.item?.list.ordered && !block.item.list.parent) found = block.item.list;
  }
  return found;
}
