import type { Heading, Line } from '../../notes/blocks';
import { numberingLength } from '../../notes/numbering';
import { offsetIn } from '../../notes/offsets';
import { answerSpan } from '../content';
import type { Span } from '../model';
import type { Question, Reading, Section } from '../reading';
import { isStem } from './labels';

const ASKS = /^(?:Q|Question|问题?|提问|题目|面试题)\s*(?:\d{1,4}|[一二三四五六七八九十]{1,3})?\s*[:：.、]\s*(?=\S)/i;
const ANSWERS = /^(?:A|Ans(?:wer)?|答案?|回答|解答|参考答案)\s*(?:\d{1,4}|[一二三四五六七八九十]{1,3})?\s*[:：.、]\s*/i;

/** `Q: …` and below it `A: …`, in lines, paragraphs or list items; `问：`, `答：`. A question without its answer line is none. */
export function collectPairs(reading: Reading, section: Section): Question[] {
  const asks: number[] = [];
  for (let i = section.from; i < section.to; i += 1) {
    const block = reading.blocks[i]!;
    if (block.kind === 'line' && ASKS.test(block.text) && !/^Q\s*\./i.test(block.text)) asks.push(i);
  }
  return asks.flatMap((index, i) => pairOf(reading, section, index, asks[i + 1] ?? section.to) ?? []);
}

/** Lines that a question may run over before its answer begins. */
const MAX_QUESTION_LINES = 12;

function pairOf(reading: Reading, section: Section, index: number, to: number): Question | undefined {
  const line = reading.blocks[index] as Line;
  const label = ASKS.exec(line.text)![0].length;
  let title = line.text.slice(label);
  for (let i = index + 1; i < Math.min(to, index + MAX_QUESTION_LINES); i += 1) {
    const block = reading.blocks[i]!;
    if (block.kind === 'rule') return undefined;
    if (block.kind !== 'line' && block.kind !== 'heading') continue;
    if (ANSWERS.test(block.text)) {
      const end = nextChoice(reading, section, i + 1, to);
      return {
        title: title.slice(numberingLength(title)).trim(),
        id: undefined,
        start: line.start,
        topic: section.topic,
        from: index + 1,
        to: end,
        answer: answerFrom(reading, block, i, end),
        form: 'pair',
      };
    }
    if (block.kind === 'line' && block.paragraph === line.paragraph) title += ` ${block.text}`;
  }
  return undefined;
}

/** Where the next question begins that has its options below it and no `Q:` in front. */
function nextChoice(reading: Reading, section: Section, from: number, to: number): number {
  for (let i = from; i < to; i += 1) {
    const block = reading.blocks[i]!;
    if (block.kind === 'line' && block.first && /[?？]$/.test(block.text) && isStem(reading, i, section)) return i;
  }
  return to;
}

/** The answer behind the label `A:`. */
function answerFrom(reading: Reading, first: Line | Heading, index: number, to: number): Span | undefined {
  const label = ANSWERS.exec(first.text)![0].length;
  const rest = answerSpan(reading, index + 1, to);
  if (first.kind === 'heading') return rest;
  if (label >= first.text.length) return rest;
  const start = offsetIn(first, label);
  return { start, end: rest?.end ?? first.end };
}
