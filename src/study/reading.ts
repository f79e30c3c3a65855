import type { Heading } from '../notes/blocks';
import type { Note } from '../notes/note';
import type { AnswerKey } from './collect/answerKey';
import type { Span, Topic } from './model';

/** The part of a note below one heading, down to the next heading of any depth. */
export interface Section {
  /** Its place in `Reading.sections`. */
  readonly index: number;
  /** Undefined for what stands before the first heading. */
  readonly heading: Heading | undefined;
  /** Index of its topic; -1 without a heading. */
  readonly topic: number;
  readonly id: string | undefined;
  /** Range of blocks, heading excluded. */
  readonly from: number;
  readonly to: number;
  /** Whether deeper headings stand below. */
  readonly parent: boolean;
}

/** A question found in the note, in whatever form, with the blocks of its answer. */
export interface Question {
  readonly title: string;
  readonly id: string | undefined;
  /** Offset of the question. */
  readonly start: number;
  /** Index of the innermost topic above. */
  readonly topic: number;
  /** Range of blocks that answer. */
  readonly from: number;
  readonly to: number;
  /** Where the answer stands, when that isn't simply those blocks. */
  readonly answer?: Span | undefined;
  /** `file`: the note itself says which part is the question and which the answer. */
  readonly form: 'heading' | 'label' | 'details' | 'pair' | 'item' | 'file';
  /** A label with a number in front, or with its answer hidden below. */
  readonly sure?: boolean;
}

/** What collectors read. */
export interface Reading extends Note {
  readonly topics: readonly Topic[];
  readonly sections: readonly Section[];
  /** How many topics have a title. */
  readonly uses: ReadonlyMap<string, number>;
  /** Titles that name a part of every answer. */
  readonly refrains: ReadonlySet<string>;
  readonly comments: readonly Comment[];
  readonly details: readonly Details[];
  readonly keys: readonly AnswerKey[];
}

/** A `<details>` element: its summary and what it hides. */
export interface Details {
  readonly start: number;
  readonly end: number;
  readonly summary: string;
  /** Between summary and end. */
  readonly content: Span;
}

/** An HTML comment. */
export interface Comment {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Index of the first block that begins at or after an offset. */
export function blockAt(reading: Reading, offset: number): number {
  let low = 0;
  let high = reading.blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reading.blocks[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The section that an offset stands in. */
export function sectionAt(reading: Reading, offset: number): Section {
  let low = 0;
  let high = reading.sections.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((reading.sections[middle]!.heading?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return reading.sections[low]!;
}
