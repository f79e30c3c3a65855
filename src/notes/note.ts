import type { Block, HtmlPiece, List } from './blocks';
import { flatten } from './flatten';
import { type FrontMatter, frontMatterOf } from './frontMatter';
import { LineIndex } from './lineIndex';
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

/** Takes a note apart. Never throws: what can't be read is left out and said in `findings`. */
export function openNote(text: string): Note {
  const lines = new LineIndex(text);
  const start = text.charCodeAt(0) === BOM ? 1 : 0;
  const frontMatter = frontMatterOf(text, start);
  const base = frontMatter?.end ?? start;
  const flat = flatten(parse(base === 0 ? text : text.slice(base)).children, text, base);
  const findings: Finding[] = [];
  if (frontMatter?.broken) findings.push({ code: 'front-matter', line: lines.lineAt(start) });
  if (flat.tooDeep !== undefined) findings.push({ code: 'too-deep', line: lines.lineAt(flat.tooDeep) });
  return { text, lines, frontMatter, blocks: flat.blocks, lists: flat.lists, html: flat.html, findings };
}
