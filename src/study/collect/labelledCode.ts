import type { Line } from '../../notes/blocks';
import { offsetOf } from '../../notes/offsets';
import { nameOf } from '../names';
import type { TermDraft } from './termDraft';

/** What says of the code in front of it what it does: a verb, stuck to it. In a sentence that is set with spaces the code is no label. */
const SAYS =
  /^(?:[:：]|表示|代表|是指|是|指|即|用于|用来|返回|获取|设置|指定|处理|初始化|判断|创建|删除|查看|统计|计算|控制|means\b|is\b|returns?\b)\s*(\S[^。；;]*)/;

/** The code spans of a line, from the `from`-th on, that are explained right behind them: `` `A`处理单个事件 `B`处理多个 ``. */
export function labelledCode(text: string, line: Line, from: number): TermDraft[] {
  const { runs } = line;
  const codes = runs.flatMap((run, i) => (run.code ? [i] : []));
  if (codes.length < 2) return [];
  return codes.slice(from).flatMap((i) => {
    const before = runs[i - 1]?.text ?? '';
    const behind = runs[i + 1];
    // Behind a word it is an object, and no label.
    if (!behind || behind.code || !(before === '' || /[\s，,、；;。]$/.test(before) || runs[i - 2]?.code)) return [];
    const said = SAYS.exec(behind.text);
    const found = said && nameOf(runs[i]!.text, true);
    if (!found || !/[A-Za-z]/.test(found.name)) return [];
    const start = offsetOf(runs, i + 1, said[0].length - said[1]!.length);
    const end = endBefore(text, behind.start, Math.min(behind.end, behind.start + said[0].length));
    const definition = { start: behind.start, end: Math.max(start, end) };
    return [{ ...found, start: runs[i]!.start, definition, form: 'label' as const }];
  });
}

/** End of what stands between two offsets, the comma behind it left out. */
export function endBefore(text: string, from: number, to: number): number {
  return from + text.slice(from, to).replace(/[\s，,、；;]+$/, '').length;
}
