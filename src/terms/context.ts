import { inSpacedWord } from './characters';
import type { Concept } from './concepts';
import type { Bearer, Glossary } from './glossary';
import { isFarFromData, languageOf } from './languages';
import { type Need, partsOf } from './ordinary';
import { isOfOtherTrade } from './otherTrades';
import type { Province } from './provinces';
import { isDaily, marksOf } from './systems';
import { isPartStart } from './tokens';

/** A text with what the editor knows of it. */
export interface Source {
  /** Path or URI; its words are evidence. */
  readonly path: string;
  /** VS Code's language id. */
  readonly languageId: string;
  readonly text: string;
  /** Words of the dependencies that the build files above name, folded. */
  readonly dependencies?: ReadonlySet<string>;
}

/** Characters of a text that are read for the names in it, and for systems by name. */
const namesRead = 40_000;
const mentionsRead = 200_000;
/** Points that a system scores for being named by path, language or file name; by an import; by its name in the text, once and at most. */
const byPlace = 400;
const byImport = 400;
/** Points for a dependency in a build file: the program uses the system, which says little of one file. */
const byDependency = 100;
const byMention = 200;
const byName = 300;
/** Points of a concept that the text calls by another name as well, one that tells so much. */
const byOtherName = 60;
const telling = 70;
/** Lines for one mention of a system to count in full: a name dropped once in a long file says little of the file. */
const linesPerMention = 150;
/** A name this near, in characters, speaks for its surroundings whatever the file is. */
const near = 200;
/** Names that tell less than `weak` each are ordinary words: together they tell `mostByWeak` at most. */
const weak = 25;
const mostByWeak = 40;
/** Points that satisfy each need. They are set by the tables of cases in the tests and by counting what is shown in public code. */
const enough: Readonly<Record<Need, number>> = {
  nothing: 0,
  word: 0,
  free: 0,
  company: 55,
  pair: 70,
  trade: 120,
  much: 96,
  system: 300,
};

const importLine =
  /^\s*(import|package|using|require|#\s*include)\b|^\s*from\s+\S+\s+import\b|^\s*use\s+[\w:]+;|\brequire\(|\bfrom\s+['"]/;

/** What a text shows of one system. */
class Evidence {
  /** That the text is about the system: where it lies and what it imports. */
  placed = 0;
  /** The same with how often it names it. */
  named = 0;
  /** Offsets at which the text names the system, ascending. */
  readonly mentions: number[] = [];
  /** By spelling, so that of one concept `ISR` and 同步副本 vouch for each other. */
  readonly #told = new Map<string, number>();
  /** The telling names of each concept. */
  readonly #concepts = new Map<Concept, Set<string>>();
  #strong = 0;
  #weak = 0;

  /** A concept's name was seen that tells so much. */
  see(concept: Concept, spelling: string, tells: number): void {
    if (tells >= telling) {
      const names = this.#concepts.get(concept);
      if (names) names.add(spelling);
      else this.#concepts.set(concept, new Set([spelling]));
    }
    const before = this.#told.get(spelling) ?? 0;
    if (tells <= before) return;
    this.#told.set(spelling, tells);
    this.#add(before, -1);
    this.#add(tells, 1);
  }

  /** What all names but one tell: nothing vouches for itself. */
  company(spelling: string): number {
    const own = this.#told.get(spelling) ?? 0;
    const strong = this.#strong - (own >= weak ? own : 0);
    return strong + Math.min(mostByWeak, this.#weak - (own < weak ? own : 0));
  }

  /** Whether the text calls the concept by another name as well. */
  hasOtherName(concept: Concept, spelling: string): boolean {
    const names = this.#concepts.get(concept);
    return names !== undefined && names.size > (names.has(spelling) ? 1 : 0);
  }

  isNear(offset: number): boolean {
    let low = 0;
    let high = this.mentions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.mentions[middle]! <= offset - near) low = middle + 1;
      else high = middle;
    }
    return low < this.mentions.length && this.mentions[low]! < offset + near;
  }

  #add(tells: number, sign: 1 | -1): void {
    if (tells >= weak) this.#strong += sign * tells;
    else this.#weak += sign * tells;
  }
}

/** Which systems a text is about, from its path, language, imports, and the names in it. Made once per version of a text. */
export class Context {
  readonly #evidence: ReadonlyMap<string, Evidence>;
  readonly #language: string;
  readonly #head: string;
  readonly #path: string;
  readonly #provinces = new Map<Province, boolean>();
  readonly #otherTrades = new Map<string, boolean>();

