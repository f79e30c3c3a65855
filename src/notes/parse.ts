import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';

/**
 * The parts that remark is made of, without those that reading for study has no use for: bare links, footnotes and strike-through stay
 * text (each of them walks the whole tree once more), task boxes are read by ourselves since people write them in more ways than GFM knows.
 */
const options = { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] };

/** In indented text that is prose, indentation has no meaning: neither here nor for the lists inside. */
const proseOptions = { ...options, extensions: [gfmTable(), { disable: { null: ['codeIndented'] } }] };

/** Markdown as mdast. Offsets count from the beginning of `markdown`; a BOM must have been taken off. */
export function parse(markdown: string): Root {
  return fromMarkdown(markdown, options);
}

/** Like `parse`, for text that Markdown takes for code because of its indentation. */
export function parseIndented(markdown: string): Root {
  return fromMarkdown(markdown, proseOptions);
}
