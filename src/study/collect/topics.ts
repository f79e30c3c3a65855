import type { Heading } from '../../notes/blocks';
import type { Note } from '../../notes/note';
import { dottedNumbers, stripNumbering } from '../../notes/numbering';
import type { Topic } from '../model';
import type { Section } from '../reading';
import { isAnswerLabel } from '../words';

export interface Outline {
  readonly topics: readonly Topic[];
  readonly sections: readonly Section[];
}

/** `{#kafka-isr}` or `{#kafka-isr .class}` at the end of a heading. */
const ATTRIBUTES = /\s*\{\s*#([A-Za-z0-9][\w:.-]*)[^{}]*\}\s*$/;

/** Headings as topics, and the blocks below each. Headings in list items and quotes belong to their answer. */
export function collectTopics(note: Note): Outline {
  const topics: Topic[] = [];
  const sections: Section[] = [];
  const open: { topic: number; depth: number; numbers: number[] | undefined }[] = [];
  let current: Omit<Section, 'to' | 'parent'> = { heading: undefined, topic: -1, id: undefined, from: 0 };
  let currentDepth = 0;
  const close = (to: number, nextDepth: number) => {
    sections.push({ ...current, to, parent: current.heading !== undefined && nextDepth > currentDepth });
  };
  note.blocks.forEach((block, index) => {
    if (!isTopic(block)) return;
    const { title, id } = titleOf(block);
    if (title === '' || isAnswerLabel(title)) return;
    const numbers = dottedNumbers(block.text);
    while (open.length > 0 && !isBelow(block, numbers, open.at(-1)!)) open.pop();
    const parent = open.at(-1)?.topic ?? -1;
    close(index, open.length + 1);
    open.push({ topic: topics.length, depth: block.depth, numbers });
    current = { heading: block, topic: topics.length, id, from: index + 1 };
    currentDepth = open.length;
    topics.push({ title, parent, line: note.lines.lineAt(block.start) });
  });
  close(note.blocks.length, 0);
  return { topics, sections };
}

function isTopic(block: Note['blocks'][number]): block is Heading {
  return block.kind === 'heading' && block.item === undefined && block.quote === 0;
}

/** Deeper by its marks, or by its numbers where the marks are the same: `## 1 Basics`, `## 1.1 Types`. */
function isBelow(
  heading: Heading,
  numbers: number[] | undefined,
  above: { depth: number; numbers: number[] | undefined },
): boolean {
  if (heading.depth !== above.depth) return heading.depth > above.depth;
  if (!numbers || !above.numbers || numbers.length <= above.numbers.length) return false;
  return above.numbers.every((number, i) => numbers[i] === number);
}

/** The heading as a person reads it, and its lasting name. */
export function titleOf(heading: Heading): { title: string; id: string | undefined } {
  const attributes = ATTRIBUTES.exec(heading.text);
  const text = attributes ? heading.text.slice(0, attributes.index) : heading.text;
  return { title: stripNumbering(text).replace(/^[\s:：]+|\s+$/g, ''), id: attributes?.[1] };
}
