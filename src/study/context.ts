import { type Question, type Reading, sectionAt } from './reading';

/** Which question or heading a place in the note stands under. */
export class Context {
  readonly #reading: Reading;
  readonly #questions: readonly Question[];

  constructor(reading: Reading, questions: readonly Question[]) {
    this.#reading = reading;
    this.#questions = questions.toSorted((a, b) => a.start - b.start);
  }

  /** Place of the innermost question in the order of the note; -1 before the first. */
  questionAt(offset: number): number {
    let low = -1;
    let high = this.#questions.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#questions[middle]!.start <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Title of the innermost question or heading; empty at the top. */
  titleAt(offset: number): string {
    const question = this.#questions[this.questionAt(offset)];
    const section = sectionAt(this.#reading, offset);
    if (question && question.start >= (section.heading?.start ?? 0)) return question.title;
    return section.topic < 0 ? '' : this.#reading.topics[section.topic]!.title;
  }
}
