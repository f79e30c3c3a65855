import Fuse, { type Expression, type IFuseOptions } from 'fuse.js';
import { BigramIndex } from './bigrams';
import { InitialsIndex } from './initials';

/** Something that can be found. Callers add what they need to show and to open it. */
export interface SearchEntry {
  readonly kind: 'topic' | 'question' | 'term';
  readonly title: string;
  /** Other names of a term. */
  readonly aliases: readonly string[];
  /** Titles of the topics above, outermost first. */
  readonly path: readonly string[];
}

/** An entry's texts as they are compared: folded. */
export interface SearchRecord {
  readonly index: number;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly path: string;
}

const weights = { title: 3, aliases: 2, path: 1 };

/** How fuse.js ranks. A third of a word's letters may be wrong, wherever it stands; a match among few words counts more than one among many. */
export const ranking = {
  keys: Object.entries(weights).map(([name, weight]) => ({ name, weight })),
  threshold: 0.34,
  ignoreLocation: true,
} satisfies IFuseOptions<SearchRecord>;

/** Entries that fuse.js ranks for a query: enough that hardly one of the best is left out, few enough for every keystroke. */
const shortList = 300;

/** One text of every entry, as far as the short list needs it. */
interface Field {
  /** Its part of all weights. */
  readonly weight: number;
  readonly bigrams: BigramIndex;
  /** The text's parts that are compared apart: one, or each alias. */
  parts(record: SearchRecord): readonly string[];
  /** What fuse.js makes of the number of words in a text, by the entry's number: that of its shortest part. */
  readonly norms: Float32Array;
  /** One bit for each of the letters a to z that stand in the text: a single letter is in most texts, and need not be looked for in each. */
  readonly letters: Int32Array;
}

/**
 * Finds entries as one types: in any order of the words, with typing errors, Chinese by any part of a word or by the initials of its pinyin. fuse.js ranks, but reads every text for every
 * keystroke; so a bigram index of each field first picks the entries to which fuse.js can give its best scores.
 */
export class SearchIndex<Entry extends SearchEntry> {
  readonly #entries: readonly Entry[];
  readonly #records: readonly SearchRecord[];
  readonly #fields: readonly Field[];
  /** Of titles and names in Chinese, with the entry of each; made for the first query that can be initials. */
  #initials: { readonly index: InitialsIndex; readonly entries: readonly number[] } | undefined;

