import type { Table } from '../../notes/blocks';
import { isPlaceholder } from '../content';
import { nameOf } from '../names';
import type { Reading } from '../reading';
import type { TermDraft } from './termDraft';

const DESCRIBES =
  /^(?:.*(?:解释|说明|描述|含义|作用|功能|用途|定义|意义|释义|备注|介绍)|desc(?:ription)?|meaning|definition|purpose|what it (?:does|is)|explanation|usage|details?|notes?|comment)$/i;
const NUMBERS = /^(?:序号|编号|#|no\.?|id|index|序|num(?:ber)?)$/i;
/** Columns that hold no names, whatever stands beside them. */
const NO_NAMES =
  /^(?:优点|缺点|区别|对比|比较|问题|question|答案|pros|cons|步骤|step|版本|version|日期|date|时间|time|场景|方面|维度|比较项|aspect|criteria|comparison|feature|特性|特点|difference|类别|category|week|day|题目|score|level|难度)s?$/i;

/** Tables whose rows are terms: a column of names and one that says what they are. */
export function collectTableTerms(reading: Reading): TermDraft[] {
  return reading.blocks.flatMap((block) => (block.kind === 'table' ? rowsOf(block) : []));
}

function rowsOf(table: Table): TermDraft[] {
  const header = table.rows[0]!.map((cell) => cell.text);
  const described = header.findIndex((text, i) => i > 0 && DESCRIBES.test(text));
  const key = header.findIndex(
    (text, i) => !NUMBERS.test(text) && !table.rows.slice(1).every((row) => row[i]?.text === String(i)),
  );
  if (described < 0 || key < 0 || key >= described || NO_NAMES.test(header[key]!)) return [];
  return table.rows.slice(1).flatMap((row) => {
    const cell = row[key];
    const gloss = row[described];
    if (!cell || !gloss || gloss.text === '' || isPlaceholder(gloss.text)) return [];
    const code = cell.runs.length > 0 && cell.runs.every((run) => run.code);
    const found = nameOf(cell.text, code || /[|]|\s-/.test(cell.text));
    if (!found) return [];
    return [
      { ...found, start: cell.start, definition: { start: gloss.start, end: gloss.end }, form: 'table' as const },
    ];
  });
}
