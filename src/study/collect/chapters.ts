import type { Block, Heading } from '../../notes/blocks';
import type { Note } from '../../notes/note';
import { leadingNumber } from '../../notes/numbering';
import { isInterrogative } from '../words';

/** `一、索引`, and no sentence. */
const CHAPTER = /^([一二三四五六七八九十]{1,3})、([^。！？?!，,：:；;]{1,24})$/;
const DIGITS = '一二三四五六七八九十';

/** Lines that are headings without a mark: they count `一、`, `二、`, and most stand right over a numbered question. */
export function chaptersOf(note: Note): ReadonlySet<Block> {
  const found: Block[] = [];
  let asked = 0;
  for (const [i, block] of note.blocks.entries()) {
    if (block.kind !== 'line' || block.item || block.quote > 0 || !block.first || !block.last) continue;
    const number = CHAPTER.exec(block.text)?.[1];
    if (number === undefined || number !== numberOf(found.length + 1)) continue;
    found.push(block);
    if (asks(note.blocks[i + 1])) asked += 1;
  }
  return new Set(found.length >= 2 && asked * 2 > found.length ? found : []);
}

/** The line as the heading that it stands for. */
export function chapter(block: Block, depth: number): Heading {
  const { start, end, item, quote } = block;
  const { runs, text } = block.kind === 'line' ? block : { runs: [], text: '' };
  return { kind: 'heading', depth, start, end, item, quote, runs, text };
}

function asks(block: Block | undefined): boolean {
  return block?.kind === 'line' && leadingNumber(block.text) !== undefined && isInterrogative(block.text);
}

/** 1 to 99 in Chinese. */
function numberOf(value: number): string {
  const ten = Math.floor(value / 10);
  return `${ten > 1 ? DIGITS[ten - 1] : ''}${ten > 0 ? '十' : ''}${DIGITS[(value % 10) - 1] ?? ''}`;
}
