import type { Line } from '../../notes/blocks';
import { answerLetters, answerNumbers } from '../answerLetters';
import { answerSpan, startOfLine } from '../content';
import type { ChoiceOption, Span } from '../model';
import type { Question, Reading } from '../reading';
import { isFurniture, isInterrogative } from '../words';
import { numberedChoice } from './numberedChoice';
import { isFirstOption, type OptionLine, optionLines } from './optionLines';

/** What a multiple choice adds to its question. */
export interface Choice {
  readonly options: readonly ChoiceOption[];
  /** Blocks before the options. */
  readonly stem: Span | undefined;
  /** What follows the options; empty where nothing does. */
  readonly answer: Span;
}

/** Multiple choice: a task list, or lettered options with their answer. At least one option is right and one is wrong. */
export function choiceOf(reading: Reading, question: Question, quiz: boolean): Choice | undefined {
  const asked = asksForChoice(reading, question) || (quiz && !isFurniture(question.title));
  const choice = asked ? tasks(reading, question) : undefined;
  return choice ?? lettered(reading, question) ?? numbered(reading, question);
}

/** Lists of boxes from which on a note is a quiz, if half of them stand below something that asks. */
const QUIZ = 3;

/** Whether the note is a quiz: then a list of boxes is a choice, however it is asked for. */
export function isQuiz(reading: Reading, questions: readonly Question[]): boolean {
  const lists = questions.filter((question) => isMixed(boxesOf(reading, question)));
  return (
    lists.length >= QUIZ && lists.filter((question) => asksForChoice(reading, question)).length * 2 >= lists.length
  );
}

/** Whether lettered options are all that stands below, and none is said to be right. */
function hasOpenOptions(reading: Reading, question: Question): boolean {
  const lines = optionLines(reading, question.from, question.to);
  const last = lines.at(-1)?.index;
  if (last === undefined || lines.some((line) => line.marked)) return false;
  return (
    answerSpan(reading, last + 1, question.to) === undefined &&
    rightLabels(reading, question, last, lines) === undefined
  );
}

/** Where boxes stand among the blocks. */
export function boxesBetween(reading: Reading, from: number, to: number): number[] {
  const found: number[] = [];
  for (let i = from; i < to; i += 1) {
    const block = reading.blocks[i]!;
    if (block.kind === 'line' && isBoxed(block.text) && BOX.test(block.text)) found.push(i);
  }
  return found;
}

/** Whether options begin with the block at `at`: a box, or an `A.` with a `B.` behind it. */
export function startsOptions(reading: Reading, at: number, to: number): boolean {
  const block = reading.blocks[at]!;
  if (block.kind !== 'line') return false;
  if (BOX.test(block.text)) return true;
  return isFirstOption(block.text) && optionLines(reading, at, Math.min(to, at + 6)).length >= 2;
}

/** Whether the question has boxes to tick and none is ticked: asked, but not answered. */
export function isUnanswered(reading: Reading, question: Question, quiz: boolean): boolean {
  if (hasOpenOptions(reading, question)) return true;
  if (!quiz && !asksForChoice(reading, question)) return false;
  const boxes = boxesOf(reading, question);
  return boxes.length >= 2 && boxes.every((box) => !box.correct);
}

/** `[ ] text`, `[x] text` at the beginning of an item, also with the dash stuck to it. */
const BOX = /^\s*(?:[-*+]\s*)?\[\s*([xX✓✔√]?)\s*\](?![([])\s*/;

/** Quick look at the first characters: nearly no line is an option. */
function isBoxed(text: string): boolean {
  const code = text.charCodeAt(0);
  return code === 91 || ((code === 42 || code === 43 || code === 45) && text.includes('['));
}

interface Box {
  readonly index: number;
  readonly line: Line;
  readonly correct: boolean;
  readonly textStart: number;
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

function tasks(reading: Reading, question: Question): Choice | undefined {
  const boxes = boxesOf(reading, question);
  if (!isMixed(boxes)) return undefined;
  const options = boxes.map((box, i) => {
    const to = boxes[i + 1]?.index ?? question.to;
    return optionOf(reading, box, to);
  });
  return withRest(reading, question, boxes[0]!.index, options, boxes.at(-1)!.index);
}

function boxesOf(reading: Reading, question: Question): Box[] {
  const boxes: Box[] = [];
  for (let i = question.from; i < question.to; i += 1) {
    const block = reading.blocks[i]!;
    if (block.kind !== 'line' || block.text.length === 0) continue;
    const match = isBoxed(block.text) ? BOX.exec(block.text) : null;
    if (!match) continue;
    // A box below an option is a part of it.
    const option = boxes.at(-1)?.line.item;
    if (option && isBelow(block.item, option)) continue;
    const length = BOX.exec(reading.text.slice(block.start, block.end))?.[0].length ?? 0;
    boxes.push({ index: i, line: block, correct: match[1] !== '', textStart: block.start + length });
  }
  return boxes;
}

function isMixed(options: readonly { readonly correct: boolean }[]): boolean {
  return options.some((option) => option.correct) && options.some((option) => !option.correct);
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

function isBelow(item: Line['item'], above: Line['item']): boolean {
  for (let at = item?.list.parent; at; at = at.list.parent) if (at === above) return true;
  return false;
}

/** `A. …`, `- B: …` with `Answer: B` behind them, or with a mark at the right ones. */
function lettered(reading: Reading, question: Question): Choice | undefined {
  const lines = optionLines(reading, question.from, question.to);
  if (lines.length < 2) return undefined;
  const last = lines.at(-1)!.index;
  const right = rightLabels(reading, question, last, lines);
  const options = lines.map((line): ChoiceOption => {
    const correct = right === undefined ? line.marked : right.includes(line.label);
    return { text: { start: line.start, end: line.end }, correct };
  });
  const known = right === undefined || [...right].every((label) => lines.some((line) => line.label === label));
  return known && isMixed(options) ? withRest(reading, question, lines[0]!.index, options, last) : undefined;
}

/** The labels that the note gives as the answer, behind the options or in the question's brackets: `（ B ）`. */
function rightLabels(
  reading: Reading,
  question: Question,
  last: number,
  lines: readonly OptionLine[],
): string | undefined {
  const read = /\d/.test(lines[0]!.label) ? answerNumbers : answerLetters;
  for (let i = last; i < question.to; i += 1) {
    const block = reading.blocks[i]!;
    if (block.kind !== 'line' && block.kind !== 'heading' && block.kind !== 'html') continue;
    const texts = block.kind === 'html' ? block.value.replace(/<[^>]*>/g, '\n').split(/\n+/) : [block.text];
    for (const text of texts) {
      const labels = read(text);
      if (labels) return labels;
    }
  }
  return undefined;
}

function numbered(reading: Reading, question: Question): Choice | undefined {
  const found = numberedChoice(reading, question);
  if (!found) return undefined;
  const { items } = found.list;
  return withRest(reading, question, items[0]!.from, found.options, items.at(-1)!.from);
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
  return { options, stem, answer: rest ?? { start: end, end } };
}
