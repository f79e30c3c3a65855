import type { PhrasingContent, RootContent, Table as TableNode } from 'mdast';
import type { Block, Cell, HtmlPiece, Item, Line, List } from './blocks';
import { type Run, runsOf, textOf } from './inline';
import { parseIndented } from './parse';
import { isProse } from './prose';

export interface Flat {
  readonly blocks: readonly Block[];
  readonly lists: readonly List[];
  readonly html: readonly HtmlPiece[];
  /** Offset of the first container that was too deep to be read. */
  readonly tooDeep: number | undefined;
}

/** Containers nested deeper than this are left out: nobody reads them, and the stack ends somewhere. */
const MAX_DEPTH = 60;

/** Parsed Markdown that begins at an offset of the note. */
export interface Piece {
  readonly nodes: readonly RootContent[];
  readonly base: number;
}

/** Makes one flat list of the blocks of all pieces. */
export function flatten(pieces: readonly Piece[], text: string): Flat {
  return new Flattener(text).flatten(pieces);
}

/** `##Heading`: headings of other Markdowns, and of people in a hurry. A single `#` without a space is a tag. */
const CRAMPED = /^#{2,6}(?=[^#\s!])/;

interface Place {
  readonly item: Item | undefined;
  readonly quote: number;
  readonly depth: number;
}

class Flattener {
  readonly #text: string;
  readonly #blocks: Block[] = [];
  readonly #lists: List[] = [];
  readonly #html: HtmlPiece[] = [];
  #paragraphs = 0;
  #tooDeep: number | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  flatten(pieces: readonly Piece[]): Flat {
    for (const { nodes, base } of pieces) this.#walk(nodes, base, { item: undefined, quote: 0, depth: 0 });
    return { blocks: this.#blocks, lists: this.#lists, html: this.#html, tooDeep: this.#tooDeep };
  }

