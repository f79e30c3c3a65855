import type { Card, ChoiceOption, Gap, NoteMeta, Span, StudyNote, Term, TermForm, Topic } from './model';

/**
 * A note that was read, in a form that is small in a file and quick to take in: what repeats itself (names of fields, texts of headings) is left out, and
 * places are written as their distance from the place before. `unpackNote(packNote(note))` is the note.
 */
export interface PackedNote {
  readonly meta: NoteMeta;
  readonly title?: string;
  readonly language: StudyNote['language'];
  /** Counts, indexes and distances, in the order in which they are read. */
  readonly numbers: readonly number[];
  readonly texts: readonly string[];
  /** Usually there are none, so they are as they are. */
  readonly rest?: Pick<StudyNote, 'gaps' | 'findings'>;
}

const kinds = ['question', 'steps', 'choice', 'cloze'] as const satisfies readonly Card['kind'][];
const forms = ['label', 'block', 'table', 'config', 'bracket', 'prose'] as const satisfies readonly TermForm[];

export function packNote({ meta, title, language, topics, cards, terms, gaps, findings }: StudyNote): PackedNote {
  const out = new Writer();
  const titles = new Map(topics.map((topic, index) => [topic.title, index]));
  out.list(topics, (topic) => {
    out.text(topic.title);
    out.number(topic.parent);
    out.line(topic.line);
  });
  out.restart();
  out.list(cards, (card) => packCard(out, card, titles.get(card.question)));
  out.restart();
  out.list(terms, (term) => packTerm(out, term));
  const { numbers, texts } = out;
  const rest = gaps.length + findings.length > 0 && { gaps, findings };
  return { meta, ...(title !== undefined && { title }), language, numbers, texts, ...(rest && { rest }) };
}

export function unpackNote({ meta, title, language, numbers, texts, rest }: PackedNote): StudyNote {
  const from = new Reader(numbers, texts);
  const topics = from.list((): Topic => ({ title: from.text(), parent: from.number(), line: from.line() }));
  from.restart();
  const cards = from.list(() => unpackCard(from, topics));
  from.restart();
  const terms = from.list(() => unpackTerm(from));
  const { gaps, findings } = rest ?? { gaps: [] as Gap[], findings: [] };
  return { meta, ...(title !== undefined && { title }), language, topics, cards, terms, gaps, findings };
}

/** @param heading index of the topic that is itself the question */
function packCard(out: Writer, card: Card, heading: number | undefined): void {
  out.number(kinds.indexOf(card.kind));
  out.number(heading ?? -1);
  if (heading === undefined) out.text(card.question);
  out.number(card.topic);
  out.line(card.line);
  out.line(card.endLine);
  out.identity(card);
  out.maybe(card.stem, (stem) => out.span(stem));
  if (card.kind === 'choice') out.list(card.options, (option) => packOption(out, option));
  if (card.kind === 'cloze') out.list(card.holes, (hole) => out.span(hole));
  if (card.kind === 'steps') out.list(card.steps, (step) => out.span(step));
  out.span(card.answer);
}

function unpackCard(from: Reader, topics: readonly Topic[]): Card {
  const kind = kinds[from.number()]!;
  const heading = from.number();
  const question = topics[heading]?.title ?? from.text();
  const place = { topic: from.number(), line: from.line(), endLine: from.line() };
  const identity = from.identity();
  const stem = from.maybe(() => from.span());
  const parts = partsOf(from, kind);
  const base = { question, ...place, ...identity, ...(stem && { stem }), answer: from.span() };
  return { ...parts, ...base } as Card;
}

function partsOf(from: Reader, kind: Card['kind']) {
  switch (kind) {
    case 'choice':
      return { kind, options: from.list(() => unpackOption(from)) };
    case 'cloze':
      return { kind, holes: from.list(() => from.span()) };
    case 'steps':
      return { kind, steps: from.list(() => from.span()) };
    case 'question':
      return { kind };
  }
}

