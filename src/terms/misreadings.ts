import { inSpacedWord } from './characters';
import { libraryNames } from './libraryNames';

/** No library name is longer, in characters. */
const longestLibraryName = 30;
/** What is read of a line on either side, in characters. */
const view = 200;

/**
 * Everyday words that programs use for things of their own even in the sources of the system: a `key` is mostly that of a map. In code they are jargon
 * only beside another name of the system.
 */
const bareWords: ReadonlySet<string> = new Set([
  'block',
  'container',
  'driver',
  'job',
  'key',
  'map',
  'object',
  'queue',
  'store',
  'table',
  'view',
]);

/** Whether what is written at [start, end) only looks like a term there. */
export function isMisread(text: string, start: number, end: number, language: string): boolean {
  return (
    isInLibraryName(text, start, end) ||
    isStatistics(text, start, end) ||
    isRecording(text, start, end) ||
    isTag(text, start, language)
  );
}

/** Whether a word needs other names of its system on the line, being code. */
export function isBare(text: string, start: number, end: number): boolean {
  return bareWords.has(text.slice(start, end).toLowerCase()) && !isProse(text, start);
}

/** The line around the range, cut where it is long. */
export function lineAround(
  text: string,
  start: number,
  end: number,
): { readonly text: string; readonly start: number } {
  const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - view);
  const to = text.indexOf('\n', end);
  return { text: text.slice(from, Math.min(to < 0 ? text.length : to, end + view)), start: from };
}

/** Whether the range lies in a comment, or in a line without the signs of code. */
function isProse(text: string, start: number): boolean {
  const line = lineAround(text, start, start);
  return /^\s*(\*|\/\/|\/\*|#|--|<!--)|\/\/ |^[^;{}()=<>]*$/.test(line.text);
}

/** Whether the range is a part of a name that a language's own library has: in `HashMap` there is no map of Hadoop. */
function isInLibraryName(text: string, start: number, end: number): boolean {
  let first = start;
  let last = end;
  while (first > 0 && end - first < longestLibraryName && inSpacedWord(text.charCodeAt(first - 1))) first--;
  while (last < text.length && last - start < longestLibraryName && inSpacedWord(text.charCodeAt(last))) last++;
  return (first < start || last > end) && libraryNames.has(text.slice(first, last));
}

/** `stats` are statistics, no plural of `stat`, and so is the `Stat` of `ServerStatCommand`. */
function isStatistics(text: string, start: number, end: number): boolean {
  if (end - start > 5 || !/^stats?$/i.test(text.slice(start, end))) return false;
  const isPart = (at: number) => at >= 0 && at < text.length && inSpacedWord(text.charCodeAt(at));
  return end - start === 5 || isPart(start - 1) || isPart(end);
}

/** To `recordLatency(…)` is no record: the verb that begins a method's name. */
function isRecording(text: string, start: number, end: number): boolean {
  return (
    text.slice(start, end) === 'record' &&
    /^([A-Z]\w*)?\(/.test(text.slice(end, end + view)) &&
    !(start > 0 && inSpacedWord(text.charCodeAt(start - 1)))
  );
}

/** Names of XML's and HTML's tags belong to the format: `<groupId>` is Maven's. */
function isTag(text: string, start: number, language: string): boolean {
  return (
    (language === 'xml' || language === 'html') && /<\/?[\w:.-]*$/.test(text.slice(Math.max(0, start - 40), start))
  );
}
