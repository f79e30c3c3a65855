import { first, letters, more } from './pinyinTable';

/** Letters typed that are looked up as initials: of fewer nothing can be told. */
const LEAST = 2;
const MOST = 12;

/** The bits of the letters that each character of the table can begin with; made when initials are first asked for. */
let table: Uint32Array | undefined;

function makeTable(): Uint32Array {
  const bits = Uint32Array.from(letters, (letter) => bitOf(letter.charCodeAt(0)));
  for (const entry of more.split(' ')) {
    const at = entry.charCodeAt(0) - first;
    for (let i = 1; i < entry.length; i += 1) bits[at]! |= bitOf(entry.charCodeAt(i));
  }
  return bits;
}

/** One bit of 26 for a small letter, none for other characters. */
function bitOf(code: number): number {
  return code >= 97 && code <= 122 ? 1 << (code - 97) : 0;
}

/** Finds texts by the letters with which the pinyin of their characters begins: `sjqx` finds 数据倾斜, `kafkasw` Kafka事务. */
export class InitialsIndex {
  /** What each character can begin with, text after text, with a 0 behind each. */
  readonly #bits: Uint32Array;
  readonly #begins: Int32Array;

  /** @param texts folded: NFKC, lower case */
  constructor(texts: readonly string[]) {
    table ??= makeTable();
    this.#begins = new Int32Array(texts.length + 1);
    const length = texts.reduce((sum, text) => sum + text.length + 1, 0);
    this.#bits = new Uint32Array(length);
    let at = 0;
    texts.forEach((text, i) => {
      this.#begins[i] = at;
      for (let k = 0; k < text.length; k += 1) {
        const code = text.charCodeAt(k);
        const bits = code < 128 ? bitOf(code) : (table![code - first] ?? 0);
        // White space between the characters is not typed.
        if (bits !== 0 || code > 32) this.#bits[at++] = bits;
      }
      this.#bits[at++] = 0;
    });
    this.#begins[texts.length] = at;
  }

  /** The numbers of the texts with these initials in a row, those that begin with them first; none for what are no initials. */
  find(word: string): number[] {
    if (word.length < LEAST || word.length > MOST || !/^[a-z]+$/.test(word)) return [];
    const sought = Array.from(word, (letter) => bitOf(letter.charCodeAt(0)));
    const beginning: number[] = [];
    const inside: number[] = [];
    for (let text = 0; text < this.#begins.length - 1; text += 1) {
      const begin = this.#begins[text]!;
      const at = this.#indexOf(sought, begin, this.#begins[text + 1]! - sought.length);
      if (at === begin) beginning.push(text);
      else if (at > begin) inside.push(text);
    }
    return [...beginning, ...inside];
  }

  #indexOf(sought: readonly number[], from: number, to: number): number {
    const bits = this.#bits;
    for (let at = from; at < to; at += 1) {
      let k = 0;
      while (k < sought.length && (bits[at + k]! & sought[k]!) !== 0) k += 1;
      if (k === sought.length) return at;
    }
    return -1;
  }
}
