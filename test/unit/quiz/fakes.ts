import type { Schedule } from '../../../src/schedule/types';
import type { LibraryCard, LibraryNote } from '../../../src/study/library';
import type { Card, StudyNote, Term, Topic } from '../../../src/study/model';

const print = 'AAAAAAAAAAA';

/** A note as a reader might have made it of text written by `write`. */
export class FakeNote {
  text = '';
  readonly note: LibraryNote;
  readonly cards = new Map<string, LibraryCard>();
  readonly #study: {
    -readonly [K in keyof StudyNote]: StudyNote[K];
  };
  readonly #cards: Card[] = [];
  readonly #terms: Term[] = [];
  #line = 1;

  constructor(uri: string, topics: readonly Topic[] = [], { builtIn = false, system = 'kafka' } = {}) {
    this.#study = {
      meta: { tags: [], context: [], system },
      language: 'en',
      topics,
      cards: this.#cards,
      terms: this.#terms,
      gaps: [],
      findings: [],
    };
    this.note = { uri, builtIn, note: this.#study };
  }

  question(id: string, question: string, answer = 'Because.', topic = 0): LibraryCard {
    return this.#add(id, { ...this.#base(question, answer, topic), kind: 'question' });
  }

  steps(id: string, question: string, steps: readonly string[], topic = 0): LibraryCard {
    const base = this.#base(question, steps.map((step, index) => `${index + 1}. ${step}`).join('\n'), topic);
    return this.#add(id, { ...base, kind: 'steps', steps: steps.map((step) => this.#find(step, base.answer.start)) });
  }

  choice(
    id: string,
    question: string,
    options: readonly { text: string; correct?: boolean; explanation?: string }[],
    topic = 0,
  ): LibraryCard {
    const lines = options.flatMap(({ text, correct, explanation }) => [
      `- [${correct ? 'x' : ' '}] ${text}`,
      ...(explanation ? [`  > ${explanation}`] : []),
    ]);
    const base = this.#base(question, lines.join('\n'), topic);
    let from = base.answer.start;
    return this.#add(id, {
      ...base,
      answer: { start: base.answer.end, end: base.answer.end },
      kind: 'choice',
      options: options.map(({ text, correct = false, explanation }) => {
        const span = this.#find(text, from + '- [x] '.length);
        from = span.end;
        return { text: span, correct, ...(explanation && { explanation: this.#find(explanation, from) }) };
      }),
    });
  }

  cloze(id: string, question: string, sentence: string, holes: readonly string[], topic = 0): LibraryCard {
    const base = this.#base(question, sentence, topic);
    return this.#add(id, { ...base, kind: 'cloze', holes: holes.map((hole) => this.#find(hole, base.answer.start)) });
  }

  term(
    id: string,
    name: string,
    definition: string,
    { aliases = [] as string[], topic = 0, termPrint = print, form = 'label' as Term['form'] } = {},
  ): LibraryCard {
    const line = this.#nextLine();
    const span = this.#write(definition);
    const term: Term = {
      name,
      aliases,
      topic,
      line,
      moreLines: [],
      definition: span,
      form,
      key: id,
      print: termPrint,
    };
    this.#terms.push(term);
    const card: LibraryCard = { id, kind: 'term', note: this.note, topic, term };
    this.cards.set(id, card);
    return card;
  }

  #base(question: string, answer: string, topic: number) {
    const line = this.#nextLine();
    this.#write(`### ${question}`);
    const span = this.#write(answer);
    return { question, topic, line, endLine: this.#nextLine() - 1, answer: span, key: question, print };
  }

  #add(id: string, card: Card): LibraryCard {
    this.#cards.push(card);
    const found: LibraryCard = { id, kind: card.kind, note: this.note, topic: card.topic, card };
    this.cards.set(id, found);
    return found;
  }

  #nextLine(): number {
    return this.#line;
  }

  #write(text: string) {
    const start = this.text.length;
    this.text += `${text}\n\n`;
    this.#line += text.split('\n').length + 1;
    return { start, end: start + text.length };
  }

  #find(part: string, from: number) {
    const start = this.text.indexOf(part, from);
    return { start, end: start + part.length };
  }
}

export function cardsOf(...notes: readonly FakeNote[]): Map<string, LibraryCard> {
  return new Map(notes.flatMap((note) => [...note.cards]));
}

export function topic(title: string, parent = -1): Topic {
  return { title, parent, line: 1 };
}

export function schedule(part: Partial<Schedule> = {}): Schedule {
  return { phase: 'review', due: 0, lastReview: 0, stability: 10, difficulty: 5, reps: 3, lapses: 0, step: 0, ...part };
}
