import type { Block, HtmlPiece, List } from './blocks';
import { flatten } from './flatten';
import { type FrontMatter, frontMatterOf } from './frontMatter';
import { withoutHidden } from './hidden';
import { LineIndex } from './lineIndex';
import { mend } from './mend';
import { parse } from './parse';

/** A note taken apart: blocks with their offsets into `text`, and nothing said yet about what they mean. */
export interface Note {
  readonly text: string;
  readonly lines: LineIndex;
  readonly frontMatter: FrontMatter | undefined;
  readonly blocks: readonly Block[];
  readonly lists: readonly List[];
  /** Tags and comments, in the order of the text. */
  readonly html: readonly HtmlPiece[];
  readonly findings: readonly Finding[];
}

/** Something that kept a part of the note from being read. */
export interface Finding {
  readonly code: 'front-matter' | 'too-large' | 'binary' | 'too-deep';
  readonly line: number;
}

const BOM = 0xfeff;

/** Characters looked at to tell text from other data. */
const SAMPLE = 8192;

/** Takes a note apart. Never throws: what can't be read is left out and said in `findings`. */
export function openNote(text: string): Note {
  const lines = new LineIndex(text);
  const start = text.charCodeAt(0) === BOM ? 1 : 0;
  const frontMatter = frontMatterOf(text, start);
  const base = frontMatter?.end ?? start;
  const findings: Finding[] = [];
  if (frontMatter?.broken) findings.push({ code: 'front-matter', line: lines.lineAt(start) });
  if (isBinary(text)) {
    findings.push({ code: 'binary', line: 1 });
    return { text, lines, frontMatter, blocks: [], lists: [], html: [], findings };
  }
  const mended = mend(withoutHidden(base === 0 ? text : text.slice(base)));
  const pieces = mended.pieces.map(({ start: from, end }) => ({
    nodes: parse(mended.text.slice(from, end)).children,
    base: base + from,
  }));
  const flat = flatten(pieces, text);
  const tooDeep = mended.tooDeep === undefined ? flat.tooDeep : mended.tooDeep + base;
  if (tooDeep !== undefined) findings.push({ code: 'too-deep', line: lines.lineAt(tooDeep) });
  if (mended.tooLarge !== undefined) findings.push({ code: 'too-large', line: lines.lineAt(mended.tooLarge + base) });
  return { text, lines, frontMatter, blocks: flat.blocks, lists: flat.lists, html: flat.html, findings };
}

/** NULs, as in UTF-16 or an image read as UTF-8, or little else than replacement characters. */
export function isBinary(text: string): boolean {
  const end = Math.min(text.length, SAMPLE);
  let nul = 0;
  let replaced = 0;
  for (let i = 0; i < end; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 0) nul += 1;
    else if (code === 0xfffd) replaced += 1;
  }
  return nul * 100 > end || replaced * 4 > end;
}
