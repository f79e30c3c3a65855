import { htmlText } from '../../notes/html';
import { plain } from '../../notes/plain';
import { answerAt } from '../content';
import { normalised } from '../key';
import type { Question, Reading } from '../reading';
import { hiddenAnswer } from './details';

/** The first lines of what a question's answer says, its label left out: `Answer: True` says `True`. Empty without an answer. */
export function saidOf(reading: Reading, question: Question): string[] {
  const last = reading.blocks[question.to - 1];
  if (!last) return [];
  const hidden = hiddenAnswer(reading, question.start, last.end);
  const at = hidden ? -1 : answerAt(reading, question.from, question.to);
  const start = hidden?.content.start ?? reading.blocks[at]?.start;
  if (start === undefined) return [];
  const end = Math.min(hidden?.content.end ?? last.end, start + 600);
  return htmlText(reading.text.slice(start, end))
    .split(/\r?\n/)
    .map((line) =>
      plain(line.replace(/^\s*(?:[-*+>]\s+|#{1,6}\s+)+/, ''))
        .replace(LABEL, '')
        .trim(),
    )
    .filter((line) => line !== '')
    .slice(0, 8);
}

const LABEL =
  /^[^\p{L}\p{N}]{0,4}(?:(?:the )?(?:correct |right )?answers?|ans|solution|(?:参考|正确|标准)?答案|答)[^\p{L}\p{N}]{0,3}(?:\s*(?:is|are|是|为)(?=[^a-z])|[:：])[^\p{L}\p{N}]{0,3}|^[^\p{L}\p{N}]{0,4}(?:(?:correct |right )?answers?|(?:参考|正确|标准)?答案)[^\p{L}\p{N}]{0,4}$/iu;

/** Letters and nothing else, or letters set off from the words behind them: `D => because …`, `ABC`, `c) host`. */
const LETTERS =
  /^[^\p{L}\p{N}]{0,4}([A-H](?:\s*(?:[,，、&/+]|and|和)\s*[A-H])+|[a-h](?:\s*[,，、&]\s*[a-h])+|[A-H](?:\s+[A-H])+|[A-H]{2,8}|[A-Ha-h])(?:[^\p{L}\p{N}]{0,4}$|\s*[)）\]*]*\s*[)）.。:：、,，=–—-])/u;

/** The letters that the answer begins with, upper case. */
export function lettersSaid(said: readonly string[]): string | undefined {
  const found = LETTERS.exec(said[0] ?? '')?.[1];
  return found
    ?.replace(/and/gi, '')
    .replace(/[^A-Ha-h]/g, '')
    .toUpperCase();
}

/** Which of the options the answer repeats: the first line alone, or as many lines as repeat one. */
export function optionsSaid(said: readonly string[], options: readonly string[]): number[] {
  const texts = options.map((option) => normalised(plain(option)));
  const found: number[] = [];
  for (const line of said) {
    const at = texts.indexOf(normalised(line));
    if (at < 0) break;
    found.push(at);
  }
  return found;
}
