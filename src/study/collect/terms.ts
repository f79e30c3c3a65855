import { Context } from '../context';
import { isInGlossary } from '../glossary';
import { keyOf } from '../key';
import type { Term } from '../model';
import { unique } from '../names';
import { type Question, type Reading, sectionAt } from '../reading';
import { simhash } from '../simhash';
import { collectBlockTerms } from './termBlocks';
import { collectBracketTerms } from './termBrackets';
import { collectConfigTerms } from './termConfig';
import { collectDefinitionTerms } from './termDefinitions';
import type { TermDraft } from './termDraft';
import { collectLabelTerms } from './termLabels';
import { collectProseTerms } from './termProse';
import { collectTableTerms } from './termTables';

/** What the note explains, one term a name: the surest definition leads, the others give their lines and names. */
export function collectTerms(reading: Reading, questions: readonly Question[]): Term[] {
  const context = new Context(reading, questions);
  const drafts = ofGlossary(reading, [
    ...collectLabelTerms(reading, context),
    ...collectDefinitionTerms(reading),
    ...collectTableTerms(reading),
    ...collectConfigTerms(reading),
    ...collectBlockTerms(reading, questions),
    ...collectBracketTerms(reading),
    ...collectProseTerms(reading, context),
  ]);
  const groups = new Map<string, Map<number, TermDraft>>();
  for (const draft of withoutTwins(drafts)) {
    const key = spelling(draft.name);
    const line = reading.lines.lineAt(draft.start);
    const group = groups.get(key) ?? new Map<number, TermDraft>();
    if (!group.has(line)) group.set(line, draft);
    groups.set(key, group);
  }
  return [...groups.values()].map((group) => termOf(reading, group)).sort((a, b) => a.line - b.line);
}

/** Terms from which on a glossary is one. */
const GLOSSARY = 3;

/** Who writes a glossary says there what the terms are: what stands elsewhere only adds to them. Its definitions lead. */
function ofGlossary(reading: Reading, drafts: readonly TermDraft[]): readonly TermDraft[] {
  const inside = new Map<number, TermDraft>();
  for (const draft of drafts) {
    if (!isInGlossary(reading, sectionAt(reading, draft.start).topic)) continue;
    // A line defines one term, the first that is found; the others are words of its definition.
    const line = reading.lines.lineAt(draft.start);
    if (!inside.has(line)) inside.set(line, draft);
  }
  if (inside.size < GLOSSARY) return drafts;
  const own = [...inside.values()];
  const names = new Set(own.map((draft) => spelling(draft.name)));
  const isMore = (draft: TermDraft) =>
    names.has(spelling(draft.name)) && !inside.has(reading.lines.lineAt(draft.start));
  return [...own, ...drafts.filter(isMore)];
}

/**
 * One of two terms of a line that name each other: `*Maximum segment size* (MSS): …` is a label, and a long form with its short one. Nor is
 * the end of a name one, with the same brackets behind it.
 */
function withoutTwins(drafts: readonly TermDraft[]): TermDraft[] {
  const byPlace = new Map<number, TermDraft[]>();
  return drafts.filter((draft) => {
    const here = byPlace.get(draft.start) ?? [];
    byPlace.set(draft.start, here);
    if (here.some((other) => isTwin(draft, other))) return false;
    here.push(draft);
    return true;
  });
}

function isTwin(draft: TermDraft, other: TermDraft): boolean {
  const names = namesOf(other);
  if (names.has(spelling(draft.name))) return namesOf(draft).has(spelling(other.name));
  return other.name.endsWith(draft.name) && draft.aliases.some((alias) => names.has(spelling(alias)));
}

function namesOf(draft: TermDraft): ReadonlySet<string> {
  return new Set([draft.name, ...draft.aliases].map(spelling));
}

/** Spellings that are the same name to a reader: `Event Time`, `EventTime`, `event-time`. */
export function spelling(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\p{L})[\s_-]+(?=\p{L})/gu, '')
    .replace(/\(\)$/, '');
}

/** One term of all that defines it, by line; the surest draft comes first. */
function termOf(reading: Reading, group: ReadonlyMap<number, TermDraft>): Term {
  const drafts = [...group.values()];
  const first = drafts[0]!;
  const lines = [...group.keys()].sort((a, b) => a - b);
  const topic = sectionAt(reading, first.start).topic;
  const aliases = unique(
    first.name,
    drafts.flatMap((draft) => [...draft.aliases, draft.name]),
  );
  const trap = drafts.find((draft) => draft.trap)?.trap;
  const { definition, form } = first;
  return {
    name: first.name,
    aliases,
    topic,
    line: lines[0]!,
    moreLines: lines.slice(1),
    definition,
    form,
    key: keyOf('term', first.name, rootOf(reading, topic)),
    print: simhash(`${first.name}\n${aliases.join('\n')}\n${reading.text.slice(definition.start, definition.end)}`),
    ...(trap && { trap }),
  };
}

function rootOf(reading: Reading, topic: number): string {
  let at = topic;
  while (at >= 0 && reading.topics[at]!.parent >= 0) at = reading.topics[at]!.parent;
  return at < 0 ? '' : reading.topics[at]!.title;
}
