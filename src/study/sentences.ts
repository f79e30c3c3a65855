/** A part of a text, by its characters. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

/** What ends a sentence, or divides the two sides of a card. A stop between letters does not: `replica.lag`, `e.g.`; nor do the colons of `std::vector`. */
const END = /[。！？；;!?\n]|\.(?=\s|$)|:{2,3}(?=[\s\u3400-\u9fff]|$)/g;

/** The sentences of a text; the mark that ends one belongs to it. */
export function sentencesOf(text: string): Part[] {
  const parts: Part[] = [];
  let start = 0;
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length;
    push(parts, text, start, end);
    start = end;
  }
  push(parts, text, start, text.length);
  return parts;
}

function push(parts: Part[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && text.charCodeAt(start) <= 32) start += 1;
  while (end > start && text.charCodeAt(end - 1) <= 32) end -= 1;
  if (start < end) parts.push({ start, end });
}

/** The sentence around a place, of the sentences of a text. */
export function sentenceAt(sentences: readonly Part[], at: number): Part {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sentences[middle]!.start <= at) low = middle;
    else high = middle - 1;
  }
  return sentences[low] ?? { start: at, end: at };
}
