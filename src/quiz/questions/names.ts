import { outsideMaths } from '../../notes/mathText';
import type { Term } from '../../study/model';
import { blank } from './question';

export function namesOf(term: Term): readonly string[] {
  return [term.name, ...term.aliases];
}

/** For telling whether two names are one: letters and digits only, in lower case. */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** For telling whether two options or steps read the same: emphasis, code marks and spaces make no difference, signs and case may. */
export function reading(text: string): string {
  return text.replace(/\*\*|`|\s+/g, '');
}

/** Whether a text names the term by one of its names. */
export function mentions(text: string, names: readonly string[]): boolean {
  return names.some((name) => pattern(name).test(text));
}

/** Puts a blank in place of each of the names. */
export function mask(text: string, names: readonly string[]): string {
  return names
    .toSorted((a, b) => b.length - a.length)
    .reduce((masked, name) => masked.replace(pattern(name), blank), text);
}

/**
 * A name in running text. Latin names end at a word's end, with a plural at most, and are no part of a longer identifier (`topic` in
 * `topic.id`); Chinese has no such borders.
 */
function pattern(name: string): RegExp {
  const literal = name
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/[\s-]+/g, '[\\s-]+')
    // Between Chinese and Latin some write a space, some don't.
    .replace(/(?<=\p{Script=Han})(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=\p{Script=Han})/gu, '\\s*');
  const before = /^\w/.test(name) ? '(?<!\\w|\\w[.-])' : '';
  const after = /\w$/.test(name) ? '(?:e?s)?(?!\\w|[.-]\\w)' : '';
  return new RegExp(`${before}${literal}${after}`, 'giu');
}

/** The share, 0 to 1, of a name's words that stand in a text: of an identifier its parts, of a Chinese name its pairs of characters. */
export function shareOfWords(name: string, text: string): number {
  const parts = name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, ' ').toLowerCase();
  const words = parts.match(/[a-z0-9]{3,}/g) ?? [];
  const pairs = [...parts.matchAll(/(?=(\p{Script=Han}{2}))/gu)].map((match) => match[1]!);
  const all = [...words, ...pairs];
  const lower = text.toLowerCase();
  return all.length === 0 ? 0 : all.filter((word) => lower.includes(word)).length / all.length;
}

/** How wide a text is, in Latin letters: a Chinese character takes two. */
export function width(text: string): number {
  let wide = 0;
  for (const character of text) wide += /[\u2E80-\uFFEF]/.test(character) ? 2 : 1;
  return wide;
}

/** Plain text as Markdown that shows just that; identifiers as code. */
export function nameMarkdown(name: string): string {
  if (/^[\w$@-]+(?:[._/:-][\w$-]+)+$/.test(name) && !/^[A-Za-z]+-[A-Za-z-]+$/.test(name)) return `\`${name}\``;
  return plainMarkdown(name);
}

/** Plain text as Markdown that shows just that, and its maths as maths. */
export function plainMarkdown(text: string): string {
  return outsideMaths(text, (words) => words.replace(/[!-/:-@[-`{-~]/g, '\\$&'));
}
