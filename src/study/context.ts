import { type Question, type Reading, sectionAt } from './reading';

/** Questions looked back at for one whose answer still goes on. */
const MAX_BACK = 20;

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
    return this.above(offset)?.title ?? '';
  }

  /** The innermost question or heading, with the topic above it; undefined at the top. A question reaches to the end of its answer. */
  above(offset: number): { title: string; topic: number } | undefined {
    const { blocks, topics } = this.#reading;
    const section = sectionAt(this.#reading, offset);
    const heading = section.heading?.start ?? 0;
    const last = this.questionAt(offset);
    for (let i = last; i >= Math.max(0, last - MAX_BACK) && this.#questions[i]!.start >= heading; i -= 1) {
      const { title, topic, to, answer } = this.#questions[i]!;
      if (offset <= Math.max(blocks[to - 1]?.end ?? 0, answer?.end ?? 0)) return { title, topic };
    }
    const topic = topics[section.topic];
    return topic && { title: topic.title, topic: topic.parent };
  }
}
