import type { Card, ChoiceCard, Term } from '../../src/study/model';
import { type ContentNote, type ContentNotes, partsOf, textAt } from './notes';
import { type Required, required } from './required';

/** Something that is wrong with the built-in content: where (id of a card, name of a term, id of a system), and what. */
export interface Flaw {
  readonly at: string;
  readonly what: string;
}

type Flaws = Generator<Flaw, void>;

/** Everything that a machine can see to be wrong with the content; `content/README.md` says what is right. */
export function* flawsOf(en: ContentNotes, zh: ContentNotes, needed = required): Flaws {
  const ids = new Set([...en.values()].flatMap(({ note }) => note.cards.map((card) => card.id)));
  for (const system of new Set([...en.keys(), ...zh.keys(), ...Object.keys(needed)])) {
    const sides = [en.get(system), zh.get(system)] as const;
    const [english, chinese] = sides;
    if (!english || !chinese) {
      yield { at: system, what: `there is no note in ${english ? 'Chinese' : 'English'}` };
      continue;
    }
    for (const side of [english, chinese]) {
      yield* frontMatterFlaws(system, side);
      yield* unanswered(system, side);
      yield* linkFlaws(system, side, ids);
      yield* cardFlaws(system, side);
      yield* termFlaws(system, side);
    }
    yield* noteDifferences(system, english, chinese);
    yield* cardDifferences(system, english, chinese);
    yield* termDifferences(system, english, chinese);
    const least = needed[system];
    if (least) yield* missing(system, english, least);
  }
}

function* frontMatterFlaws(system: string, { note }: ContentNote): Flaws {
  const { meta } = note;
  if (meta.system !== system) yield { at: system, what: `the front matter says that it is ${meta.system}` };
  if (!/\d/.test(meta.version ?? '')) yield { at: system, what: 'no version' };
  if (meta.title === undefined || meta.tags.length === 0) yield { at: system, what: 'no title or no tags' };
  const names = new Set(note.terms.flatMap(namesOf).map(folded));
  for (const name of meta.context)
    if (!names.has(folded(name))) yield { at: system, what: `context names ${name}, which is no term of the note` };
}

function* unanswered(system: string, { note, text }: ContentNote): Flaws {
  for (const { title, why } of note.gaps) yield { at: system, what: `unanswered (${why}): ${title}` };
  for (const { code, line } of note.findings) yield { at: system, what: `${code} in line ${line}` };
  for (const [todo] of text.matchAll(/\b(?:TODO|TOOD|TBD|FIXME)\b.*/g)) yield { at: system, what: `not done: ${todo}` };
}

