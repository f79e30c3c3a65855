import { agreement } from './agreement';
import { classOf, fold, lower } from './characters';
import type { Steps } from './steps';
import { Tokens } from './tokens';

/** Names at a place of a text: half-open range of UTF-16 offsets, and the indices of the names that are written there. */
export interface Match {
  readonly start: number;
  readonly end: number;
  readonly names: readonly number[];
}

/** Says whether a name may match there; asked before the longest is chosen, so that what is refused hides nothing. */
export type Accept = (name: number, start: number, end: number) => boolean;

/** Longest key that is looked for: what is longer is a sentence. */
const longestKey = 100;
/** Signs that a name may end with, at most (`C++`). */
const longestSuffix = 2;
/** More characters than this between two parts, and they belong to different names. */
const longestGap = 4;

/**
 * Finds names in texts: longest match over any number of names.
 *
 * Algorithm: a rolling hash (FNV-1a, Fowler, Noll and Vo, http://www.isthe.com/chongo/tech/comp/fnv/) over the folded characters, begun at each
 * part of a word and looked up at the end of each following part, in an open-addressing table of the hashes of the names. A bit filter of the hashes of all
 * beginnings of names ends the run as soon as no name goes on. Keys leave out what stands between parts, so one look-up finds `In-Sync Replicas`,
 * `inSyncReplicas` and `IN_SYNC_REPLICAS`; what was found is then held against the name's spelling.
 *
 * Why not Aho–Corasick (Aho and Corasick 1975), or a trie of characters as FlashText has (Singh 2017, arXiv:1711.00046): names begin and end only at
 * parts of words, so failure links over characters would find mostly what is thrown away; a question about one position must not read the line
 * from its beginning; and two flat arrays of integers are built in a tenth of the time and memory of a million nodes.
 */
export class Matcher {
  readonly #names: readonly string[];
  /** Open addressing with linear probing: pairs of hash and name + 1, 0 where free. A key with several names has several places. */
  readonly #table: Int32Array;
  /** One bit for the hash of each beginning of a key. */
  readonly #beginnings: Int32Array;
  /** Lent to one call at a time: `accept` may ask this matcher in its turn. */
  #scratch: Scratch | undefined;
  /** No match is longer than this, in characters. */
  #reach = 0;

  constructor(names: readonly string[], added = names.length) {
    this.#names = names;
    this.#table = new Int32Array(2 * powerOfTwo(names.length * 2.5));
    this.#beginnings = new Int32Array(powerOfTwo(names.reduce((sum, name) => sum + name.length, 0) >> 3));
    for (let i = 0; i < added; i++) this.#add(i, names[i]!);
  }

  /** The same as the constructor, a name at a time. */
  static *inSteps(names: readonly string[]): Steps<Matcher> {
    const matcher = new Matcher(names, 0);
    for (let i = 0; i < names.length; i++) yield matcher.#add(i, names[i]!);
    return matcher;
  }

