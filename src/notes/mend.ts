/** Text for the Markdown parser, of the same length as the note's own, so that every offset holds. */
export interface Mended {
  readonly text: string;
  /** What is to be parsed of it, piece by piece: long notes are cut at headings, and what nobody has written is left out. */
  readonly pieces: readonly { readonly start: number; readonly end: number }[];
  /** Offsets of the first line that was too deep, and of the first that would have taken too long. */
  readonly tooDeep: number | undefined;
  readonly tooLarge: number | undefined;
}

/** Characters from which on a note is cut at headings: the parser handles two halves faster than the whole. */
const PIECE = 32_000;
/** Characters of a line that no person writes: data, or a minified file. */
const MAX_LINE = 100_000;
/** More marks of lists and quotes than this on one line are no structure. */
const MAX_MARKERS = 20;
/** Columns from which a list mark is text: twenty levels of nesting. */
const MAX_INDENT = 40;
/** Underlined headings in a note; each costs the parser as much as all before it. */
const MAX_UNDERLINED = 500;
/** Inline marks in one paragraph; the parser pairs each with all others. */
const MAX_MARKS = 1000;
const MAX_BRACKETS = 300;
const MAX_DECLARATIONS = 20;

/**
 * What parsing a line costs, in microseconds, measured on micromark 4: dense structure takes thirty times as long as plain words. A note may
 * take half a second, and a second for each megabyte; what is beyond is left out until reading has caught up, but for its headings, which may take half
 * a second more.
 */
const COST = {
  line: 8,
  block: 40,
  character: 0.25,
  item: 40,
  longList: 0.04,
  /** A list or a quote that begins, for each block before it: when it ends the parser looks through all that it has. */
  container: 0.25,
  level: 8,
  cell: 10,
  mark: 4,
  underline: 0.6,
  piece: 70,
};
const BUDGET = { note: 500_000, character: 1, slack: 20_000 };

/** Marks of Markdown moved out of its reach, to the private use area; `unmasked` brings them back. */
const MASK = 0xe000;

/**
 * Prepares a text for parsing: takes the mark-up out of what would keep the parser busy for minutes (`[[[[…`, ten thousand `>`), and helps
 * it where it reads otherwise than people do.
 */
export function mend(text: string): Mended {
  return new Mender(text).mend();
}

/** The text behind masked marks. */
export function unmasked(text: string): string {
  return text.replace(/[\ue021-\ue07e]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - MASK));
}

/** Whether fenced code or a comment goes on: a `#` in it is no heading. */
class Openings {
  #fence = '';
  #comment = false;

  get any(): boolean {
    return this.#fence !== '' || this.#comment;
  }

