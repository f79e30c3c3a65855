import type { Block, Line, Table } from '../notes/blocks';
import { htmlText } from '../notes/html';
import { plain } from '../notes/plain';
import type { Span } from './model';
import type { Reading } from './reading';
import { isAnswerLabel, isBareAnswerLabel, todoOf } from './words';

/** Cells that stand for an answer still to be written. */
const PLACEHOLDER = /^(?:[-–—－_/\\?？]+|\.{3}|…+|TODO|TBD|待补充|待完善|待定|暂无)$/i;

export function isPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text.trim());
}

/** Links that lead back to a table of contents, badges of editors: nothing to study. */
const NOISE =
  /^(?:\[toc\]|\[\[toc\]\]|\[?\s*(?:⬆|↥|🔝|🔼|⇧|↑|▲)?\s*(?:back to (?:the )?top|top|返回顶部|回到顶部|返回目录|回到目录)\s*\]?|[⬆↥🔝🔼⇧↑▲\s]+|\*{3,}|-{3,}|\.{3,}|\\newpage|\[↑\])$/iu;

function isNoise(line: Line): boolean {
  return NOISE.test(bare(line.text));
}

/** An entry of a table of contents: a link within the note, and no word beside it. */
function isContents(line: Line): boolean {
  let inside = false;
  for (const run of line.runs) {
    if (run.link?.startsWith('#')) inside = true;
    else if (run.image || /[\p{L}\p{N}]/u.test(run.text)) return false;
  }
  return inside;
}

function bare(text: string): string {
  return text.replace(/^[\s|>»«()]+|[\s|<>»«()]+$/g, '');
}

/** What people click on is no answer. */
const SUMMARY = /<summary\b[\s\S]*?(?:<\/summary>|$)/gi;

const NAVIGATION = /<nav\b[\s\S]*?(?:<\/nav>|$)/gi;

/** Whether a block says something, as seen by a reader; comments, TODOs, rules and links back to the top don't. */
export function isContent(block: Block): boolean {
  switch (block.kind) {
    case 'line':
      return !isNoise(block) && !isContents(block) && todoOf(block.text) === undefined;
    case 'html':
      return (
        /<(?:img|video|iframe|svg|picture|object|embed)\b/i.test(block.value) ||
        /[\p{L}\p{N}]/u.test(htmlText(block.value.replace(SUMMARY, '').replace(NAVIGATION, '')))
      );
    case 'rule':
      return false;
    case 'table':
      return (
        block.rows.slice(1).some((row) => row.slice(1).some((cell) => cell.text !== '' && !isPlaceholder(cell.text))) ||
        block.rows[0]?.length === 1
      );
    case 'heading':
      return !isBareAnswerLabel(block.text);
    case 'code':
      return block.fenced ? block.value.trim() !== '' : !NOISE.test(bare(plain(block.value)));
  }
}

/**
 * The block at which a question's answer begins, where the note says so: `Answer:`, `答案`. What stands before it
 * belongs to the question. -1 without.
 */
export function answerAt(reading: Reading, from: number, to: number): number {
  for (let i = from; i < to; i += 1) {
    const block = reading.blocks[i]!;
    if ((block.kind === 'line' && block.first && !block.item) || block.kind === 'heading') {
      if (isAnswerLabel(block.text)) return i;
    }
  }
  return -1;
}

/** Whether the blocks are a table of contents with a remark behind each entry: a list in which every item begins with a link within the note. */
export function isContentsList(reading: Reading, from: number, to: number): boolean {
  const items = reading.blocks.slice(from, to).filter((block) => block.kind === 'line' && block.item && block.first);
  const others = reading.blocks.slice(from, to).filter((block) => isContent(block) && !block.item);
  return (
    items.length > 1 &&
    others.length <= 1 &&
    items.every(
      (block) => block.kind === 'line' && block.runs.find((run) => run.text.trim() !== '')?.link?.startsWith('#'),
    )
  );
}

/** Lines of links for which one line without is forgiven: a list of links with a broken one is one still. */
const LINKS = 8;

/** Whether the blocks hold links and nothing else: they tell where an answer stands, and give none. */
export function isOnlyLinks(reading: Reading, from: number, to: number): boolean {
  let links = 0;
  let others = 0;
  for (let i = from; i < to; i += 1) {
    const block = reading.blocks[i]!;
    if (!isContent(block)) continue;
    if (block.kind === 'table' && isLinkTable(block)) {
      links += 1;
      continue;
    }
    if (block.kind !== 'line' || block.runs.some((run) => run.image)) return false;
    const bare = block.runs.filter((run) => run.link === undefined).map((run) => run.text.replace(URL, ''));
    if (/[\p{L}\p{N}]/u.test(bare.join('').replace(LEADS_TO, ''))) others += 1;
    else links += 1;
  }
  return links > 0 && others * LINKS <= links;
}

function isLinkTable(table: Table): boolean {
  return table.rows.slice(1).every((row) => row.some((cell) => cell.runs.some((run) => run.link !== undefined)));
}

const URL = /https?:\/\/\S+/g;
const LEADS_TO =
  /^\s*(?:\d{1,3}[.)、]?|see(?: also)?|read(?: more)?|more|(?:useful |more )?(?:resources?|sources?|references?|links?)|参考|参见|详见|见|链接|原文|来源|出处)?\s*[:：]?\s*/i;

/** The text of the answer in blocks `from` to `to`; undefined where they say nothing. */
export function answerSpan(reading: Reading, from: number, to: number): Span | undefined {
  const { blocks } = reading;
  let first = from;
  while (first < to && !isContent(blocks[first]!)) first += 1;
  let last = to - 1;
  while (last > first && !isContent(blocks[last]!)) last -= 1;
  if (first > last || first >= to) return undefined;
  const start = startOfLine(reading.text, blocks[first]!.start, floorOf(reading, first));
  let end = blocks[last]!.end;
  for (let i = first; i < last; i += 1) end = Math.max(end, blocks[i]!.end);
  return { start, end };
}

/** An answer never reaches back over the block in front of it, which may stand on the same line. */
function floorOf(reading: Reading, index: number): number {
  return index > 0 ? reading.blocks[index - 1]!.end : 0;
}

/** Beginning of the line at `offset`, so that the marks of lists and quotes stay with their text. */
export function startOfLine(text: string, offset: number, floor: number): number {
  let at = offset;
  while (at > floor && !isLineEnd(text.charCodeAt(at - 1))) at -= 1;
  return at;
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

/** Number of blank lines between two offsets that stand on different lines. */
export function blankLinesBetween(reading: Reading, end: number, start: number): number {
  return reading.lines.lineAt(start) - reading.lines.lineAt(Math.max(0, end - 1)) - 1;
}
