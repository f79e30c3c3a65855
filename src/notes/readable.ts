import { FENCE, outsideFences } from './fences';
import { withoutHidden } from './hidden';
import { isProse } from './prose';

const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
const TOC = /^[ \t]*\[\[?toc\]?\][ \t]*$/gim;
const CENTRE = /<\/?(?:center|font)\b[^>]*>/gi;

/** A slice of a note made fit for showing: comments, `[TOC]` and centring dropped, prose no longer indented so that it would show as code. */
export function readable(markdown: string): string {
  const lines = outsideFences(withoutHidden(markdown), (text) =>
    text.replace(COMMENT, '').replace(TOC, '').replace(CENTRE, ''),
  ).split(/\r\n|\n|\r/);
  return dedent(shifted(lines))
    .join('\n')
    .replace(/[ \t]+$/gm, '')
    .replace(/^\n+|\s+$/g, '');
}

/** Takes off the indentation that all lines have: a slice of a nested list begins in the middle of the page. */
function shifted(lines: readonly string[]): string[] {
  let common: string | undefined;
  for (const line of lines) {
    if (line.trim() === '') continue;
    const indent = /^[ \t]*/.exec(line)![0];
    let same = 0;
    while (same < indent.length && (common === undefined || indent[same] === common[same])) same += 1;
    common = indent.slice(0, same);
    if (common === '') break;
  }
  const length = common?.length ?? 0;
  return length === 0 ? [...lines] : lines.map((line) => line.slice(length));
}

/** Takes the indentation off runs of indented lines that are prose; lists and code keep theirs. */
function dedent(lines: readonly string[]): string[] {
  const out: string[] = [];
  let fence = '';
  let listed = 0;
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i]!;
    const mark = FENCE.exec(line)?.[1];
    if (mark !== undefined && (fence === '' || mark.startsWith(fence))) {
      fence = fence === '' ? mark : '';
      out.push(line);
      continue;
    }
    const indent = /^[ \t]*/.exec(line)![0].replace(/\t/g, '    ').length;
    if (fence !== '' || line.trim() === '') {
      out.push(line);
      continue;
    }
    const item = /^[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]+/.exec(line)?.[0];
    if (item !== undefined && indent < listed + 4) listed = item.replace(/\t/g, '    ').length;
    else if (indent === 0) listed = 0;
    out.push(indent >= listed + 4 && isProse(line) ? ' '.repeat(listed) + line.trimStart() : line);
  }
  return out;
}
