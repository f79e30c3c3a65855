import { classOf, dense, digit, lower, readUnits, upper } from './characters';

/**
 * The words and parts of words of a stretch of text, in order. All offsets count from `from`. One object serves any number of texts, one
 * after the other: a look-up allocates nothing.
 */
export class Tokens {
  from = 0;
  count = 0;
  /** Half-open ranges of the parts. */
  starts = new Int32Array(64);
  ends = new Int32Array(64);
  /** The folded units. */
  folded = new Uint16Array(256);
  #kinds = new Uint8Array(256);

  /**
   * Cuts `text` between `from` and `to` into the parts that a name can begin or end at: words, the humps of camelCase, the words between `_`, `-`
   * and `.`, runs of digits, and each character of a script written without word breaks.
   *
   * Where a part ends depends on the next three characters only, so that a stretch is cut as the whole text is, but for the parts at its edges.
   */
  read(text: string, from = 0, to = text.length): void {
    const length = to - from;
    if (length > this.folded.length) {
      this.folded = new Uint16Array(length * 2);
      this.#kinds = new Uint8Array(length * 2);
      this.starts = new Int32Array(length * 2);
      this.ends = new Int32Array(length * 2);
    }
    readUnits(text, from, to, this.#kinds, this.folded);
    this.from = from;
    let count = 0;
    for (let i = 0; i < length; ) {
      if (this.#kinds[i]! < lower) {
        i++;
        continue;
      }
      this.starts[count] = i;
      i = partEnd(this.#kinds, this.folded, i, length);
      this.ends[count++] = i;
    }
    this.count = count;
  }
}

const letterS = 's'.charCodeAt(0);

function partEnd(kinds: Uint8Array, folded: Uint16Array, start: number, length: number): number {
  const first = kinds[start]!;
  let end = start + 1;
  if (first === dense) return end;
  if (first === digit || first === upper) {
    while (end < length && kinds[end] === first) end++;
    if (first === digit || end >= length || kinds[end] !== lower) return end;
    if (end - start > 1) {
      // The R of `ISRates` begins a word, but `ISRs` is one part.
      const isPlural = folded[end] === letterS && !(end + 1 < length && kinds[end + 1] === lower);
      return isPlural ? end + 1 : end - 1;
    }
  }
  while (end < length && kinds[end] === lower) end++;
  return end;
}

/** Whether a part begins at `at`, whose unit and the one before are of words: at a hump, a digit, another script. */
export function isPartStart(text: string, at: number): boolean {
  const before = classOf(text.charCodeAt(at - 1));
  const here = classOf(text.charCodeAt(at));
  if (here === dense || before !== here) return !(before === upper && here === lower);
  if (here !== upper || at + 1 >= text.length || classOf(text.charCodeAt(at + 1)) !== lower) return false;
  const isPlural = text[at + 1] === 's' && !(at + 2 < text.length && classOf(text.charCodeAt(at + 2)) === lower);
  return !isPlural;
}
