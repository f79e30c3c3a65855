import { inSpacedWord } from './characters';
import type { Concept } from './concepts';
import type { Glossary } from './glossary';
import { type Need, partsOf } from './ordinary';
import { marksOf } from './systems';
import { isPartStart } from './tokens';

/** A text with what the editor knows of it. */
export interface Source {
  /** Path or URI; its words are evidence. */
  readonly path: string;
  /** VS Code's language id. */
  readonly languageId: string;
  readonly text: string;
}

/** Characters of a text that are read for the names in it, and for systems by name. */
const namesRead = 40_000;
const mentionsRead = 200_000;
/** Points that a system scores for being named by path, language or file name; by an import; by its name in the text, once and at most. */
const byPlace = 400;
const byImport = 400;
const byMention = 200;
const byName = 300;
/** Lines for one mention of a system to count in full: a name dropped once in a long file says little of the file. */
const linesPerMention = 150;
/** A name this near, in characters, speaks for its surroundings whatever the file is. */
const near = 200;
/** Names that tell less than `weak` each are ordinary words: together they tell `mostByWeak` at most. */
const weak = 25;
const mostByWeak = 40;
/** Points that satisfy each need. They are set by the tables of cases in the tests and by counting what is shown in public code. */
const enough: Readonly<Record<Need, number>> = { nothing: 0, company: 55, much: 96, system: 300 };

const importLine =
  /^\s*(import|package|using|require|#\s*include)\b|^\s*from\s+\S+\s+import\b|^\s*use\s+[\w:]+;|\brequire\(|\bfrom\s+['"]/;

/** What a text shows of one system. */
class Evidence {
  /** That the text is about the system: where it lies, what it imports, how often it names it. */
  named = 0;
  /** Offsets at which the text names the system, ascending. */
  readonly mentions: number[] = [];
  readonly #told = new Map<Concept, number>();
  #strong = 0;
  #weak = 0;

  /** A name of a concept was seen that tells so much. Of one concept, what tells most counts. */
  see(concept: Concept, tells: number): void {
    const before = this.#told.get(concept) ?? 0;
    if (tells <= before) return;
    this.#told.set(concept, tells);
    this.#add(before, -1);
    this.#add(tells, 1);
  }

  /** What all concepts but one tell: nothing vouches for itself. */
  company(concept: Concept): number {
    const own = this.#told.get(concept) ?? 0;
    const strong = this.#strong - (own >= weak ? own : 0);
    return strong + Math.min(mostByWeak, this.#weak - (own < weak ? own : 0));
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

  constructor(glossary: Glossary, source: Source) {
    this.#evidence = new Map(glossary.systems.map((id) => [id, new Evidence()]));
    for (const [id, evidence] of this.#evidence) if (isPlaced(id, source)) evidence.named += byPlace;
    this.#readMentions(source.text.slice(0, mentionsRead));
    const text = source.text.slice(0, namesRead);
    for (const { names } of glossary.matcher.all(text)) {
      const bearers = names.flatMap((name) => glossary.bearersOf(name));
      for (const { concept, tells } of bearers) {
        this.#evidence.get(concept.system.id)?.see(concept, tells / bearers.length);
      }
    }
  }

  /** Whether a name of the concept may match at `offset`. */
  allows(concept: Concept, need: Need, offset: number): boolean {
    return need === 'nothing' || this.#score(concept, need, offset) >= enough[need];
  }

  /** How likely the text at `offset` is about the concept's system: for putting the likeliest first. */
  likelihood(concept: Concept, offset: number): number {
    return this.#score(concept, 'company', offset);
  }

  #score(concept: Concept, need: Need, offset: number): number {
    const evidence = this.#evidence.get(concept.system.id);
    if (!evidence) return 0;
    const about = evidence.named + (evidence.isNear(offset) ? byName : 0);
    return need === 'system' ? about : about + evidence.company(concept);
  }

  #readMentions(text: string): void {
    const owners = new Map<string, Evidence>();
    for (const [id, evidence] of this.#evidence) for (const word of marksOf(id).words) owners.set(word, evidence);
    if (owners.size === 0) return;
    const pattern = new RegExp([...owners.keys()].map(escapePattern).join('|'), 'gi');
    for (const { 0: word, index } of text.matchAll(pattern)) {
      const evidence = owners.get(word.toLowerCase());
      if (!evidence || !isWhole(text, index, index + word.length)) continue;
      evidence.mentions.push(index);
      if (importLine.test(lineAt(text, index))) evidence.named += byImport;
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
  const start = Math.max(text.lastIndexOf('\n', offset) + 1, offset - near);
  const end = text.indexOf('\n', offset);
  return text.slice(start, Math.min(end < 0 ? text.length : end, offset + near));
}

/** Whether no more letters of the same word stand before or after; humps part words. */
function isWhole(text: string, start: number, end: number): boolean {
  const begins = start === 0 || !inSpacedWord(text.charCodeAt(start - 1)) || isPartStart(text, start);
  return begins && (end === text.length || !inSpacedWord(text.charCodeAt(end)) || isPartStart(text, end));
}

function escapePattern(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