  #walk(nodes: readonly RootContent[], base: number, place: Place): void {
    const { item, quote, depth } = place;
    for (const node of nodes) {
      const start = base + (node.position?.start.offset ?? 0);
      const end = base + (node.position?.end.offset ?? 0);
      const at = { start, end, item, quote };
      switch (node.type) {
        case 'paragraph':
          this.#lines(node.children, base, at);
          break;
        case 'heading':
          this.#heading(node.children, base, { ...at, depth: node.depth });
          break;
        case 'code':
          this.#code(node.value, node.lang, at, place);
          break;
        case 'table':
          this.#blocks.push({ kind: 'table', ...at, rows: this.#rows(node, base) });
          break;
        case 'html':
          // The node's own value lacks the indentation of its list item: offsets in it would be wrong.
          this.#html.push({ value: this.#text.slice(start, end), start });
          this.#blocks.push({ kind: 'html', ...at, value: node.value });
          break;
        case 'thematicBreak':
          this.#blocks.push({ kind: 'rule', ...at });
          break;
        case 'blockquote':
          if (depth < MAX_DEPTH) this.#walk(node.children, base, { item, quote: quote + 1, depth: depth + 1 });
          else this.#tooDeep ??= start;
          break;
        case 'list': {
          if (depth >= MAX_DEPTH) {
            this.#tooDeep ??= start;
            break;
          }
          const list: List = { ordered: node.ordered === true, items: [], parent: item, start, end };
          this.#lists.push(list);
          for (const child of node.children) {
            const inner: Item = {
              list,
              index: list.items.length,
              start: base + (child.position?.start.offset ?? 0),
              end: base + (child.position?.end.offset ?? 0),
              from: this.#blocks.length,
              to: this.#blocks.length,
            };
            list.items.push(inner);
            this.#walk(child.children, base, { item: inner, quote, depth: depth + 1 });
            inner.to = this.#blocks.length;
          }
          break;
        }
        default:
          break;
      }
    }
  }

  #runs(children: readonly PhrasingContent[], base: number): Run[] {
    return runsOf(children, base, (value, start) => this.#html.push({ value, start }));
  }

  #heading(children: readonly PhrasingContent[], base: number, at: Omit<Block, 'kind'> & { depth: number }): void {
    const runs = this.#runs(children, base);
    const source = this.#text.slice(at.start, at.end);
    const setext = !/^#/.test(source);
    // An underline right below a paragraph makes it a heading by the letter. Whoever wrote several lines or a sentence meant a rule.
    if (setext && /[\r\n][^\r\n]*[\r\n]|[。；，,.;:：][ \t]*[\r\n]|^.{80}/.test(source)) {
      const underline = Math.max(source.lastIndexOf('\n'), source.lastIndexOf('\r'));
      this.#split(runs, { ...at, end: at.start + source.slice(0, underline).trimEnd().length });
      this.#blocks.push({ ...at, kind: 'rule', start: at.start + underline + 1 });
      return;
    }
    this.#blocks.push({ ...at, kind: 'heading', runs, text: textOf(runs).replace(/\s+/g, ' ').trim() });
  }

  #code(value: string, lang: string | null | undefined, at: Omit<Block, 'kind'>, place: Place): void {
    const fenced = /^[ \t]*(?:`{3}|~{3})/.test(this.#text.slice(at.start, at.end));
    if (!fenced && at.quote === 0 && place.depth < MAX_DEPTH && isProse(value)) {
      const inner = parseIndented(this.#text.slice(at.start, at.end));
      this.#walk(inner.children, at.start, { ...place, depth: place.depth + 1 });
      return;
    }
    this.#blocks.push({ ...at, kind: 'code', fenced, value, lang: (lang ?? '').toLowerCase() });
  }

  #rows(table: TableNode, base: number): Cell[][] {
    return table.children.map((row) =>
      row.children.map((cell) => {
        const runs = this.#runs(cell.children, base);
        const first = cell.children[0];
        const last = cell.children.at(-1);
        return {
          text: textOf(runs).replace(/\s+/g, ' ').trim(),
          start: base + (first?.position?.start.offset ?? cell.position?.start.offset ?? 0),
          end: base + (last?.position?.end.offset ?? cell.position?.start.offset ?? 0),
          runs,
        };
      }),
    );
  }

  #lines(children: readonly PhrasingContent[], base: number, at: Omit<Block, 'kind'>): void {
    this.#split(this.#runs(children, base), at);
  }

  /** Cuts the runs of a paragraph at its line ends. */
  #split(runs: readonly Run[], at: Omit<Block, 'kind'>): void {
    const paragraph = this.#paragraphs;
    this.#paragraphs += 1;
    let start = at.start;
    let line: Run[] = [];
    let first = true;
    let latest: Line | undefined;
    const close = (end: number) => {
      const text = textOf(line).trim();
      const marks = at.quote === 0 ? CRAMPED.exec(text)?.[0].length : undefined;
      if (marks !== undefined) {
        const [mark, ...rest] = line;
        const runs = [{ ...mark!, text: mark!.text.trimStart().slice(marks), start: mark!.start + marks }, ...rest];
        this.#blocks.push({ ...at, kind: 'heading', start, end, depth: marks, runs, text: text.slice(marks).trim() });
        first = true;
        line = [];
        return;
      }
      if (text !== '' || line.some((run) => run.image)) {
        latest = { ...at, kind: 'line', start, end, runs: line, text, paragraph, first, last: false };
        this.#blocks.push(latest);
        first = false;
      }
      line = [];
    };
    for (const run of runs) {
      if (run.code || !run.text.includes('\n')) {
        if (run.text !== '' || run.image) line.push(run);
        continue;
      }
      const parts = run.text.split(/\r?\n/);
      let from = run.start;
      for (let i = 0; i < parts.length; i += 1) {
        const lastPart = i === parts.length - 1;
        const newline = lastPart ? -1 : this.#text.indexOf('\n', from);
        const end = newline < 0 || newline >= run.end ? run.end : newline;
        const part = parts[i]!;
        if (part !== '')
          line.push({ ...run, text: part, start: from, end: lastPart ? run.end : trimEnd(this.#text, from, end) });
        if (lastPart) break;
        close(trimEnd(this.#text, start, end));
        from = skipPrefix(this.#text, end + 1, run.end, at.quote);
        start = from;
      }
      if (run.text === '\n') start = skipPrefix(this.#text, run.end, at.end, at.quote);
    }
    close(at.end);
    if (latest) latest.last = true;
  }
}

function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && text.charCodeAt(at - 1) <= 32) at -= 1;
  return at;
}

/** Offset of the text of a paragraph's next line: after its indentation and the marks of the quotes around it. */
function skipPrefix(text: string, from: number, end: number, quote: number): number {
  let at = from;
  let marks = quote;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === 62 && marks > 0) marks -= 1;
    else if (code !== 32 && code !== 9) break;
    at += 1;
  }
  return at;
}
