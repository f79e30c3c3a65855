import type { List } from '../../notes/blocks';
import { answerLetters, answerNumbers } from '../answerLetters';
import { answerAt, answerSpan, startOfLine } from '../content';
import type { ChoiceOption, Span } from '../model';
import type { Question, Reading } from '../reading';
import { isFurniture, isInterrogative } from '../words';
import { keyedLetters } from './answerKey';
import { type Box, boxAt, boxesOf, haveLetters, isBelow, isMixed } from './boxes';
import { numberedChoice } from './numberedChoice';
import { isFirstOption, type OptionLine, optionLines } from './optionLines';
import { withReasons } from './optionReasons';
import { tableChoice } from './optionTables';
import { lettersSaid, optionsSaid, saidOf } from './saidOption';

/** What a multiple choice adds to its question. */
export interface Choice {
  readonly options: readonly ChoiceOption[];
  /** Blocks before the options. */
  readonly stem: Span | undefined;
  /** What follows the options; empty where nothing does. */
  readonly answer: Span;
  /** The question without the answer that stood in its brackets. */
  readonly title?: string;
}

/** Multiple choice: boxes, or options with letters, in a list or a table, and their answer. At least one option is right. */
export function choiceOf(reading: Reading, question: Question, quiz: boolean): Choice | undefined {
  return (
    tasks(reading, question, quiz) ??
    lettered(reading, question) ??
    tabled(reading, question) ??
    numbered(reading, question) ??
    repeated(reading, question)
  );
}

/** Lists of boxes from which on a note is a quiz, if half of them stand below something that asks or most have one right box. */
const QUIZ = 3;

/** Whether the note is a quiz: then a list of boxes is a choice, however it is asked for. */
export function isQuiz(reading: Reading, questions: readonly Question[]): boolean {
  const lists = questions.filter((question) => isMixed(boxesOf(reading, question)));
  if (lists.length < QUIZ) return false;
  const asking = lists.filter((question) => asksForChoice(reading, question)).length;
  const single = lists.filter((question) => {
    const boxes = boxesOf(reading, question);
    return boxes.length <= 6 && boxes.filter((box) => box.correct).length === 1;
  });
  return asking * 2 >= lists.length || (lists.length > QUIZ && single.length * 5 >= lists.length * 4);
}

/** Whether options begin with the block at `at`: a box, or an `A.` with a `B.` behind it. */
export function startsOptions(reading: Reading, at: number, to: number): boolean {
  const box = boxAt(reading, at);
  if (box) return !box.sign;
  return isFirstOption(reading, at) && optionLines(reading, at, Math.min(to, at + 6)).length >= 2;
}

/** Whether the question has options and none is said to be right: asked, but not answered. */
export function isUnanswered(reading: Reading, question: Question, quiz: boolean): boolean {
  const lines = optionLines(reading, question.from, question.to);
  if (lines.length > 0 && !isToldBefore(reading, question.from, lines[0]!.index)) {
    const last = lines.at(-1)!.index;
    if (answerSpan(reading, last + 1, question.to) === undefined)
      return choiceOf(reading, question, quiz) === undefined;
  }
  if (!quiz && !asksForChoice(reading, question)) return false;
  const boxes = boxesOf(reading, question);
  return boxes.length >= 2 && boxes.every((box) => !box.correct) && choiceOf(reading, question, quiz) === undefined;
}

/** Whether a list stands in front of the letters: then they go on with an answer. */
function isToldBefore(reading: Reading, from: number, to: number): boolean {
  return reading.blocks.slice(from, to).some((block) => block.kind === 'line' && block.item !== undefined);
}

