/** Pairs of characters are kept in so many lists: pairs that share one make a candidate more, never one less. */
const lists = 1 << 16;

/**
 * An inverted index of texts by their pairs of neighbouring characters: says which texts share most with a query, typing errors and all, without
 * reading them. (Q-gram filtering, Ukkonen 1992: an error destroys at most two pairs.)
 */
export class BigramIndex {
  /** The numbers of the texts with a pair, list after list; list `i` begins at `#begins[i]`. */
  readonly #begins = new Int32Array(lists + 1);
  readonly #texts: Int32Array;
  readonly #shared: Uint16Array;

  constructor(texts: readonly string[]) {
    const seen = new Int32Array(lists);
    for (let i = 0; i < texts.length; i++) {
      eachPair(texts[i]!, seen, i + 1, (list) => {
        this.#begins[list + 1]!++;
      });
    }
    for (let list = 0; list < lists; list++) this.#begins[list + 1]! += this.#begins[list]!;
    this.#texts = new Int32Array(this.#begins[lists]!);
    this.#shared = new Uint16Array(texts.length);
    const filled = this.#begins.slice();
    seen.fill(0);
    for (let i = 0; i < texts.length; i++) {
      eachPair(texts[i]!, seen, i + 1, (list) => {
        this.#texts[filled[list]!++] = i;
      });
    }
  }

  /** How many pairs each text shares with a word, by the text's number, and how many pairs the word has. Valid until the next call. */
  shared(word: string): { counts: Uint16Array; pairs: number } {
    this.#shared.fill(0);
    let pairs = 0;
    eachPair(word, new Int32Array(lists), 1, (list) => {
      pairs += 1;
      for (let at = this.#begins[list]!; at < this.#begins[list + 1]!; at++) this.#shared[this.#texts[at]!]!++;
    });
    return { counts: this.#shared, pairs };
  }
}

/** Calls back once for each list that the text's pairs are in. `seen` remembers by `mark` what was called. */
function eachPair(text: string, seen: Int32Array, mark: number, call: (list: number) => void): void {
  for (let i = 1; i < text.length; i++) {
    const hash = Math.imul(text.charCodeAt(i - 1), 0x9e3779b1) ^ Math.imul(text.charCodeAt(i), 0x85ebca6b);
    const list = (hash ^ (hash >>> 15)) & (lists - 1);
    if (seen[list] === mark) continue;
    seen[list] = mark;
    call(list);
  }
}