  read(text: string, start: number, end: number): void {
    if (!this.#comment) {
      const mark = /^[ \t>]*(`{3,}|~{3,})/.exec(text.slice(start, Math.min(end, start + 80)))?.[1];
      if (mark !== undefined && this.#fence === '') this.#fence = mark;
      else if (mark?.startsWith(this.#fence)) this.#fence = '';
    }
    if (this.#fence !== '') return;
    const line = text.slice(start, end);
    if (!this.#comment && !line.includes('<!--')) return;
    this.#comment = line.lastIndexOf('-->') < Math.max(line.lastIndexOf('<!--'), this.#comment ? 0 : -1);
  }
}

interface Shape {
  /** Columns in front of the first mark. */
  indent: number;
  markers: number;
  item: boolean;
  blank: boolean;
  heading: boolean;
  underline: boolean;
  pipes: number;
  marks: number;
  brackets: number;
  declarations: number;
}

class Mender {
  readonly #text: string;
  readonly #out: string[] = [];
  readonly #pieces: { start: number; end: number }[] = [];
  readonly #open = new Openings();
  #mayCut = true;
  #piece = 0;
  #copied = 0;
  #cost = 0;
  #level = 0;
  #underlined = 0;
  #items = 0;
  /** Blocks of the piece. */
  #blocks = 0;
  #inList = false;
  #tooDeep: number | undefined;
  #tooLarge: number | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  mend(): Mended {
    const text = this.#text;
    // A link whose address stands elsewhere needs the whole.
    this.#mayCut = text.length > PIECE && !/^ {0,3}\[[^\]\n]{1,200}\]:/m.test(text);
    let start = 0;
    let paragraph = 0;
    let marks = 0;
    let brackets = 0;
    let declarations = 0;
    let over = false;
    let afterCode = false;
    let afterBlank = false;
    while (start < text.length) {
      let end = text.indexOf('\n', start);
      if (end < 0) end = text.length;
      if (end - start > MAX_LINE) {
        this.#skip(start, end);
        start = end + 1;
        continue;
      }
      const shape = shapeOf(text, start, end);
      if (shape.blank || shape.item || shape.heading) {
        paragraph = start;
        marks = 0;
        brackets = 0;
        declarations = 0;
      }
      marks += shape.marks;
      brackets += shape.brackets;
      declarations += shape.declarations;
      const left = BUDGET.note + BUDGET.character * end - this.#cost;
      over = left < 0 || (over && (left < BUDGET.slack || !(shape.blank || shape.heading)));
      if (over && (!shape.heading || left < -BUDGET.note)) {
        this.#skip(start, end);
        start = end + 1;
        continue;
      }
      if (this.#mayCut) {
        if (shape.heading && shape.indent === 0 && start - this.#piece >= PIECE && !this.#open.any) this.#cut(start);
        this.#open.read(text, start, end);
      }
      this.#count(shape, end - start, afterBlank);
      if (shape.markers > MAX_MARKERS || (shape.item && shape.indent > MAX_INDENT)) {
        this.#tooDeep ??= start;
        this.#mask(start, end);
      } else if (shape.underline && this.#underlined > MAX_UNDERLINED) {
        this.#tooLarge ??= start;
        this.#mask(start, end);
      } else if (marks > MAX_MARKS || brackets > MAX_BRACKETS || declarations > MAX_DECLARATIONS) {
        this.#tooLarge ??= start;
        this.#mask(Math.max(paragraph, this.#copied), end);
      } else if (afterCode && afterBlank) {
        this.#restartList(start, end);
      }
      if (!shape.blank) afterCode = shape.indent >= 4;
      afterBlank = shape.blank;
      start = end + 1;
    }
    if (this.#piece < text.length) this.#pieces.push({ start: this.#piece, end: text.length });
    this.#out.push(text.slice(this.#copied));
    return {
      text: this.#copied === 0 ? text : this.#out.join(''),
      pieces: this.#pieces,
      tooDeep: this.#tooDeep,
      tooLarge: this.#tooLarge,
    };
  }

  #cut(at: number): void {
    this.#pieces.push({ start: this.#piece, end: at });
    this.#cost += COST.piece;
    this.#piece = at;
    this.#blocks = 0;
  }

  #skip(start: number, end: number): void {
    this.#tooLarge ??= start;
    if (this.#piece < start) {
      this.#pieces.push({ start: this.#piece, end: start });
      this.#cost += COST.piece;
    }
    this.#piece = end + 1;
    this.#blocks = 0;
  }

  #count(shape: Shape, length: number, afterBlank: boolean): void {
    if (shape.markers > 0) this.#level = Math.min(shape.markers, MAX_MARKERS);
    else if (shape.blank) this.#level = 0;
    if (shape.underline) this.#underlined += 1;
    if (shape.item) this.#items += 1;
    else if (shape.heading) this.#items = 0;
    if (afterBlank || shape.heading || shape.item) this.#blocks += 1;
    const opens = shape.item ? !this.#inList || shape.markers > 1 : shape.markers > 0 && afterBlank;
    if (shape.item) this.#inList = true;
    else if (shape.heading || (afterBlank && !shape.blank && shape.indent === 0)) this.#inList = false;
    this.#cost +=
      COST.line +
      (opens ? COST.container * this.#blocks : 0) +
      (afterBlank || shape.heading ? COST.block : 0) +
      COST.character * length +
      (shape.item ? COST.item + Math.min(COST.item, this.#items * COST.longList) : 0) +
      COST.level * this.#level +
      COST.cell * shape.pipes +
      COST.mark * (shape.marks + shape.brackets) +
      (shape.underline ? COST.underline * this.#underlined : 0);
  }

  #mask(start: number, end: number): void {
    this.#replace(
      start,
      end,
      this.#text
        .slice(start, end)
        .replace(/[!-/:-@[-`{-~]|\d(?=[.)])|^[ \t]+/gm, (mark) =>
          mark.charCodeAt(0) <= 32 ? mark : String.fromCharCode(mark.charCodeAt(0) + MASK),
        ),
    );
  }

  /**
   * After indented code and a blank line the parser lets a numbered list begin only with 1, as if it interrupted a paragraph (micromark 4.0;
   * CommonMark asks for that only without the blank line). So it gets to see a 1.
   */
  #restartList(start: number, end: number): void {
    const match = /^ {0,3}(\d{1,4})[.)][ \t]/.exec(this.#text.slice(start, Math.min(end, start + 12)));
    if (!match) return;
    const digits = start + match[0].indexOf(match[1]!);
    this.#replace(digits, digits + match[1]!.length, '1'.padStart(match[1]!.length));
  }

  #replace(start: number, end: number, by: string): void {
    this.#out.push(this.#text.slice(this.#copied, start), by);
    this.#copied = end;
  }
}

