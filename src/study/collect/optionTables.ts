import type { Cell, Table } from '../../notes/blocks';
import type { ChoiceOption, Span } from '../model';
import type { Question, Reading } from '../reading';
import { isMixed } from './boxes';

const LETTER = /^[(（]?([A-Ha-h])\s*[)）.:：、．]?$/;
const MARK = /\s*(?:^\s*(?:✅|✔️?|✓|☑️?|√)|(?:✅|✔️?|✓|☑️?|√|[(（](?:correct|right|正确)[)）]))\s*$/i;

/** Options as the rows of a table, a letter in front of each, the right ones marked: by a tick, in bold, in colour. */
export function tableChoice(
  reading: Reading,
  question: Question,
): { options: ChoiceOption[]; index: number } | undefined {
  for (let index = question.from; index < question.to; index += 1) {
    const block = reading.blocks[index]!;
    if (block.kind !== 'table') continue;
    const rows = optionRows(block);
    if (rows.length < 2) return undefined;
    const marked = rows.map((row) => row.some((cell) => MARK.test(cell.text)));
    const right = marked.includes(true) ? marked : rows.map((row) => row.every((cell) => isSetOff(reading, cell)));
    const options = rows.map(([, cell], i): ChoiceOption => ({ text: textOf(reading, cell!), correct: right[i]! }));
    return isMixed(options) ? { options, index } : undefined;
  }
  return undefined;
}

/** What a cell says, without the marks that set it off. */
function textOf(reading: Reading, cell: Cell): Span {
  const setOff = isSetOff(reading, cell);
  const runs = setOff ? cell.runs.filter((run) => run.text.trim() !== '') : [];
  const start = runs[0]?.start ?? cell.start;
  const end = runs.at(-1)?.end ?? cell.end;
  return { start, end: end - (MARK.exec(reading.text.slice(start, end))?.[0].length ?? 0) };
}

/** The rows with the letters A, B, C …; empty where another row stands among them. */
function optionRows(table: Table): (readonly Cell[])[] {
  const rows = table.rows.filter((row) => row.length === 2);
  const from = LETTER.test(rows[0]?.[0]?.text ?? '') ? 0 : 1;
  const options = rows.slice(from);
  const inOrder = options.every(
    ([letter, text], i) => LETTER.exec(letter!.text)?.[1]?.toUpperCase().charCodeAt(0) === 65 + i && text!.text !== '',
  );
  return inOrder && rows.length === table.rows.length ? options : [];
}

function isSetOff(reading: Reading, cell: Cell): boolean {
  const runs = cell.runs.filter((run) => run.text.trim() !== '');
  if (runs.length > 0 && runs.every((run) => run.strong)) return true;
  return /<(?:font\b[^>]*\bcolor|span\b[^>]*\bcolor|mark\b|b>|u>)/i.test(reading.text.slice(cell.start, cell.end));
}
