import type { Line, List } from '../../notes/blocks';
import { offsetIn } from '../../notes/offsets';
import { answerLetters } from '../answerLetters';
import type { Reading } from '../reading';
import { isAnswerLabel } from '../words';

/** An option of a multiple choice with a letter (or a number) in front. */
export interface OptionLine {
  /** Index of its block. */
  readonly index: number;
  /** Upper-case letter or digit. */
  readonly label: string;
  /** Offsets of the option's text. */
  readonly start: number;
  readonly end: number;
  /** Marked as right on the spot: `✅`, `(correct)`. */
  readonly marked: boolean;
  /** Set off as a whole: in bold, in colour. */
  readonly setOff: boolean;
}

const LETTER = /^\s*(?:[-*+]\s+)?(?:\[\s*[xX]?\s*\]\s*)?[(（[]?([A-Ha-h])\s*[)）\].:：、．]\s*(?=\S)/;
const DIGIT = /^\s*([1-8])\s*[:)]\s+(?=\S)/;
/** `A one`: options where three of them follow each other. */
const BARE = /^([A-H])\s+(?=\S)/;
const MARK =
  /\s*(?:✅|✔️?|✓|☑️?|√|\{✓\}|[(（](?:correct|right|(?:correct )?answer|正确|正确答案|✓|√)[)）]|(?:<?[-–—←]+|<=)\s*(?:correct|right)(?: answer)?)\s*$/i;
const MARK_LENGTH = 40;
const MARK_BEFORE = /^\s*(?:✅|✔️?|✓|☑️?|√)\s*/;

export function isFirstOption(reading: Reading, index: number): boolean {
  const block = reading.blocks[index]!;
  if (block.kind !== 'line') return false;
  const label = LETTER.exec(block.text)?.[1]?.toUpperCase();
  if (label === 'A') return true;
  if (label !== undefined) return block.item !== undefined && letteredList(reading, block.item.list);
  return BARE.exec(block.text)?.[1] === 'A' && hasBareRun(reading, index);
}

/** The first run of options among the blocks, in the order A, B, C …; empty where there is none of two or more. */
export function optionLines(reading: Reading, from: number, to: number): OptionLine[] {
  let run: OptionLine[] = [];
  let bare = false;
  let list: List | undefined;
  for (let i = from; i < to; i += 1) {
    const block = reading.blocks[i]!;
    const latest = run.at(-1);
    if (block.kind === 'line') {
      if (!latest) {
        bare = BARE.exec(block.text)?.[1] === 'A' && !LETTER.test(block.text) && hasBareRun(reading, i);
        list = block.item && letteredList(reading, block.item.list) ? block.item.list : undefined;
      }
      const expected = latest ? String.fromCharCode(latest.label.charCodeAt(0) + 1) : undefined;
      const found = optionsIn(reading, block, i, {
        expected,
        bare,
        any: list !== undefined && block.item?.list === list,
      });
      if (found.length > 0) {
        run.push(...found);
        continue;
      }
      if (!latest) continue;
      // Directly below the options the answer is a line of their paragraph.
      if (isAnswerLabel(block.text) || answerLetters(block.text) !== undefined) break;
      const previous = reading.blocks[latest.index];
      if (previous?.kind === 'line' && previous.paragraph === block.paragraph) run = extended(run, block.end);
      else if (run.length >= 2) break;
      else run = [];
    } else if (latest && block.kind === 'code') {
      run = extended(run, block.end);
    } else if (latest && block.kind !== 'html') {
      if (run.length >= 2) break;
      run = [];
    }
  }
  return run.length >= 2 ? run : [];
}

function extended(run: readonly OptionLine[], end: number): OptionLine[] {
  return [...run.slice(0, -1), { ...run.at(-1)!, end }];
}

/** Whether every item of a list begins with a letter of its own, from A on, in whatever order. */
function letteredList(reading: Reading, list: List): boolean {
  if (list.items.length < 2 || list.items.length > 8) return false;
  const labels = list.items.map((item) => {
    const block = reading.blocks[item.from];
    return block?.kind === 'line' ? LETTER.exec(block.text)?.[1]?.toUpperCase() : undefined;
  });
  return (
    labels.every((label) => label !== undefined && label.charCodeAt(0) < 65 + labels.length) &&
    new Set(labels).size === labels.length
  );
}

/** Whether `A …` is followed by `B …` and `C …`, or is one of two lines that say true and false. */
function hasBareRun(reading: Reading, index: number): boolean {
  const texts: string[] = [];
  for (let i = index; i < reading.blocks.length && texts.length < 3 && i < index + 6; i += 1) {
    const block = reading.blocks[i]!;
    if (block.kind === 'line') texts.push(block.text);
  }
  return ['A', 'B', 'C'].every((label, i) => BARE.exec(texts[i] ?? '')?.[1] === label);
}

interface Expected {
  /** The letter that comes next; undefined for the first. */
  readonly expected: string | undefined;
  readonly bare: boolean;
  /** Any letter will do. */
  readonly any: boolean;
}

/** The options of one line: one, or several side by side: `A. one  B. two`. */
function optionsIn(reading: Reading, line: Line, index: number, { expected, bare, any }: Expected): OptionLine[] {
  const pattern = line.item && DIGIT.test(line.text) ? DIGIT : bare ? BARE : LETTER;
  const first = pattern.exec(line.text);
  if (!first) return [];
  const label = first[1]!.toUpperCase();
  if (!any && label !== (expected ?? (pattern === DIGIT ? '1' : 'A'))) return [];
  const found: OptionLine[] = [];
  let from = first[0].length;
  let current = label;
  for (;;) {
    const next = String.fromCharCode(current.charCodeAt(0) + 1);
    const beside = pattern === LETTER ? nextBeside(line.text, from, next) : undefined;
    const text = line.text.slice(from, beside?.at);
    const mark = MARK.exec(text.slice(-MARK_LENGTH));
    const before = MARK_BEFORE.exec(text)?.[0].length ?? 0;
    const end = from + (mark ? text.slice(0, text.length - mark[0].length) : text).trimEnd().length;
    found.push({
      index,
      label: current,
      start: offsetIn(line, from + before),
      end: beside || mark ? offsetIn(line, end) : endOf(line),
      marked: mark !== null || before > 0,
      setOff: !beside && found.length === 0 && isSetOff(reading, line, from),
    });
    if (!beside) return found;
    from = beside.from;
    current = next;
  }
}

/** The end of a line without the marks of a bold that began in front of its letter. */
function endOf(line: Line): number {
  const last = line.runs.at(-1);
  return last?.strong && line.runs[0]?.strong ? last.end : line.end;
}

/** Whether the text from `from` on is wholly in bold or in colour. */
function isSetOff(reading: Reading, line: Line, from: number): boolean {
  let at = 0;
  const rest = line.runs.filter((run) => {
    at += run.text.length;
    return at > from && run.text.trim() !== '';
  });
  if (rest.length > 0 && rest.every((run) => run.strong)) return true;
  const source = reading.text.slice(line.start, line.end);
  return /<(?:font\b[^>]*\bcolor|span\b[^>]*\bcolor|mark\b|u>|b>)/i.test(source) || /==[^=]+==\s*$/.test(source);
}

function nextBeside(text: string, from: number, label: string): { at: number; from: number } | undefined {
  const match = new RegExp(`\\s[(（]?${label}\\s*[)）.:：、．]\\s*(?=\\S)`).exec(text.slice(from));
  return match ? { at: from + match.index, from: from + match.index + match[0].length } : undefined;
}
