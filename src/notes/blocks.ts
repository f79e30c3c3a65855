import type { Run } from './inline';

/** One list item; nested items point to their parents. */
export interface Item {
  readonly list: List;
  readonly index: number;
  readonly start: number;
  readonly end: number;
  /** First block of the item and the one after its last, in `Note.blocks`. */
  readonly from: number;
  to: number;
}

export interface List {
  readonly ordered: boolean;
  readonly items: Item[];
  readonly parent: Item | undefined;
  readonly start: number;
  readonly end: number;
}

interface Base {
  /** Offsets into the note. */
  readonly start: number;
  readonly end: number;
  /** Innermost list item around it. */
  readonly item: Item | undefined;
  /** Block quotes around it. */
  readonly quote: number;
}

/** One source line of a paragraph: notes say one thing a line, blank line or not. */
export interface Line extends Base {
  readonly kind: 'line';
  readonly runs: readonly Run[];
  /** Plain text, trimmed. */
  readonly text: string;
  /** Number of the paragraph in the note. */
  readonly paragraph: number;
  readonly first: boolean;
  last: boolean;
}

export interface Heading extends Base {
  readonly kind: 'heading';
  readonly depth: number;
  readonly runs: readonly Run[];
  readonly text: string;
}

export interface Code extends Base {
  readonly kind: 'code';
  /** First word after the fence, lower case. */
  readonly lang: string;
  readonly fenced: boolean;
  /** The code, indentation of its place taken off. */
  readonly value: string;
}

export interface Cell {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly runs: readonly Run[];
}

export interface Table extends Base {
  readonly kind: 'table';
  /** The first row is the header. */
  readonly rows: readonly (readonly Cell[])[];
}

export interface Html extends Base {
  readonly kind: 'html';
  readonly value: string;
}

export interface Rule extends Base {
  readonly kind: 'rule';
}

/** A note's blocks as one flat list in the order of the text. Containers (lists, quotes) are properties of what stands in them. */
export type Block = Line | Heading | Code | Table | Html | Rule;

/** A piece of HTML, block or inline, in the order of the text. */
export interface HtmlPiece {
  readonly value: string;
  readonly start: number;
}
