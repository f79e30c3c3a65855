/** Where a term is put into a note, and how it is written there. */
export interface Insertion {
  /** UTF-16 offset. */
  readonly offset: number;
  /** With line feeds. */
  readonly text: string;
  /** 1-based line of the term afterwards. */
  readonly line: number;
}

const heading = /^(#{1,6})\s+(.*?)\s*#*\s*$/;
const termsTitle = /^(terms|glossary|术语|术语表|名词解释)$/i;

/**
 * Puts a term into a note in the plain convention `- **name** (other names): definition`: last in its section of terms; if it has none, into one at its
 * end. What the note already says is not touched.
 */
export function termInsertion(note: string, name: string, definition: string): Insertion {
  const item = itemOf(name, definition);
  const lines = note.split(/\r?\n/);
  const section = sectionOfTerms(lines);
  if (!section) {
    const title = /\p{Script=Han}/u.test(note) ? '术语' : 'Terms';
    const gap = note.trim() === '' ? '' : `${/\n\s*$/.test(note) ? '' : '\n'}\n`;
    const text = `${gap}## ${title}\n\n${item}\n`;
    return { offset: note.length, text, line: lineOf(note + text, note.length + text.indexOf(item)) };
  }
  let last = section.end;
  while (last > section.start && lines[last - 1]!.trim() === '') last--;
  const offset = offsetOf(note, last);
  const before = note.slice(0, offset);
  const open = before !== '' && !before.endsWith('\n') ? '\n' : '';
  const gap = heading.test(lines[last - 1] ?? '') ? '\n' : '';
  const text = `${open}${gap}${item}\n`;
  return { offset, text, line: lineOf(before + text, offset + text.indexOf(item)) };
}

/** The lines of the section of terms, its heading left out; `end` is the line behind the last. */
function sectionOfTerms(lines: readonly string[]): { readonly start: number; readonly end: number } | undefined {
  let fence: string | undefined;
  let start = -1;
  let level = 0;
  for (let i = 0; i < lines.length; i++) {
    const mark = /^\s{0,3}(```|~~~)/.exec(lines[i]!)?.[1];
    if (mark) fence = fence === undefined ? mark : fence === mark ? undefined : fence;
    const found = fence === undefined && !mark ? heading.exec(lines[i]!) : undefined;
    if (!found) continue;
    if (start >= 0 && found[1]!.length <= level) return { start, end: i };
    if (start < 0 && termsTitle.test(found[2]!)) {
      start = i + 1;
      level = found[1]!.length;
    }
  }
  return start < 0 ? undefined : { start, end: lines.length };
}

function itemOf(name: string, definition: string): string {
  const line = (text: string) => text.replace(/\s+/g, ' ').trim();
  const [, first, others] = /^(.*?)\s*(?:[(（](.*)[)）])?$/.exec(line(name))!;
  const han = /\p{Script=Han}/u.test(definition);
  const bold = `**${(first || line(name)).replace(/([*\\])/g, '\\$1')}**`;
  if (!others) return `- ${bold}${han ? '：' : ': '}${line(definition)}`;
  return han ? `- ${bold}（${others}）：${line(definition)}` : `- ${bold} (${others}): ${line(definition)}`;
}

/** Offset of the beginning of a line, 0-based. */
function offsetOf(text: string, line: number): number {
  let offset = 0;
  for (let i = 0; i < line; i++) {
    const end = text.indexOf('\n', offset);
    if (end < 0) return text.length;
    offset = end + 1;
  }
  return offset;
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