/** Links that lead neither to the web nor to a card. */
function* linkFlaws(system: string, { text }: ContentNote, ids: ReadonlySet<string | undefined>): Flaws {
  const outsideCode = text.replace(/^```.*?^```/gms, '').replace(/`[^`\n]*`/g, '');
  for (const [, target = ''] of outsideCode.matchAll(/\]\(([^)\s]*)\)?/g)) {
    if (/^https?:\/\/[\w.-]+\//.test(target)) continue;
    if (!ids.has(/^(?:[\w-]+\.md)?#([a-z0-9-]+)$/.exec(target)?.[1] ?? ''))
      yield { at: system, what: `a link leads to ${target}, which is not there` };
  }
}

function* cardFlaws(system: string, { note, text }: ContentNote): Flaws {
  const seen = new Set<string>();
  for (const card of note.cards) {
    const at = card.id ?? card.question;
    if (card.id === undefined) yield { at, what: 'no id' };
    if (!/^[a-z]+-[a-z0-9-]+$/.test(at) || !at.startsWith(`${system}-`))
      yield { at, what: `the id does not begin with ${system}-` };
    if (seen.has(at)) yield { at, what: 'the id is there twice' };
    seen.add(at);
    if (card.kind !== kindOf(at)) yield { at, what: `a ${card.kind} has the id of a ${kindOf(at)}` };
    const { body, sources } = partsOf(textAt(text, card.answer));
    if (sources.length === 0) yield { at, what: 'the answer does not end with its sources' };
    if (card.kind !== 'choice' && body === '') yield { at, what: 'no answer' };
    if (card.kind === 'choice') yield* choiceFlaws(at, card);
  }
}

/** Kind of card that an id is for. A list without right and wrong is read as no choice, a process without a list as no steps. */
function kindOf(id: string): Card['kind'] {
  if (id.includes('-choice-')) return 'choice';
  return id.includes('-steps-') ? 'steps' : 'question';
}

function* choiceFlaws(at: string, { options }: ChoiceCard): Flaws {
  if (options.length < 3 || options.length > 5) yield { at, what: `${options.length} options` };
  if (!options.every(({ explanation }) => explanation)) yield { at, what: 'an option without an explanation' };
}

function* termFlaws(system: string, { note, text }: ContentNote): Flaws {
  const items = text.split(/^## (?:Terms|术语)$/m)[1]?.match(/^- /gm) ?? [];
  if (items.length !== note.terms.length)
    yield { at: system, what: `${items.length} items in the glossary, but ${note.terms.length} terms` };
  const owners = new Map<string, string>();
  for (const term of note.terms) {
    if (textAt(text, term.definition).trim() === '') yield { at: term.name, what: 'no definition' };
    for (const name of namesOf(term)) {
      const owner = owners.get(folded(name));
      if (owner !== undefined) yield { at: term.name, what: `${name} is also a name of ${owner}` };
      owners.set(folded(name), term.name);
    }
  }
}

function* noteDifferences(system: string, en: ContentNote, zh: ContentNote): Flaws {
  const shapes = [en, zh].map(({ note }) => note.topics.map(({ parent }) => parent).join());
  if (shapes[0] !== shapes[1]) yield { at: system, what: 'the languages have different headings' };
  const [english, chinese] = [en, zh].map(({ note }) => (note.meta.version?.match(/[\d.]+/g) ?? []).sort().join(' '));
  if (english !== chinese) yield { at: system, what: `the languages are of the versions ${english} and ${chinese}` };
}

/** What the same card has to have in both languages: its place, its kind, its parts, its sources, its code. */
function* cardDifferences(system: string, en: ContentNote, zh: ContentNote): Flaws {
  if (en.note.cards.length !== zh.note.cards.length) {
    yield { at: system, what: `${en.note.cards.length} cards in English, ${zh.note.cards.length} in Chinese` };
    return;
  }
  for (const [index, card] of en.note.cards.entries()) {
    const other = zh.note.cards[index]!;
    const at = card.id ?? card.question;
    if (other.id !== card.id) {
      yield { at, what: `its place in Chinese is taken by ${other.id ?? other.question}` };
      continue;
    }
    if (other.topic !== card.topic) yield { at, what: 'the languages have it below different topics' };
    const [english, chinese] = [partsOf(textAt(en.text, card.answer)), partsOf(textAt(zh.text, other.answer))];
    if (english.trap !== chinese.trap) yield { at, what: 'only one language has a trap' };
    if (english.sources.join() !== chinese.sources.join()) yield { at, what: 'the languages have different sources' };
    if (english.fences !== chinese.fences) yield { at, what: 'the languages have different blocks of code' };
    if (card.kind === 'steps' && other.kind === 'steps' && card.steps.length !== other.steps.length)
      yield { at, what: 'the languages have different steps' };
    if (card.kind === 'choice' && other.kind === 'choice' && rights(card) !== rights(other))
      yield { at, what: 'the languages have different right answers' };
  }
}

function rights({ options }: ChoiceCard): string {
  return options.map(({ correct }) => (correct ? 'x' : '.')).join('');
}

/** The k-th term of a language is the k-th of the other: they give each other their lasting names. */
function* termDifferences(system: string, en: ContentNote, zh: ContentNote): Flaws {
  if (en.note.terms.length !== zh.note.terms.length) {
    yield { at: system, what: `${en.note.terms.length} terms in English, ${zh.note.terms.length} in Chinese` };
    return;
  }
  for (const [index, term] of en.note.terms.entries()) {
    const other = zh.note.terms[index]!;
    const pair = `${term.name} stands opposite ${other.name}`;
    const names = new Set(namesOf(term).map(folded));
    if (!namesOf(other).some((name) => names.has(folded(name))))
      yield { at: term.name, what: `${pair}, and they share no name` };
    if (tickedName(en, term) !== tickedName(zh, other))
      yield { at: term.name, what: `${pair}, and they are not the same code` };
    if (other.topic !== term.topic) yield { at: term.name, what: 'the languages have it in different groups' };
    if ((term.trap === undefined) !== (other.trap === undefined))
      yield { at: term.name, what: 'only one language has a trap' };
  }
}

/** What of a term's name is written as code. */
function tickedName({ text }: ContentNote, term: Term): string {
  const line = text.split('\n')[term.line - 1] ?? '';
  return (/^- \*\*(.+?)\*\*/.exec(line)?.[1]?.match(/`[^`]+`/g) ?? []).join();
}

function* missing(system: string, { note }: ContentNote, least: Required): Flaws {
  const { cards, terms } = note;
  const choices = cards.filter(({ kind }) => kind === 'choice').length;
  if (cards.length < least.questions) yield { at: system, what: `${cards.length} of ${least.questions} questions` };
  if (terms.length < least.terms) yield { at: system, what: `${terms.length} of ${least.terms} terms` };
  const open = cards.filter(({ kind }) => kind === 'question').length;
  if (2 * choices < open) yield { at: system, what: `${choices} choices for ${open} open questions` };
  const ids = new Set(cards.map((card) => card.id));
  for (const id of least.steps) if (!ids.has(id)) yield { at: id, what: 'there is no such card' };
}

function namesOf(term: Term): string[] {
  return [term.name, ...term.aliases];
}

/** Equal for names that are one to a reader who looks at letters only. */
function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');
}
