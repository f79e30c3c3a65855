import type { Element, ElementContent, Root, Text } from 'hast';

/** A word in a text: half-open range of UTF-16 offsets, and the number of what it means. */
export interface FoundWord {
  readonly start: number;
  readonly end: number;
  readonly id: number;
}

/** Which words of a rendered text are to be marked. */
export interface WordMarker {
  /** The words in a text, in order. */
  find(text: string): readonly FoundWord[];
  /** What is not marked: it is what the text is about, or was marked before. */
  readonly known: Set<number>;
  /** What was marked. */
  readonly marked: Set<number>;
}

/** A piece of running text and where it begins in the whole. */
interface Piece {
  readonly node: Text;
  readonly parent: Root | Element;
  readonly start: number;
  /** `lead`: bold before what explains it, or the first cell of a row. */
  readonly role: 'heading' | 'lead' | 'text';
  /** Length of the other names, in brackets, of what leads: `**ISR** (In-Sync Replicas): …`. */
  readonly names: number;
}

const heading = /^(h[1-6]|th)$/;
/** Not running text: code, maths, pictures, and links, which lead somewhere already. */
const leftOut: ReadonlySet<string> = new Set(['a', 'math', 'pre', 'sup', 'svg']);
const inBrackets = /^\s*(\([^)]*\)|（[^）]*）)/;
const inline: ReadonlySet<string> = new Set(['code', 'del', 'em', 'mark', 'span', 'strong']);

/**
 * Marks the first of each word below each heading: a `span` that takes the focus and is described by the element `jargon-ID`. Not what a heading names,
 * nor what stands in bold before its own explanation, nor its other names behind it: there the note explains it.
 */
export function markWords(tree: Root, words: WordMarker): void {
  const { pieces, text } = textOf(tree);
  const found = [...words.find(text)].reverse();
  const split = new Map<Text, ElementContent[]>();
  // What stands above all headings goes on in what is rendered next, such as the trap of an answer.
  let seen = words.known;
  let section: Root | Element | undefined;
  for (const { node, parent, start, role, names } of pieces) {
    if (role === 'heading' && parent !== section) {
      section = parent;
      seen = new Set(words.known);
    }
    const end = start + node.value.length;
    const parts: ElementContent[] = [];
    let done = 0;
    for (let word = found.at(-1); word && word.start < end; word = found.at(-1)) {
      found.pop();
      if (seen.has(word.id)) continue;
      seen.add(word.id);
      if (role !== 'text' || word.start < start + names || word.end > end) continue;
      words.marked.add(word.id);
      parts.push(textNode(node.value.slice(done, word.start - start)));
      done = word.end - start;
      parts.push(markOf(node.value.slice(word.start - start, done), word.id));
    }
    if (parts.length > 0) split.set(node, [...parts, textNode(node.value.slice(done))]);
  }
  for (const parent of new Set(pieces.map((piece) => piece.parent))) {
    parent.children = (parent.children as ElementContent[]).flatMap((child) =>
      child.type === 'text' ? (split.get(child) ?? [child]) : [child],
    );
  }
}

/** The running text, its blocks on lines of their own. */
function textOf(tree: Root): { readonly pieces: readonly Piece[]; readonly text: string } {
  const pieces: Piece[] = [];
  let text = '';
  const walk = (parent: Root | Element, role: Piece['role']) => {
    let before: Piece['role'] = role;
    for (const child of parent.children) {
      if (child.type === 'text') {
        const names = before === 'lead' ? (inBrackets.exec(child.value)?.[0].length ?? 0) : 0;
        pieces.push({ node: child, parent, start: text.length, role, names });
        text += child.value;
        before = role;
      } else if (child.type === 'element') {
        before = role === 'text' ? roleOf(child, parent) : role;
        if (leftOut.has(child.tagName)) text += '\n';
        else walk(child, before);
        if (!inline.has(child.tagName)) text += '\n';
      }
    }
  };
  walk(tree, 'text');
  return { pieces, text };
}

function roleOf(element: Element, parent: Root | Element): Piece['role'] {
  if (heading.test(element.tagName)) return 'heading';
  const leads = element.tagName === 'td' || (element.tagName === 'strong' && !inline.has(tagOf(parent)));
  const first = parent.children.find((child) => child.type !== 'text' || child.value.trim() !== '');
  return leads && first === element ? 'lead' : 'text';
}

function tagOf(parent: Root | Element): string {
  return parent.type === 'element' ? parent.tagName : '';
}

function markOf(word: string, id: number): Element {
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: ['jargon'], tabIndex: 0, role: 'term', ariaDescribedBy: [`jargon-${id}`] },
    children: [textNode(word)],
  };
}

function textNode(value: string): Text {
  return { type: 'text', value };
}