function shapeOf(text: string, start: number, end: number): Shape {
  const shape: Shape = {
    indent: 0,
    markers: 0,
    item: false,
    blank: false,
    heading: false,
    underline: false,
    pipes: 0,
    marks: 0,
    brackets: 0,
    declarations: 0,
  };
  let at = start;
  for (; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 32) shape.indent += 1;
    else if (code === 9) shape.indent += 4;
    else if (code !== 13) break;
  }
  if (at >= end) {
    shape.blank = true;
    return shape;
  }
  shape.heading = text.charCodeAt(at) === 35 && shape.indent < 4;
  for (;;) {
    const length = markerLength(text, at, end);
    if (length === 0) break;
    if (text.charCodeAt(at) !== 62) shape.item = true;
    shape.markers += 1;
    at += length;
  }
  shape.underline = isUnderline(text, at, end);
  for (; at < end; at += 1) {
    switch (text.charCodeAt(at)) {
      case 124: // |
        shape.pipes += 1;
        break;
      case 42: // *
      case 95: // _
      case 96: // `
        shape.marks += 1;
        break;
      case 60: {
        // <
        const next = text.charCodeAt(at + 1);
        if (next === 33 || next === 63) shape.declarations += 1;
        else shape.marks += 1;
        break;
      }
      case 91: // [
      case 93: // ]
        shape.brackets += 1;
        break;
    }
  }
  return shape;
}

/** Length of the mark of a quote or a list item at `at` with the white space behind it; 0 without. */
function markerLength(text: string, at: number, end: number): number {
  let next = at;
  const code = text.charCodeAt(at);
  if (code === 62) {
    next += 1;
  } else if (code === 42 || code === 43 || code === 45) {
    next += 1;
    if (next < end && !isSpace(text.charCodeAt(next))) return 0;
  } else if (code >= 48 && code <= 57) {
    while (next < end && next - at < 9 && text.charCodeAt(next) >= 48 && text.charCodeAt(next) <= 57) next += 1;
    const stop = text.charCodeAt(next);
    if (next >= end || (stop !== 46 && stop !== 41)) return 0;
    next += 1;
    if (next < end && !isSpace(text.charCodeAt(next))) return 0;
  } else {
    return 0;
  }
  while (next < end && isSpace(text.charCodeAt(next))) next += 1;
  return next - at;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 13;
}

function isUnderline(text: string, from: number, end: number): boolean {
  const code = text.charCodeAt(from);
  if (code !== 61 && code !== 45) return false;
  for (let at = from + 1; at < end; at += 1) {
    const next = text.charCodeAt(at);
    if (next !== code && !isSpace(next)) return false;
  }
  return true;
}
