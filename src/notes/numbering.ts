const HAN_NUMBER = '[一二三四五六七八九十百]{1,4}';

/** A picture among the characters, as GitHub knows them: 🚀, a flag, a key, `:rocket:`. */
const EMOJI =
  '(?:\\p{Regional_Indicator}{2}|[\\d#*]\\uFE0F?\\u20E3|(?![©®™])\\p{Extended_Pictographic}[\\uFE0F\\u200D\\p{Extended_Pictographic}\\p{Emoji_Modifier}]*|:[a-z][a-z\\d_+-]+:(?!\\S))';

/** Numbering as people put it before a heading or a question. A bare number stays: the 4 of `4个By` says something. */
const PATTERNS = [
  `[(（]\\s*(?:\\d{1,3}|${HAN_NUMBER}|[a-zA-Z]|[ivxIVX]{1,4})\\s*[)）]`,
  `(?:[Qq]|[Qq]uestion|问题|问|题目)\\s*#?\\d{1,4}(?:[a-z](?=[.:：)]))?\\s*[.、．:：)）。-]?(?![\\d.])`,
  `\\d{1,4}(?:\\.\\d{1,3})*\\s*(?:[)）、．：]|[.:](?![\\d])|(?=\\s*$))`,
  '\\d{1,3}(?:\\.\\d{1,3})+(?![\\d.%％]|\\s*(?:版|[xX]\\b))',
  `${HAN_NUMBER}\\s*[、．.](?!\\d)`,
  '[①-⑳㈠-㈩]',
];

const LEADING = new RegExp(`^(?:\\s*(?:${PATTERNS.join('|')}))+\\s*`, 'u');

const LEADING_EMOJI = new RegExp(`^(?:\\s*${EMOJI})+\\s*`, 'u');

/** A number followed by a stop, as it begins a typed list item or a numbered question: `9.迟到`, `2、`, `3) `. */
const NUMBERED = /^(?:[Qq]\s*)?(\d{1,4})\s*[.、．)）:：](?!\d)\s*(?=\S)/;

/** Numbering in front of a part of an answer: `（1）`, `①`. */
const PART = /^(?:[(（]\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*[)）]|[①-⑳])\s*(?=\S)/u;

/** `text` without the numbering in front; the whole `text` where nothing else is there. */
export function stripNumbering(text: string): string {
  return text.slice(numberingLength(text)).trimStart();
}

/** `text` without the pictures in front, which decorate a title and change nothing about what it says. */
export function stripEmoji(text: string): string {
  return text.replace(LEADING_EMOJI, '');
}

/** Length of the numbering in front of `text`, white space after it included. */
export function numberingLength(text: string): number {
  const length = LEADING.exec(text)?.[0].length ?? 0;
  return length < text.trimEnd().length ? length : 0;
}

/** The number of `9.迟到的数据`; undefined for other lines. */
export function leadingNumber(text: string): number | undefined {
  const match = NUMBERED.exec(text);
  return match ? Number(match[1]) : undefined;
}

/** Length of `（1）`, `①` in front of `text`; 0 without. */
export function partLength(text: string): number {
  return PART.exec(text)?.[0].length ?? 0;
}

/** The dotted numbers in front of a heading (`7.1.2` gives [7, 1, 2]); undefined without. */
export function dottedNumbers(text: string): number[] | undefined {
  const match = /^\s*(\d{1,3}(?:\.\d{1,3})*)(?:[.、．]|\s|(?=[^\d.%]))/.exec(text);
  return match?.[1]?.split('.').map(Number);
}
