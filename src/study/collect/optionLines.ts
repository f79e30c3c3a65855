import type { Line } from '../../notes/blocks';
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
}

const LETTER = /^\s*(?:[-*+]\s+)?[(（[]?([A-Ha-h])\s*[)）\].:：、．]\s*(?=\S)/;
const DIGIT = /^\s*([1-8])\s*[:)]\s+(?=\S)/;
const MARK = /\s*(?:✅|✔️?|✓|\{✓\}|[(（](?:correct|right|answer|正确|正确答案|✓|√)[)）])\s*$/i;

export function isFirstOption(text: string): boolean {
  return LETTER.exec(text)?.[1]?.toUpperCase() === 'A';
}

/** The first run of options among the blocks, in the order A, B, C …; empty where there is none of two or more. */
export function optionLines(reading: Reading, from: number, to: number): OptionLine[] {
  let run: OptionLine[] = [];
  for (let i = from; i < to; i += 1) {
    const block = reading.blocks[i]!;
    const latest = run.at(-1);
    if (block.kind === 'line') {
      const expected = latest ? String.fromCharCode(latest.label.charCodeAt(0) + 1) : undefined;
      const found = optionsIn(block, i, expected);
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

/** The options of one line: one, or several side by side: `A. one  B. two`. */
function optionsIn(line: Line, index: number, expected: string | undefined): OptionLine[] {
  const pattern = line.item && DIGIT.test(line.text) ? DIGIT : LETTER;
  const first = pattern.exec(line.text);
  if (!first) return [];
  const label = first[1]!.toUpperCase();
  if (label !== (expected ?? (pattern === DIGIT ? '1' : 'A'))) return [];
  const found: OptionLine[] = [];
  let from = first[0].length;
  let current = label;
  for (;;) {
    const next = String.fromCharCode(current.charCodeAt(0) + 1);
    const beside = pattern === DIGIT ? undefined : nextBeside(line.text, from, next);
    const text = line.text.slice(from, beside?.at);
    const mark = MARK.exec(text);
    const end = from + (mark ? text.slice(0, mark.index) : text).trimEnd().length;
    found.push({
      index,
      label: current,
      start: offsetIn(line, from),
      end: beside || mark ? offsetIn(line, end) : line.end,
      marked: mark !== null,
    });
    if (!beside) return found;
    from = beside.from;
    current = next;
  }
}

function nextBeside(text: string, from: number, label: string): { at: number; from: number } | undefined {
  const match = new RegExp(`\\s[(（]?${label}\\s*[)）.:：、．]\\s*(?=\\S)`).exec(text.slice(from));
  return match ? { at: from + match.index, from: from + match.index + match[0].length } : undefined;
}
