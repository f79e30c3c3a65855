import type { Heading } from './blocks';
import { FENCE } from './fences';
import { frontMatterOf } from './frontMatter';
import { LineIndex } from './lineIndex';
import { isBinary, type Note } from './note';
import { plain } from './plain';

/** Also as the beginning of a list item. */
const HEADING =
  /^ {0,3}(?:(?:[-+*]|\d{1,9}[.)])[ \t]{1,4})?(#{1,6})(?:[ \t]+|(?<=##)(?=[^#\s!]))(.*?)(?:[ \t]+#+)?[ \t]*$/;

/** Longer lines are no headings. */
const MAX_LINE = 1000;

/** A note with its headings alone, found line by line: a hundredth of the work of parsing it. Comments and fenced code hold none. */
export function scanNote(text: string): Note {
  const lines = new LineIndex(text);
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const frontMatter = frontMatterOf(text, start);
  const blocks = isBinary(text) ? [] : headingsOf(text, frontMatter?.end ?? start);
  return { text, lines, frontMatter, blocks, lists: [], html: [], findings: [] };
}

function headingsOf(text: string, from: number): Heading[] {
  const headings: Heading[] = [];
  let fence = '';
  let comment = false;
  const hasComments = text.includes('<!--', from);
  for (let start = from; start < text.length; ) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    if (!hasComments && !isMark(text, start)) {
      start = end + 1;
      continue;
    }
    const line = end - start > MAX_LINE ? '' : text.slice(start, end).replace(/\r$/, '');
    const mark = comment ? undefined : FENCE.exec(line)?.[1];
    const heading = fence === '' && !comment && mark === undefined ? HEADING.exec(line) : null;
    if (heading) {
      const depth = heading[1]!.length;
      headings.push({
        kind: 'heading',
        depth,
        start,
        end,
        item: undefined,
        quote: 0,
        runs: [],
        text: plain(heading[2]!),
      });
    }
    if (mark !== undefined && fence === '') fence = mark;
    else if (mark?.startsWith(fence)) fence = '';
    if (fence === '' && (comment || line.includes('<!--')))
      comment = line.lastIndexOf('-->') < line.lastIndexOf('<!--');
    if (comment && line.includes('-->') && !line.includes('<!--')) comment = false;
    start = end + 1;
  }
  return headings;
}

/** Whether a line begins, behind its indentation, with what begins a heading, a fence or a list item: most lines do not, and need no closer look. */
function isMark(text: string, start: number): boolean {
  let at = start;
  while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at += 1;
  const code = text.charCodeAt(at);
  switch (code) {
    case 35: // #
    case 42: // *
    case 43: // +
    case 45: // -
    case 96: // `
    case 126: // ~
      return true;
    default:
      return code >= 48 && code <= 57;
  }
}