/** Whether a list of boxes below a title is a choice and no list of things to do. */
function asksForChoice(reading: Reading, question: Question): boolean {
  if (isFurniture(question.title)) return false;
  if (question.id !== undefined || isInterrogative(question.title)) return true;
  if (/_{2,}|[(（]\s*[)）]|[:：]$|(?:\.{3}|…)$/.test(question.title)) return true;
  return /^[\s#*>]*Q(?:uestion)?\s*\d|^[\s#*>]*第?\s*\d+\s*题/i.test(
    reading.text.slice(question.start, question.start + 30),
  );
}

function tasks(reading: Reading, question: Question, quiz: boolean): Choice | undefined {
  const boxes = boxesOf(reading, question);
  if (!isMixed(boxes)) return undefined;
  const signs = boxes.every((box) => box.sign);
  // A list of signs below a question is a list of advantages, unless the note is a quiz of them.
  const asked = signs ? quiz && isOneRight(boxes) : asksForChoice(reading, question) || haveLetters(reading, boxes);
  if (!asked && (signs || !quiz || isFurniture(question.title))) return undefined;
  const options = boxes.map((box, i) => optionOf(reading, box, boxes[i + 1]?.index ?? question.to));
  return withRest(reading, question, boxes[0]!.index, options, boxes.at(-1)!.index);
}

function isOneRight(boxes: readonly Box[]): boolean {
  return boxes.length <= 6 && boxes.filter((box) => box.correct).length === 1;
}

function optionOf(reading: Reading, box: Box, to: number): ChoiceOption {
  const { blocks, text } = reading;
  let end = box.line.end;
  let explanation: Span | undefined;
  for (let i = box.index + 1; i < to; i += 1) {
    const block = blocks[i]!;
    const inside = block.item !== undefined && (block.item === box.line.item || isBelow(block.item, box.line.item));
    if (!inside && block.kind !== 'code') break;
    if (!explanation && (block.kind === 'code' || (block.kind === 'line' && block.paragraph === box.line.paragraph))) {
      end = Math.max(end, block.end);
    } else if (inside) {
      explanation = { start: explanation?.start ?? startOfLine(text, block.start, end), end: block.end };
    }
  }
  return { text: { start: box.textStart, end }, correct: box.correct, ...(explanation && { explanation }) };
}

/** `A. …`, `- B: …` with `Answer: B` behind them, or with a mark at the right ones. */
function lettered(reading: Reading, question: Question): Choice | undefined {
  const lines = optionLines(reading, question.from, question.to);
  if (lines.length < 2) return undefined;
  const last = lines.at(-1)!.index;
  const bracket = bracketed(question.title, lines);
  const right = rightLabels(reading, question, lines) ?? bracket?.labels;
  const options = (isRight: (line: OptionLine) => boolean) =>
    lines.map((line): ChoiceOption => ({ text: { start: line.start, end: line.end }, correct: isRight(line) }));
  const choice = (found: readonly ChoiceOption[]) => ({
    ...withRest(reading, question, lines[0]!.index, found, last),
    ...(right !== undefined && right === bracket?.labels && { title: bracket.title }),
  });
  if (right !== undefined) {
    const known = [...right].every((label) => lines.some((line) => line.label === label));
    const found = options((line) => right.includes(line.label));
    // Where it is said so, all of them may be right; of two that is no question.
    return known && ((right.length > 1 && lines.length > 2) || isMixed(found)) ? choice(found) : undefined;
  }
  const marked = options((line) => line.marked);
  if (isMixed(marked)) return choice(marked);
  const setOff = options((line) => line.setOff);
  return isMixed(setOff) ? choice(setOff) : undefined;
}

/** `（ B ）` in a question, and the question without it. */
function bracketed(title: string, lines: readonly OptionLine[]): { labels: string; title: string } | undefined {
  const match = /([(（])\s*([A-H](?:[\s,，、]*[A-H])*)\s*([)）])/.exec(title);
  const labels = match?.[2]?.replace(/[^A-H]/g, '');
  if (!match || !labels || ![...labels].every((label) => lines.some((line) => line.label === label))) return undefined;
  const end = match.index + match[0].length;
  return { labels, title: `${title.slice(0, match.index)}${match[1]} ${match[3]}${title.slice(end)}` };
}

