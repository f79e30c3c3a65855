import type { Block } from '../../notes/blocks';
import type { Note } from '../../notes/note';
import type { Question, Reading } from '../reading';

/** A list of answers that stands apart from its questions: `1. B`, `2. A`, at the end of the note or of a part of it. */
export interface AnswerKey {
  /** Offset of its title. */
  readonly start: number;
  readonly end: number;
  /** The letters by the number of the question. */
  readonly answers: ReadonlyMap<number, string>;
}

const TITLE =
  /^[^\p{L}\p{N}]{0,4}(?:(?:the )?(?:correct |quiz |mcq )?answers?(?: keys?| sheet| list)?|keys?|solutions?|(?:选择题|单选题|多选题|习题|参考|正确|标准|全部)*答案)(?:\s*[(（&].{0,30}|\s+and explanations?|\s*解析)?\s*[:：]?[^\p{L}\p{N}]{0,3}$/iu;

const ENTRY =
  /(?<![\w.])(?:Q|Question|第)?\s*(\d{1,3})\s*题?\s*(?:[.、)）:：|=]|[-–—]+>?|\s)\s*\**\s*[(（]?([A-Ha-h](?:\s*[,，、&]?\s*[A-H])*)[)）]?(?![A-Za-z\d'’])/g;
/** `1-5 ABCDA`: one letter each. */
const RANGE = /(\d{1,3})\s*[-–—~～]\s*(\d{1,3})\s*[:：.、]?\s*([A-H](?:[\s,，、]*[A-H])+)(?![A-Za-z])/g;
/** Fewer entries are no list. */
const ENTRIES = 3;

/** The lists of answers in a note. */
export function answerKeysOf(note: Note): AnswerKey[] {
  const keys: AnswerKey[] = [];
  for (let i = 0; i < note.blocks.length; i += 1) {
    const block = note.blocks[i]!;
    if (!isTitle(block)) continue;
    const answers = new Map<number, string>();
    let end = block.end;
    let others = 0;
    for (let at = i + 1; at < note.blocks.length; at += 1) {
      const next = note.blocks[at]!;
      if (next.kind === 'heading') {
        if (block.kind !== 'heading' || next.depth <= block.depth) break;
        continue;
      }
      if (isTitle(next)) break;
      const found = entriesOf(note, next);
      for (const [number, letters] of found) answers.set(number, letters);
      if (found.length > 0) end = next.end;
      else if (next.kind === 'line' && next.first && !next.item) others += 1;
      if (others > answers.size + 1) break;
    }
    if (answers.size >= ENTRIES) keys.push({ start: block.start, end, answers });
  }
  return keys;
}

function isTitle(block: Block): boolean {
  if (block.kind === 'html')
    return TITLE.test(
      /<summary\b[^>]*>([\s\S]*?)<\/summary>/i
        .exec(block.value)?.[1]
        ?.replace(/<[^>]*>/g, '')
        .trim() ?? 'no',
    );
  return (block.kind === 'heading' || block.kind === 'line') && block.text.length < 60 && TITLE.test(block.text);
}

function entriesOf(note: Note, block: Block): [number, string][] {
  switch (block.kind) {
    case 'table':
      return block.rows.flatMap((row) => entriesIn(row.map((cell) => cell.text).join(' ')));
    case 'line': {
      // The number of a list item stands in front of its line.
      const before =
        block.first && block.item ? /(\d{1,3})[.)]\s+$/.exec(note.text.slice(block.start - 6, block.start)) : null;
      return entriesIn(`${before ? `${before[1]}. ` : ''}${block.text}`);
    }
    case 'code':
    case 'html':
      return entriesIn(block.value.replace(/<[^>]*>/g, ' '));
    default:
      return [];
  }
}

/** Longer lines are no list of answers. */
const MAX_LINE = 600;

function entriesIn(text: string): [number, string][] {
  if (text.length > MAX_LINE) return [];
  const found: [number, string][] = [];
  const rest = text.replace(RANGE, (_, first: string, last: string, letters: string) => {
    const each = letters.replace(/[^A-H]/g, '');
    if (each.length !== Number(last) - Number(first) + 1) return ' ';
    for (const [i, letter] of [...each].entries()) found.push([Number(first) + i, letter]);
    return ' ';
  });
  if (!/^[^\p{L}\p{N}]{0,4}(?:Q|Question|第)?\s*\d/u.test(rest)) return found;
  for (const match of rest.matchAll(ENTRY))
    found.push([Number(match[1]), match[2]!.replace(/[^A-Ha-h]/g, '').toUpperCase()]);
  return found;
}

const NUMBER = /^[\s#>*_+-]*(?:(?:Q|Question|第|题目?|问题)\s*)?(\d{1,3})(?!\d)/i;

/** The letters that a list further down gives for a question, by its number. */
export function keyedLetters(reading: Reading, question: Question): string | undefined {
  if (reading.keys.length === 0) return undefined;
  const key = reading.keys.find(({ start }) => start > question.start);
  if (!key) return undefined;
  const from = reading.text.lastIndexOf('\n', question.start - 1) + 1;
  const number = NUMBER.exec(reading.text.slice(from, from + 40))?.[1];
  return number === undefined ? undefined : key.answers.get(Number(number));
}

/** Whether an offset stands in a list of answers. */
export function isInKey(reading: Reading, offset: number): boolean {
  return reading.keys.some(({ start, end }) => start <= offset && offset < end);
}
