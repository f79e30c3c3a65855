import { Context } from '../context';
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
  const drafts = [
    ...collectLabelTerms(reading, context),
    ...collectDefinitionTerms(reading),
    ...collectTableTerms(reading),
    ...collectConfigTerms(reading),
    ...collectBlockTerms(reading, questions),
    ...collectBracketTerms(reading),
    ...collectProseTerms(reading, context),
  ];
  const groups = new Map<string, TermDraft[]>();
  for (const draft of drafts) {
    const key = spelling(draft.name);
    const group = groups.get(key);
    if (!group) groups.set(key, [draft]);
    else if (group.every((other) => reading.lines.lineAt(other.start) !== reading.lines.lineAt(draft.start)))
      group.push(draft);
  }
  return [...groups.values()].map((group) => termOf(reading, group)).sort((a, b) => a.line - b.line);
}

/** Spellings that are the same name to a reader: `Event Time`, `EventTime`, `event-time`. */
export function spelling(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\p{L})[\s_-]+(?=\p{L})/gu, '')
    .replace(/\(\)$/, '');
}

function termOf(reading: Reading, group: readonly TermDraft[]): Term {
  const first = group[0]!;
  const lines = group.map((draft) => reading.lines.lineAt(draft.start)).sort((a, b) => a - b);
  const topic = sectionAt(reading, first.start).topic;
  const aliases = unique(
    first.name,
    group.flatMap((draft) => [...draft.aliases, draft.name]),
  );
  const trap = group.find((draft) => draft.trap)?.trap;
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
