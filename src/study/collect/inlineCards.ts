import type { Line } from '../../notes/blocks';
import { stripNumbering } from '../../notes/numbering';
import { offsetOf } from '../../notes/offsets';
import { blankLinesBetween, startOfLine } from '../content';
import type { Question, Reading, Section } from '../reading';

/**
 * Cards that tools for spaced repetition made usual: `Question::Answer`, `Front:::Back` for both ways, a line with a lone `?` between question and
 * answer, and a question with `: answer` on the next line.
 */
export function collectInlineCards(reading: Reading, section: Section): Question[] {
  const questions: Question[] = [];
  for (let i = section.from; i < section.to; i += 1) {
    const block = reading.blocks[i]!;
    if (block.kind !== 'line') continue;
    questions.push(...onOneLine(block, i, section), ...overLines(reading, block, i, section));
  }
  return questions;
}

/** Two or three colons with something on both sides. */
const DIVIDER = /(?<!:)(:{2,3})(?!:)/;
/** Left of `::` in notes of Logseq and Dataview: the name of a property. */
const PROPERTY =
  /^\(?\[?(?:tags?|alias(?:es)?|type|title|status|created|updated|modified|date|source|author|id|collapsed|public|private|template|icon|category|categories|rating|url|link|links|related|up|down|next|prev|topics?|parent|due|deadline|priority|project|filters?|heading|card-[\w-]+|[\w]+-[\w-]+)$/i;

function onOneLine(line: Line, index: number, section: Section): Question[] {
  // An option of a choice is no card of its own.
  if (/^\[.?\]/.test(line.text)) return [];
  const at = line.runs.findIndex((run) => !run.code && DIVIDER.test(run.text));
  const match = at < 0 ? null : DIVIDER.exec(line.runs[at]!.text);
  if (!match) return [];
  const behind = match.index + match[0].length;
  const left = textBetween(line, 0, at, match.index);
  const right = line.runs[at]!.text.slice(behind) + textBetween(line, at + 1, line.runs.length, 0);
  if (DIVIDER.test(right) || !isSide(left) || !isSide(right) || PROPERTY.test(left.trim()) || isPath(left, right))
    return [];
  const skip = line.runs[at]!.text.slice(behind).length - line.runs[at]!.text.slice(behind).trimStart().length;
  const start = offsetOf(line.runs, at, behind + skip);
  const base = {
    id: undefined,
    start: line.start,
    topic: section.topic,
    from: index + 1,
    to: index + 1,
    form: 'pair' as const,
  };
  const there: Question = { ...base, title: stripNumbering(left.trim()), answer: { start, end: line.end } };
  if (match[0].length < 3) return [there];
  const first = line.runs[0]!;
  const back = { start: first.start, end: offsetOf(line.runs, at, match.index) };
  return [there, { ...base, title: right.trim(), answer: back }];
}

function textBetween(line: Line, from: number, to: number, extra: number): string {
  let text = '';
  for (let i = from; i < to; i += 1) text += line.runs[i]!.text;
  return extra > 0 ? text + line.runs[to]!.text.slice(0, extra) : text;
}

function isSide(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** `std::vector`, `String::valueOf`: a name of code goes on behind the colons with a small letter, and no space between. */
function isPath(left: string, right: string): boolean {
  return /[\w>]$/.test(left) && (/^[a-z_~<*]/.test(right) || /^\w+\s*(?:\(|<\S)/.test(right));
}

function overLines(reading: Reading, line: Line, index: number, section: Section): Question[] {
  const before = reading.blocks[index - 1];
  if (before?.kind !== 'line' || before.paragraph !== line.paragraph || index === section.from) return [];
  const base = { id: undefined, topic: section.topic, form: 'pair' as const };
  if (/^[:：]\s+\S/.test(line.text) && before.first && /[?？]$/.test(before.text)) {
    const start = line.start + reading.text.slice(line.start, line.end).search(/[^:：\s]/);
    return [
      {
        ...base,
        title: stripNumbering(before.text).trimEnd(),
        start: before.start,
        from: index,
        to: index + 1,
        answer: { start, end: line.end },
      },
    ];
  }
  if (!/^\?{1,2}$/.test(line.text)) return [];
  let first = index - 1;
  while (first > section.from && sameParagraph(reading, first - 1, line)) first -= 1;
  if (index + 1 >= section.to || !isRightBelow(reading, index + 1)) return [];
  let last = index + 1;
  while (last + 1 < section.to && isRightBelow(reading, last + 1)) last += 1;
  const asked = reading.blocks.slice(first, index).map((block) => (block as Line).text);
  const from = reading.blocks[index + 1];
  if (!from) return [];
  const answer = { start: startOfLine(reading.text, from.start, line.end), end: reading.blocks[last]!.end };
  return [
    {
      ...base,
      title: stripNumbering(asked.join(' ')),
      start: reading.blocks[first]!.start,
      from: index + 1,
      to: last + 1,
      answer,
    },
  ];
}

/** Whether a block follows the one before it without a blank line, as the text of a card does. */
function isRightBelow(reading: Reading, index: number): boolean {
  const block = reading.blocks[index]!;
  const before = reading.blocks[index - 1]!;
  return block.kind !== 'heading' && block.kind !== 'rule' && blankLinesBetween(reading, before.end, block.start) <= 0;
}

function sameParagraph(reading: Reading, index: number, line: Line): boolean {
  const block = reading.blocks[index];
  return block?.kind === 'line' && block.paragraph === line.paragraph;
}