  constructor(entries: readonly Entry[]) {
    this.#entries = entries;
    this.#records = entries.map(toRecord);
    this.#fields = [
      this.#field(weights.title, (record) => [record.title]),
      this.#field(weights.aliases, (record) => record.aliases),
      this.#field(weights.path, (record) => [record.path]),
    ];
  }

  /** The best entries first, at most `limit`. None for a query of white space. */
  search(query: string, limit: number): Entry[] {
    const words = fold(query).split(/\s+/).filter(Boolean);
    if (words.length === 0) return [];
    const fuse = new Fuse(this.#candidates(words), ranking);
    const ranked = fuse.search(toExpression(words), { limit }).map(({ item }) => item.index);
    const found = words.length === 1 ? this.#withInitials(words[0]!, ranked) : ranked;
    return found.slice(0, limit).map((index) => this.#entries[index]!);
  }

  /** What has the word as it is, then what has it as its initials in pinyin, then what is merely like it. */
  #withInitials(word: string, ranked: readonly number[]): readonly number[] {
    if (!/^[a-z]+$/.test(word)) return ranked;
    this.#initials ??= this.#makeInitials();
    const { index, entries } = this.#initials;
    const initials = index.find(word).map((at) => entries[at]!);
    if (initials.length === 0) return ranked;
    const has = (at: number) => {
      const { title, aliases } = this.#records[at]!;
      return title.includes(word) || aliases.some((alias) => alias.includes(word));
    };
    return [...new Set([...ranked.filter(has), ...initials, ...ranked])];
  }

  #makeInitials() {
    const chinese = this.#records.flatMap(({ index, title, aliases }) =>
      [title, ...aliases].filter((text) => /[\u3400-\u9fff]/.test(text)).map((text) => ({ index, text })),
    );
    const index = new InitialsIndex(chinese.map(({ text }) => text));
    return { index, entries: chinese.map((each) => each.index) };
  }

  #field(weight: number, parts: (record: SearchRecord) => readonly string[]): Field {
    const texts = this.#records.map((record) => parts(record).join('\n'));
    return {
      weight: weight / (weights.title + weights.aliases + weights.path),
      bigrams: new BigramIndex(texts),
      parts,
      norms: Float32Array.from(this.#records, (record) => Math.max(0, ...parts(record).map(normOf))),
      letters: Int32Array.from(texts, lettersOf),
    };
  }

  /** The entries that can score best, in their order, which decides ties. */
  #candidates(words: readonly string[]): SearchRecord[] {
    const scores = new Float32Array(this.#records.length);
    for (const word of words) this.#score(word, scores);
    const found: number[] = [];
    for (let i = 0; i < scores.length; i++) if (scores[i]! < 0) found.push(i);
    if (found.length <= shortList) return found.map((i) => this.#records[i]!);
    const sorted = Float32Array.from(found, (i) => scores[i]!).sort();
    const worst = sorted[shortList - 1]!;
    let room = shortList - sorted.indexOf(worst);
    return found.filter((i) => scores[i]! < worst || (scores[i] === worst && room-- > 0)).map((i) => this.#records[i]!);
  }

  /** Adds the logarithm of the score that fuse.js can give each entry for a word at best (less is better); entries without the word go up for good. */
  #score(word: string, scores: Float32Array): void {
    const best = new Float32Array(scores.length);
    const mostErrors = Math.floor(ranking.threshold * word.length);
    const logs = Float32Array.from({ length: mostErrors + 1 }, (_, errors) => Math.log(errors / word.length));
    const letter = /^[a-z]$/.test(word) ? lettersOf(word) : 0;
    for (const { bigrams, parts, norms, weight, letters } of this.#fields) {
      if (letter !== 0) {
        for (let i = 0; i < letters.length; i++) {
          if ((letters[i]! & letter) === 0) continue;
          // Only a text of one word can be the letter and no more.
          const log = norms[i] === 1 && parts(this.#records[i]!).includes(word) ? LOG_SAME : LOG_INSIDE;
          best[i]! += log * weight * norms[i]!;
        }
        continue;
      }
      const { counts, pairs } = bigrams.shared(word);
      // An error destroys two pairs at most. A text that shares none at all is never among the best.
      const least = pairs === 0 ? 0 : Math.max(1, pairs - 2 * mostErrors);
      for (let i = 0; i < counts.length; i++) {
        const shared = counts[i]!;
        if (shared < least) continue;
        let log = 0;
        if (shared === pairs) for (const part of parts(this.#records[i]!)) log += logOf(part, word);
        const errors = Math.max(1, (pairs - shared + 1) >> 1);
        if (log === 0 && errors <= mostErrors) log = logs[errors]!;
        best[i]! += log * weight * norms[i]!;
      }
    }
    for (let i = 0; i < scores.length; i++) scores[i]! += best[i] === 0 ? Number.POSITIVE_INFINITY : best[i]!;
  }
}

/** The logarithm of fuse.js's score of a text without errors; 0 where the word is not in it as it is. */
function logOf(text: string, word: string): number {
  if (text === word) return LOG_SAME;
  return text.includes(word) ? LOG_INSIDE : 0;
}

const LOG_SAME = Math.log(Number.EPSILON);
const LOG_INSIDE = Math.log(0.001);

function lettersOf(text: string): number {
  let letters = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code >= 97 && code <= 122) letters |= 1 << (code - 97);
  }
  return letters;
}

export function toRecord(entry: SearchEntry, index: number): SearchRecord {
  return {
    index,
    title: fold(entry.title),
    aliases: entry.aliases.map(fold),
    path: fold(entry.path.join(' ')),
  };
}

/** Every word has to be found, each in whichever text. */
export function toExpression(words: readonly string[]): Expression {
  return { $and: words.map((word) => ({ $or: ranking.keys.map(({ name }) => ({ [name]: word })) })) };
}

function normOf(text: string): number {
  return 1 / Math.sqrt(Math.max(1, text.split(' ').length));
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}
