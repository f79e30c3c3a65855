import { htmlText } from './html';

/** Markdown as plain text, line by line: marks, tags, images and comments gone, links as their text. For lists and tooltips, not for parsing. */
export function plain(markdown: string): string {
  if (BARE.test(markdown) && !markdown.includes('  ')) return markdown.trimEnd();
  return htmlText(markdown)
    .replace(/!\[[^\][]{0,300}\]\([^()]{0,2000}\)/g, '')
    .replace(/\[([^\][]{0,300})\]\([^()]{0,2000}\)/g, '$1')
    .replace(/^[ \t]*(?:>[ \t]?)+/gm, '')
    .replace(/^[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]+/gm, '')
    .replace(/^[ \t]*(?:`{3,}|~{3,}).*$/gm, '')
    .replace(/\*\*|__|~~|`|==(?=\S)|(?<=\S)==/g, '')
    .replace(/(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])/g, '$1')
    .replace(/\\(?=[!-/:-@[-`{-~])/g, '')
    .replace(/[ \t]+/g, ' ')
    .replace(/^ | $/gm, '')
    .replace(/\n{2,}/g, '\n')
    .trim();
}

/** Letters first and no mark anywhere: nothing to take away. */
const BARE = /^\p{L}[^`*_~=\\<>&![\]\t\r\n]*$/u;
