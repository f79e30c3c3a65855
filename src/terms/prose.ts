/** Languages that are text through and through. */
const texts: ReadonlySet<string> = new Set(['', 'latex', 'log', 'markdown', 'plaintext', 'restructuredtext']);
const hashed: ReadonlySet<string> = new Set(
  'coffeescript dockerfile dotenv elixir gitignore ini julia makefile perl powershell properties python py r ruby shellscript toml yaml yml'.split(
    ' ',
  ),
);
const dashed: ReadonlySet<string> = new Set(['haskell', 'hive', 'hql', 'lua', 'sql']);
const tagged: ReadonlySet<string> = new Set(['html', 'xml', 'xsl', 'svg']);

const strings = String.raw`"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?`;
const blocks = String.raw`\/\*[\s\S]*?(?:\*\/|$)`;
const slashedProse = new RegExp(
  String.raw`\/\/[^\n]*|${blocks}|"""[\s\S]*?(?:"""|$)|${strings}|\`(?:\\[\s\S]|[^\`\\])*\`?`,
  'g',
);
const hashedProse = new RegExp(String.raw`#[^\n]*|"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|${strings}`, 'g');
const dashedProse = new RegExp(String.raw`--[^\n]*|${blocks}|${strings}`, 'g');
const taggedProse = /<!--[\s\S]*?(?:-->|$)|>[^<]+/g;

/** Half-open range of UTF-16 offsets. */
type Range = readonly [start: number, end: number];

/**
 * Where the comments and strings of a program are, in order; undefined where all is text. By the signs that begin and end them, no more: a regular
 * expression that holds a quote may deceive it, and costs one hover.
 */
export function proseRanges(text: string, language: string): readonly Range[] | undefined {
  if (texts.has(language)) return undefined;
  const pattern = hashed.has(language)
    ? hashedProse
    : dashed.has(language)
      ? dashedProse
      : tagged.has(language)
        ? taggedProse
        : slashedProse;
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => [index, index + found.length]);
}

/** Whether one of the ranges, which are in order, holds the offset. */
export function holds(ranges: readonly Range[], offset: number): boolean {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]![1] <= offset) low = middle + 1;
    else high = middle;
  }
  return low < ranges.length && ranges[low]![0] <= offset;
}