  /** The longest match that covers the character at `offset`, the leftmost of equally long ones. Reads only the text around it. */
  at(text: string, offset: number, accept: Accept = always): Match | undefined {
    return this.#withScratch((scratch) => {
      const margin = this.#reach + longestGap;
      const { tokens } = scratch;
      tokens.read(text, lineStart(text, offset, margin), lineEnd(text, offset, margin));
      let best: Match | undefined;
      for (let i = 0; i < tokens.count && tokens.from + tokens.starts[i]! <= offset + longestGap; i++) {
        const match = this.#longestFrom(text, scratch, i, offset + 1, accept);
        if (!match || match.start > offset) continue;
        if (!best || match.end - match.start > best.end - best.start) best = match;
      }
      return best;
    });
  }

  /**
   * All matches that lie in no longer one, in order. They overlap only where names do (`a b` and `b c` in `a b c`), so that `at` gives the longest of
   * these that covers the position.
   */
  all(text: string, accept: Accept = always, end = text.length): Match[] {
    return this.#withScratch((scratch) => {
      scratch.tokens.read(text, 0, end);
      const found: Match[] = [];
      for (let i = 0; i < scratch.tokens.count; i++) {
        const match = this.#longestFrom(text, scratch, i, 0, accept);
        const last = found.at(-1);
        if (!match || (last && match.end <= last.end)) continue;
        if (last && match.start <= last.start) found.pop();
        found.push(match);
      }
      return found;
    });
  }

  #withScratch<Result>(use: (scratch: Scratch) => Result): Result {
    const scratch = this.#scratch ?? { tokens: new Tokens(), candidates: [] };
    this.#scratch = undefined;
    try {
      return use(scratch);
    } finally {
      this.#scratch = scratch;
    }
  }

  /** Adds the name's key, and the singular of a plural of several words. */
  #add(index: number, name: string): undefined {
    let hash = seed;
    let before = seed;
    let length = 0;
    let parts = 0;
    let previous = 0;
    for (let i = 0; i < name.length; i++) {
      const unit = name.charCodeAt(i);
      const kind = classOf(unit);
      if (kind !== previous) parts++;
      previous = kind;
      if (kind < lower) continue;
      before = hash;
      hash = step(hash, fold(unit));
      if (++length > longestKey) return;
      const bit = mix(hash) & (this.#beginnings.length * 32 - 1);
      this.#beginnings[bit >>> 5]! |= 1 << (bit & 31);
    }
    if (length < 2) return;
    this.#put(hash, index);
    if (parts > 2 && name.endsWith('s')) this.#put(before, index);
    this.#reach = Math.max(this.#reach, length + parts * longestGap);
  }

  #put(hash: number, index: number): void {
    const mask = this.#table.length - 1;
    let at = (mix(hash) << 1) & mask;
    while (this.#table[at + 1] !== 0) at = (at + 2) & mask;
    this.#table[at] = hash;
    this.#table[at + 1] = index + 1;
  }

  /** The longest match that begins at the part `first` and ends at `least` or later. */
  #longestFrom(text: string, scratch: Scratch, first: number, least: number, accept: Accept): Match | undefined {
    const { from } = scratch.tokens;
    const start = from + scratch.tokens.starts[first]!;
    for (let i = this.#goForth(scratch, first) - 1; i >= 0; i--) {
      const { end, hash, one, two, three, plural } = scratch.candidates[i]!;
      if (from + end + longestSuffix < least) return undefined;
      let match = this.#written(text, start, from + end, hash, 0, accept);
      if (!match && plural) {
        match =
          this.#written(text, start, from + end, one, 1, accept) ??
          (hisses(text, from + end - 3) ? this.#written(text, start, from + end, two, 2, accept) : undefined) ??
          this.#written(text, start, from + end, step(three, letterY), 3, accept);
      }
      if (match && match.end >= least) return match;
    }
    return undefined;
  }

  /** Goes from part to part as long as a name goes on; writes where one may end into the candidates and returns their number. */
  #goForth({ tokens, candidates }: Scratch, first: number): number {
    const { starts, ends, count, folded } = tokens;
    let found = 0;
    let hash = seed;
    let length = 0;
    for (let last = first; last < count; last++) {
      const start = starts[last]!;
      const end = ends[last]!;
      if (last > first && start - ends[last - 1]! > longestGap) break;
      length += end - start;
      if (length > longestKey) break;
      let one = hash;
      let two = hash;
      let three = hash;
      for (let i = start; i < end; i++) {
        three = two;
        two = one;
        one = hash;
        hash = step(hash, folded[i]!);
      }
      const goesOn = this.#begins(hash);
      const plural = isPlural(folded, start, end);
      if (goesOn || plural) {
        if (found === candidates.length) candidates.push({ ...noCandidate });
        const candidate = candidates[found++]!;
        candidate.end = end;
        candidate.hash = hash;
        candidate.one = one;
        candidate.two = two;
        candidate.three = three;
        candidate.plural = plural;
      }
      if (!goesOn) break;
    }
    return found;
  }

  /** Whether a key may begin with what has this hash; a few that do not are let through. */
  #begins(hash: number): boolean {
    const bit = mix(hash) & (this.#beginnings.length * 32 - 1);
    return (this.#beginnings[bit >>> 5]! & (1 << (bit & 31))) !== 0;
  }

  /** The names with this hash that are really written between `from` and `to`, whose last word has a plural ending of `ending` characters. */
  #written(text: string, from: number, to: number, hash: number, ending: number, accept: Accept): Match | undefined {
    const table = this.#table;
    const mask = table.length - 1;
    let best: { start: number; end: number; names: number[] } | undefined;
    for (let at = (mix(hash) << 1) & mask; table[at + 1] !== 0; at = (at + 2) & mask) {
      if (table[at] !== hash) continue;
      const name = table[at + 1]! - 1;
      const range = agreement(this.#names[name]!, text, from, to, ending);
      if (!range || !accept(name, range.start, range.end)) continue;
      if (best && best.start === range.start && best.end === range.end) best.names.push(name);
      else if (!best || range.end - range.start > best.end - best.start) {
        best = { start: range.start, end: range.end, names: [name] };
      }
    }
    return best;
  }
}

/** What a call writes down on its way: a look-up allocates nothing else. */
interface Scratch {
  readonly tokens: Tokens;
  readonly candidates: Candidate[];
}

/** Where a match may end: the end of a part, the hash up to there and one, two and three characters earlier, for plurals. */
interface Candidate {
  end: number;
  hash: number;
  one: number;
  two: number;
  three: number;
  plural: boolean;
}

const noCandidate: Candidate = { end: 0, hash: 0, one: 0, two: 0, three: 0, plural: false };

/** Whether a part may be a plural: it ends in s, but not as `class`, `status` and `axis` do. */
function isPlural(folded: Uint16Array, start: number, end: number): boolean {
  if (end - start < 3 || folded[end - 1] !== letterS) return false;
  const before = folded[end - 2];
  return before !== letterS && before !== letterU && before !== letterI;
}

/** Whether the letter at `at` takes -es in the plural (`boxes`, `batches`), so that `states` is no plural of `stat`. */
function hisses(text: string, at: number): boolean {
  return /[sxzh]/i.test(text[at] ?? '');
}

const always: Accept = () => true;
const letterI = 'i'.charCodeAt(0);
const letterS = 's'.charCodeAt(0);
const letterU = 'u'.charCodeAt(0);
const letterY = 'y'.charCodeAt(0);
const seed = 0x811c9dc5 | 0;

/** FNV-1a, a unit of 16 bits at a time. */
function step(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** Spreads a hash over its low bits: the finaliser of MurmurHash3 (Appleby). */
function mix(hash: number): number {
  let h = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

function powerOfTwo(least: number): number {
  let size = 64;
  while (size < least) size *= 2;
  return size;
}

function lineStart(text: string, offset: number, reach: number): number {
  const least = Math.max(0, offset - reach);
  let at = offset;
  while (at > least && text[at - 1] !== '\n') at--;
  return at;
}

function lineEnd(text: string, offset: number, reach: number): number {
  const most = Math.min(text.length, offset + reach);
  let at = offset;
  while (at < most && text[at] !== '\n') at++;
  return at;
}
