import type { Card, ChoiceOption, Gap, NoteMeta, Span, StudyNote, Term, TermForm, Topic } from './model';

/**
 * A note that was read, in a form that is small in a file and in memory, and quick to take in: what repeats itself (names of fields, texts of headings) is
 * left out, and places are written as their distance from the place before. `unpackNote(packNote(note))` is the note.
 */
export interface PackedNote {
  readonly meta: NoteMeta;
  readonly title?: string;
  readonly language: StudyNote['language'];
  /** Where the cards and the terms begin, in `numbers` and in `texts`; then counts, indexes, distances and lengths of texts, in the order in which they are read. */
  readonly numbers: ArrayLike<number>;
  /** All texts, one behind the other: a string for each would take more room than what it says. */
  readonly texts: string;
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
  out.begin(0);
  out.list(cards, (card) => packCard(out, card, titles.get(card.question)));
  out.begin(1);
  out.list(terms, (term) => packTerm(out, term));
  const { numbers, texts } = out;
  const rest = gaps.length + findings.length > 0 && { gaps, findings };
  return { meta, ...(title !== undefined && { title }), language, numbers, texts, ...(rest && { rest }) };
}

export function unpackNote(packed: PackedNote): StudyNote {
  const { meta, title, language, rest } = packed;
  const topics = unpackTopics(packed);
  const [cards, terms] = [unpackCards(packed, topics), unpackTerms(packed)];
  const { gaps, findings } = rest ?? { gaps: [] as Gap[], findings: [] };
  return { meta, ...(title !== undefined && { title }), language, topics, cards, terms, gaps, findings };
}

export function unpackTopics({ numbers, texts }: PackedNote): Topic[] {
  const from = new Reader(numbers, texts, HEAD, 0);
  return from.list((): Topic => ({ title: from.text(), parent: from.number(), line: from.line() }));
}

/** @param topics of the same note */
export function unpackCards({ numbers, texts }: PackedNote, topics: readonly Topic[]): Card[] {
  const from = new Reader(numbers, texts, numbers[0]!, numbers[1]!);
  return from.list(() => unpackCard(from, topics));
}

export function unpackTerms({ numbers, texts }: PackedNote): Term[] {
  const from = new Reader(numbers, texts, numbers[2]!, numbers[3]!);
  return from.list(() => unpackTerm(from));
}

/** Numbers in front, which say where the cards and the terms begin. */
const HEAD = 4;

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
  const [topic, line, endLine] = [from.number(), from.line(), from.line()];
  const card: Unpacked = { kind, question, topic, line, endLine, answer: nowhere, key: '', print: '' };
  from.identity(card);
  if (from.has()) card.stem = from.span();
  if (kind === 'choice') card.options = from.list(() => unpackOption(from));
  if (kind === 'cloze') card.holes = from.list(() => from.span());
  if (kind === 'steps') card.steps = from.list(() => from.span());
  card.answer = from.span();
  return card as Card;
}

/** A card while it is read. Fields are set one by one: objects that are put together of others take ten times as long. */
interface Unpacked {
  kind: Card['kind'];
  question: string;
  topic: number;
  line: number;
  endLine: number;
  answer: Span;
  id?: string;
  key: string;
  print: string;
  stem?: Span;
  options?: ChoiceOption[];
  holes?: Span[];
  steps?: Span[];
}

const nowhere: Span = { start: 0, end: 0 };

function packOption(out: Writer, { text, correct, explanation }: ChoiceOption): void {
  out.number(correct ? 1 : 0);
  out.span(text);
  out.maybe(explanation, (span) => out.span(span));
}

function unpackOption(from: Reader): ChoiceOption {
  const correct = from.has();
  const text = from.span();
  return from.has() ? { text, correct, explanation: from.span() } : { text, correct };
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
  const [topic, line, moreLines] = [from.number(), from.line(), from.list(() => from.number())];
  const form = forms[from.number()]!;
  const term: Writable<Term> = { name, aliases, topic, line, moreLines, definition: nowhere, form, key: '', print: '' };
  from.identity(term);
  term.definition = from.span();
  if (from.has()) term.trap = from.span();
  if (from.has()) term.picture = { start: from.number(), end: from.number() };
  return term;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

interface Identity {
  readonly id?: string;
  readonly key: string;
  readonly print: string;
}

class Writer {
  readonly numbers: number[] = new Array<number>(HEAD).fill(0);
  texts = '';
  #offset = 0;
  #line = 0;

  /** The cards (0) or the terms (1) begin, and distances at the top of the note again. */
  begin(part: 0 | 1): void {
    this.numbers[part * 2] = this.numbers.length;
    this.numbers[part * 2 + 1] = this.texts.length;
    this.#offset = 0;
    this.#line = 0;
  }

  number(value: number): void {
    this.numbers.push(value);
  }

  text(value: string): void {
    this.numbers.push(value.length);
    this.texts += value;
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
  readonly #numbers: ArrayLike<number>;
  readonly #texts: string;
  #nextNumber: number;
  #nextText: number;
  #offset = 0;
  #line = 0;

  constructor(numbers: ArrayLike<number>, texts: string, nextNumber: number, nextText: number) {
    this.#numbers = numbers;
    this.#texts = texts;
    this.#nextNumber = nextNumber;
    this.#nextText = nextText;
  }

  number(): number {
    return this.#numbers[this.#nextNumber++]!;
  }

  text(): string {
    const start = this.#nextText;
    this.#nextText += this.number();
    return this.#texts.slice(start, this.#nextText);
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

  /** Whether something that need not be there is. */
  has(): boolean {
    return this.number() === 1;
  }

  identity(named: Writable<Identity>): void {
    const has = this.number();
    if (has & 1) named.id = this.text();
    if (has & 2) {
      named.key = this.text();
      named.print = this.text();
    }
  }

  list<T>(read: () => T): T[] {
    const values: T[] = [];
    for (let left = this.number(); left > 0; left--) values.push(read());
    return values;
  }
}