/** The labels that the note gives as the answer: behind the options, in front of them, hidden, or in a list of answers further down. */
function rightLabels(reading: Reading, question: Question, lines: readonly OptionLine[]): string | undefined {
  const digits = /\d/.test(lines[0]!.label);
  const read = digits ? answerNumbers : answerLetters;
  const last = lines.at(-1)!.index;
  const said = saidOf(reading, question);
  const readIn = (from: number, to: number): string | undefined => {
    for (let i = from; i < to; i += 1) {
      const block = reading.blocks[i]!;
      if (block.kind !== 'line' && block.kind !== 'heading' && block.kind !== 'html') continue;
      const texts = block.kind === 'html' ? block.value.replace(/<[^>]*>/g, '\n').split(/\n+/) : [block.text];
      for (const text of texts) {
        const labels = read(text);
        if (labels) return labels;
      }
    }
    return undefined;
  };
  return (
    readIn(last, question.to) ??
    (digits ? undefined : lettersSaid(said)) ??
    labelsSaid(reading, lines, said) ??
    readIn(question.from, lines[0]!.index) ??
    keyedLetters(reading, question)
  );
}

/** The labels of the options that the answer repeats: `A. True`, `B. False`, `Answer: True`. */
function labelsSaid(reading: Reading, lines: readonly OptionLine[], said: readonly string[]): string | undefined {
  const found = optionsSaid(
    said,
    lines.map(({ start, end }) => reading.text.slice(start, end)),
  );
  return found.length > 0 ? found.map((at) => lines[at]!.label).join('') : undefined;
}

function tabled(reading: Reading, question: Question): Choice | undefined {
  const found = tableChoice(reading, question);
  return found && withRest(reading, question, found.index, found.options, found.index);
}

function numbered(reading: Reading, question: Question): Choice | undefined {
  const found = numberedChoice(reading, question);
  if (!found) return undefined;
  const { items } = found.list;
  return withRest(reading, question, items[0]!.from, found.options, items.at(-1)!.from);
}

/** A list without letters, and an answer that repeats an item of it word by word. */
function repeated(reading: Reading, question: Question): Choice | undefined {
  const at = answerAt(reading, question.from, question.to);
  const list = at < 0 ? undefined : listBefore(reading, question, at);
  if (!list || list.items.length < 2 || list.items.length > 8) return undefined;
  const spans = list.items.flatMap(({ from, to }): Span[] => {
    const line = reading.blocks[from];
    return line?.kind === 'line' && to === from + 1 ? [{ start: line.start, end: line.end }] : [];
  });
  if (spans.length !== list.items.length) return undefined;
  const right = optionsSaid(
    saidOf(reading, question),
    spans.map(({ start, end }) => reading.text.slice(start, end)),
  );
  const options = spans.map((text, i): ChoiceOption => ({ text, correct: right.includes(i) }));
  if (!isMixed(options)) return undefined;
  return withRest(reading, question, list.items[0]!.from, options, list.items.at(-1)!.from);
}

/** The list right above a block. */
function listBefore(reading: Reading, question: Question, at: number): List | undefined {
  const item = at > question.from ? reading.blocks[at - 1]!.item : undefined;
  return item && !item.list.ordered && !item.list.parent ? item.list : undefined;
}

function withRest(
  reading: Reading,
  question: Question,
  first: number,
  options: readonly ChoiceOption[],
  last: number,
): Choice {
  const stem = answerSpan(reading, question.from, first);
  const { text, explanation } = options.at(-1)!;
  const end = Math.max(text.end, explanation?.end ?? 0);
  let from = last + 1;
  while (from < question.to && reading.blocks[from]!.start < end) from += 1;
  const rest = answerSpan(reading, from, question.to);
  return { options: withReasons(reading.text, options), stem, answer: rest ?? { start: end, end } };
}
