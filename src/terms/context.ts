import { inSpacedWord } from './characters';
import type { Concept } from './concepts';
import type { Glossary } from './glossary';
import { type Need, needsCompany, needsMuchCompany, needsNothing, needsSystem, partsOf } from './ordinary';
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

/** Characters of a text that are read for evidence: imports and what follows them. */
const evidenceLength = 40_000;
/** What a system scores for being named by path, language or file name; by an import; by its name in the text, once and at most. */
const byPlace = 4;
const byImport = 4;
const byMention = 2;
const byName = 3;
/** Lines for one mention of a system to count in full: a name dropped once in a long file says little of the file. */
const linesPerMention = 150;
/** A name this near, in characters, speaks for its surroundings whatever the file is. */
const near = 200;
/** What a name tells of its system, by what it needs itself. */
const told: Readonly<Record<Need, number>> = {
  [needsNothing]: 1,
  [needsCompany]: 0.5,
  [needsMuchCompany]: 0.3,
  [needsSystem]: 0,
};
/** Score that satisfies each need. */
const enough: Readonly<Record<Need, number>> = {
  [needsNothing]: 0,
  [needsCompany]: 1,
  [needsMuchCompany]: 1.5,
  [needsSystem]: 3,
};

const importLine =
  /^\s*(import|from|package|#\s*include|use|using|require|export .* from|(const|let|var) .*require\()\b/;

interface Evidence {
  /** That the text is about the system: where it lies, what it imports, how often it names it. */
  named: number;
  /** Offsets at which the text names the system. */
  readonly mentions: number[];
  /** What each concept that was seen tells. */
  readonly told: Map<Concept, number>;
  total: number;
}

/** Which systems a text is about, from its path, language, imports, and the names in it. Made once per version of a text. */
export class Context {
  readonly #glossary: Glossary;
  readonly #evidence = new Map<string, Evidence>();

  constructor(glossary: Glossary, source: Source) {
    this.#glossary = glossary;
    const text = source.text.slice(0, evidenceLength);
    const systems = glossary.systems;
    for (const id of systems)
      this.#evidence.set(id, { named: placed(id, source), mentions: [], told: new Map(), total: 0 });
    this.#readMentions(text, systems);
    this.#readNames(text);
  }

  /** Whether a name of the concept may match at `offset`. */
  allows(concept: Concept, need: Need, offset: number): boolean {
    return need === needsNothing || this.#score(concept, need, offset) >= enough[need];
  }

  /** How likely the text at `offset` is about a system: for putting the likeliest first. */
  likelihood(concept: Concept, offset: number): number {
    return this.#score(concept, needsCompany, offset);
  }

  #score(concept: Concept, need: Need, offset: number): number {
    const evidence = this.#evidence.get(concept.system.id);
    if (!evidence) return 0;
    const { named, mentions, total } = evidence;
    const here = mentions.some((at) => Math.abs(at - offset) < near) ? byName : 0;
    const company = need === needsSystem ? 0 : total - (evidence.told.get(concept) ?? 0);
    return named + here + company;
  }

  #readMentions(text: string, systems: readonly string[]): void {
    const owners = new Map(systems.flatMap((id) => marksOf(id).words.map((word) => [word, id] as const)));
    if (owners.size === 0) return;
    const pattern = new RegExp([...owners.keys()].map(escapePattern).join('|'), 'gi');
    const lines = Math.max(1, text.split('\n').length);
    for (const { 0: word, index } of text.matchAll(pattern)) {
      const evidence = this.#evidence.get(owners.get(word.toLowerCase()) ?? '');
      if (!evidence || !isWhole(text, index, index + word.length)) continue;
      evidence.mentions.push(index);
      if (importLine.test(text.slice(text.lastIndexOf('\n', index) + 1, index))) evidence.named += byImport;
    }
    for (const evidence of this.#evidence.values()) {
      const density = linesPerMention / Math.max(lines, linesPerMention);
      evidence.named += Math.min(byName, evidence.mentions.length * byMention * density);
    }
  }

  #readNames(text: string): void {
    const glossary = this.#glossary;
    for (const { names } of glossary.matcher.all(text)) {
      const found = names.flatMap((name) => glossary.bearersOf(name));
      for (const { concept, need } of found) {
        const evidence = this.#evidence.get(concept.system.id);
        if (!evidence) continue;
        const before = evidence.told.get(concept) ?? 0;
        const now = Math.max(before, told[need] / found.length);
        evidence.told.set(concept, now);
        evidence.total += now - before;
      }
    }
  }
}

function placed(id: string, { path, languageId }: Source): number {
  const { words, files, languages = [] } = marksOf(id);
  const segments = path.split(/[/\\]/);
  const file = segments.at(-1) ?? '';
  const named = segments.some((segment) => partsOf(segment).some((part) => words.includes(part)));
  return named || languages.includes(languageId) || files?.test(file.toLowerCase()) ? byPlace : 0;
}

function isWhole(text: string, start: number, end: number): boolean {
  const begins = start === 0 || !inSpacedWord(text.charCodeAt(start - 1)) || isPartStart(text, start);
  return begins && (end === text.length || !inSpacedWord(text.charCodeAt(end)) || isPartStart(text, end));
}

function escapePattern(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