function packOption(out: Writer, { text, correct, explanation }: ChoiceOption): void {
  out.number(correct ? 1 : 0);
  out.span(text);
  out.maybe(explanation, (span) => out.span(span));
}

function unpackOption(from: Reader): ChoiceOption {
  const correct = from.number() === 1;
  const text = from.span();
  const explanation = from.maybe(() => from.span());
  return { text, correct, ...(explanation && { explanation }) };
}

function packTerm(out: Writer, term: Term): void {
  out.text(term.name);
  out.list(term.aliases, (alias) => out.text(alias));
  out.number(term.topic);
  out.line(term.line);
  out.list(term.moreLines, (line) => out.number(line));
  out.number(forms.indexOf(term.form));
  out.identity(term);
  out.span(term.definition);
  out.maybe(term.trap, (trap) => out.span(trap));
  out.maybe(term.picture, ({ start, end }) => {
    // Stands anywhere: what follows is not near it.
    out.number(start);
    out.number(end);
  });
}

function unpackTerm(from: Reader): Term {
  const name = from.text();
  const aliases = from.list(() => from.text());
  const place = { topic: from.number(), line: from.line(), moreLines: from.list(() => from.number()) };
  const form = forms[from.number()]!;
  const identity = from.identity();
  const definition = from.span();
  const trap = from.maybe(() => from.span());
  const picture = from.maybe(() => ({ start: from.number(), end: from.number() }));
  return { name, aliases, ...place, definition, form, ...identity, ...(trap && { trap }), ...(picture && { picture }) };
}

interface Identity {
  readonly id?: string;
  readonly key: string;
  readonly print: string;
}

class Writer {
  readonly numbers: number[] = [];
  readonly texts: string[] = [];
  #offset = 0;
  #line = 0;

  /** Distances begin at the top of the note again. */
  restart(): void {
    this.#offset = 0;
    this.#line = 0;
  }

  number(value: number): void {
    this.numbers.push(value);
  }

  text(value: string): void {
    this.texts.push(value);
  }

  line(line: number): void {
    this.number(line - this.#line);
    this.#line = line;
  }

  span({ start, end }: Span): void {
    this.number(start - this.#offset);
    this.number(end - start);
    this.#offset = end;
  }

  /** What has a lasting name has as a rule nothing else. */
  identity({ id, key, print }: Identity): void {
    const bare = key === '' && print === '';
    this.number((id === undefined ? 0 : 1) + (bare ? 0 : 2));
    for (const text of [id, ...(bare ? [] : [key, print])]) if (text !== undefined) this.text(text);
  }

  maybe<T>(value: T | undefined, write: (value: T) => void): void {
    this.list(value === undefined ? [] : [value], write);
  }

  list<T>(values: readonly T[], write: (value: T) => void): void {
    this.number(values.length);
    values.forEach(write);
  }
}

class Reader {
  readonly #numbers: readonly number[];
  readonly #texts: readonly string[];
  #nextNumber = 0;
  #nextText = 0;
  #offset = 0;
  #line = 0;

  constructor(numbers: readonly number[], texts: readonly string[]) {
    this.#numbers = numbers;
    this.#texts = texts;
  }

  restart(): void {
    this.#offset = 0;
    this.#line = 0;
  }

  number(): number {
    return this.#numbers[this.#nextNumber++]!;
  }

  text(): string {
    return this.#texts[this.#nextText++]!;
  }

  line(): number {
    this.#line += this.number();
    return this.#line;
  }

  span(): Span {
    const start = this.#offset + this.number();
    this.#offset = start + this.number();
    return { start, end: this.#offset };
  }

  identity(): Identity {
    const has = this.number();
    const id = has & 1 ? this.text() : undefined;
    const [key, print] = has & 2 ? [this.text(), this.text()] : ['', ''];
    return { ...(id !== undefined && { id }), key, print };
  }

  maybe<T>(read: () => T): T | undefined {
    return this.list(read)[0];
  }

  list<T>(read: () => T): T[] {
    return Array.from({ length: this.number() }, read);
  }
}