  constructor(glossary: Glossary, source: Source) {
    this.#language = languageOf(source);
    this.#path = source.path;
    this.#head = source.text.slice(0, namesRead);
    this.#evidence = new Map(glossary.systems.map((id) => [id, new Evidence()]));
    for (const [id, evidence] of this.#evidence) {
      if (isPlaced(id, source)) evidence.placed += byPlace;
      evidence.named += evidence.placed;
      if (marksOf(id).words.some((word) => source.dependencies?.has(word))) evidence.named += byDependency;
    }
    this.#readMentions(source.text.slice(0, mentionsRead));
    for (const { names } of glossary.matcher.all(this.#head)) {
      const bearers = names.flatMap((name) => glossary.bearersOf(name));
      for (const { concept, spelling, tells } of bearers) {
        this.#evidence.get(concept.system.id)?.see(concept, spelling, tells / bearers.length);
      }
    }
  }

  /** Whether a name may mean its bearer's concept at `offset`; `loosely`: it is a key written as words of a sentence. */
  allows(bearer: Bearer, offset: number, loosely: boolean): boolean {
    if (bearer.province && !this.#isIn(bearer.province)) return false;
    const need = loosely ? 'system' : this.#needOf(bearer);
    return this.#score(bearer, need, offset) >= enough[need];
  }

  /** How likely the text at `offset` is about the bearer's system: for putting the likeliest first. */
  likelihood(bearer: Bearer, offset: number): number {
    return this.#score(bearer, 'company', offset);
  }

  /** What the name needs in a text of this kind. */
  #needOf({ name, need, concept }: Bearer): Need {
    const far = isFarFromData(this.#language);
    if (isDaily(concept.system.id, this.#language) || (far && need === 'trade')) return 'system';
    const elsewhere = this.#isAboutAnother(concept.system.id) || this.#liesElsewhere(concept.system.id);
    if (need === 'word') return elsewhere ? 'system' : 'nothing';
    if ((need === 'company' || need === 'much' || need === 'trade') && elsewhere) return 'system';
    if (need !== 'free' && need !== 'pair') return need;
    if (this.#isOfOtherTrade(name)) return 'system';
    return far ? 'trade' : need;
  }

  /** Whether the text is about some system, and not about this one. */
  #isAboutAnother(id: string): boolean {
    if ((this.#evidence.get(id)?.named ?? 0) > 0) return false;
    for (const { named } of this.#evidence.values()) if (named >= enough.system) return true;
    return false;
  }

  /** Whether the text lies with other systems, and not with this one. */
  #liesElsewhere(id: string): boolean {
    if ((this.#evidence.get(id)?.placed ?? 0) > 0) return false;
    for (const other of this.#evidence.values()) if (other.placed > 0) return true;
    return false;
  }

  #isIn(province: Province): boolean {
    let found = this.#provinces.get(province);
    if (found === undefined) {
      const shows = (sign: RegExp) => sign.test(this.#path) || sign.test(this.#head);
      found = !(province.where && !shows(province.where)) && !(province.unless && shows(province.unless));
      this.#provinces.set(province, found);
    }
    return found;
  }

  #isOfOtherTrade(name: string): boolean {
    let found = this.#otherTrades.get(name);
    if (found === undefined) {
      found = isOfOtherTrade(name, this.#head);
      this.#otherTrades.set(name, found);
    }
    return found;
  }

  #score({ concept, spelling }: Bearer, need: Need, offset: number): number {
    const evidence = this.#evidence.get(concept.system.id);
    if (!evidence) return 0;
    const about = evidence.named + (evidence.isNear(offset) ? byName : 0);
    // Where a text lies in another system's tree, that it drops a name says nothing of the ordinary words elsewhere in it.
    if (need === 'system')
      return this.#liesElsewhere(concept.system.id) ? about - (evidence.named - evidence.placed) : about;
    return about + evidence.company(spelling) + (evidence.hasOtherName(concept, spelling) ? byOtherName : 0);
  }

  #readMentions(text: string): void {
    const owners = new Map<string, Evidence>();
    for (const [id, evidence] of this.#evidence) for (const word of marksOf(id).words) owners.set(word, evidence);
    if (owners.size === 0) return;
    const pattern = new RegExp([...owners.keys()].map(escapePattern).join('|'), 'gi');
    for (const { 0: word, index } of text.matchAll(pattern)) {
      const evidence = owners.get(word.toLowerCase());
      if (!evidence || !isWhole(text, index, index + word.length) || isByName(text, word, index)) continue;
      evidence.mentions.push(index);
      if (!importLine.test(lineAt(text, index))) continue;
      evidence.named += byImport;
      evidence.placed += byImport;
    }
    const lines = text.split('\n').length;
    const density = linesPerMention / Math.max(lines, linesPerMention);
    for (const evidence of this.#evidence.values()) {
      evidence.named += Math.min(byName, evidence.mentions.length * byMention * density);
    }
  }
}

function isPlaced(id: string, { path, languageId }: Source): boolean {
  const { words, files, languages = [] } = marksOf(id);
  const segments = path.split(/[/\\]/);
  const file = (segments.at(-1) ?? '').toLowerCase();
  return (
    segments.some((segment) => partsOf(segment).some((part) => words.includes(part))) ||
    languages.includes(languageId) ||
    (files?.test(file) ?? false)
  );
}

function lineAt(text: string, offset: number): string {
  // No search goes beyond what is wanted: a line may be the whole file.
  const before = text.slice(Math.max(0, offset - near), offset);
  const after = text.slice(offset, offset + near);
  const end = after.indexOf('\n');
  return before.slice(before.lastIndexOf('\n') + 1) + (end < 0 ? after : after.slice(0, end));
}

/** Whether no more letters of the same word stand before or after; humps part words. */
function isWhole(text: string, start: number, end: number): boolean {
  const begins = start === 0 || !inSpacedWord(text.charCodeAt(start - 1)) || isPartStart(text, start);
  return begins && (end === text.length || !inSpacedWord(text.charCodeAt(end)) || isPartStart(text, end));
}

/** Whether the humps of a word stand in it by chance: `ImageByNameNode` is no NameNode's. */
function isByName(text: string, word: string, start: number): boolean {
  return /[a-z][A-Z]/.test(word) && start > 0 && inSpacedWord(text.charCodeAt(start - 1));
}

function escapePattern(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
