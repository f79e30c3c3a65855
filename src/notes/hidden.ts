import { outsideFences } from './fences';

/** Comments of Obsidian: `%%` on a line of its own, what is hidden, `%%`; or all of a line. */
const COMMENT = /^%%[ \t]*\r?\n[\s\S]*?^%%[ \t]*$|^%%(?! ).*%%[ \t]*$/gm;

/** The text with blanks in place of Obsidian's comments, so that offsets stay. */
export function withoutHidden(markdown: string): string {
  if (!markdown.startsWith('%%') && !markdown.includes('\n%%')) return markdown;
  return outsideFences(markdown, (text) => text.replace(COMMENT, (hidden) => hidden.replace(/[^\r\n]/g, ' ')));
}
