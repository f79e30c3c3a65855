import type { Heading } from '../../notes/blocks';
import type { Note } from '../../notes/note';
import { dottedNumbers, stripNumbering } from '../../notes/numbering';
import type { Topic } from '../model';
import type { Section } from '../reading';
import { withoutTags } from '../tags';
import { isAnswerLabel } from '../words';
import { chapter, chaptersOf } from './chapters';

export interface Outline {
  readonly topics: readonly Topic[];
  readonly sections: readonly Section[];
}

/** A heading under which the next ones may stand. */
interface Open {
  readonly topic: number;
  readonly depth: number;
  readonly numbers: number[] | undefined;
}

/** Bold marks that were never closed, `Q:` in front and `[src]` behind. */
const STRAY =
  /\*\*|^\s*__(?!_)|(?<!_)__\s*$|^\s*(?:(?:Q|Question|问)\s*[:：]|Q\.(?=\s))\s*|\s*\[(?:src|source|link|ref|reference|详解)\]\s*$/gi;

/** `{#kafka-isr}` or `{#kafka-isr .class}` at the end of a heading. */
const ATTRIBUTES = /\s*\{\s*#([A-Za-z0-9][\w:.-]*)[^{}]*\}\s*$/;

/**
 * Headings as topics, and the blocks below each; also headings in list items (`1. ### What is React?`), but not those in quotes.
 *
 * A numbered heading that goes on counting stands beside the one before it, whatever headings with text of their own came between.
 */
export function collectTopics(note: Note): Outline {
  const topics: Topic[] = [];
  const sections: Section[] = [];
  let open: Open[] = [];
  let latest: (Open & { readonly above: Open[]; readonly number: number }) | undefined;
  let current: Omit<Section, 'to' | 'parent' | 'index'> = { heading: undefined, topic: -1, id: undefined, from: 0 };
  let currentDepth = 0;
  const close = (to: number, nextDepth: number) => {
    const parent = current.heading !== undefined && nextDepth > currentDepth;
    sections.push({ ...current, index: sections.length, to, parent });
    // A heading that only holds others begins a new run of numbers.
    if (latest && current.heading && current.heading.depth < latest.depth && to === current.from) latest = undefined;
  };
  const chapters = chaptersOf(note);
  let marked = 0;
  note.blocks.forEach((each, index) => {
    if (isTopic(each)) marked = each.depth;
    const block = chapters.has(each) ? chapter(each, marked + 1) : each;
    if (!isTopic(block)) return;
    const { title, id } = titleOf(block);
    if (title === '' || isAnswerLabel(title)) return;
    const numbers = dottedNumbers(block.text);
    const number = numberOf(note, block, index) ?? (numbers?.length === 1 ? numbers[0] : undefined);
    let above = [...open];
    while (above.length > 0 && !isBelow(block, numbers, above.at(-1)!)) above.pop();
    close(index, above.length + 1);
    if (latest && number === latest.number + 1 && block.depth === latest.depth) above = latest.above;
    const here: Open = { topic: topics.length, depth: block.depth, numbers };
    open = [...above, here];
    if (number !== undefined) latest = { ...here, above, number };
    current = { heading: block, topic: topics.length, id, from: index + 1 };
    currentDepth = open.length;
    topics.push({ title, parent: above.at(-1)?.topic ?? -1, line: note.lines.lineAt(block.start) });
  });
  close(note.blocks.length, 0);
  return { topics: withoutBareNumbers(topics), sections };
}

function isTopic(block: Note['blocks'][number]): block is Heading {
  return block.kind === 'heading' && block.quote === 0;
}

/** Headings beside each other from which on `1 Threads`, `2 Locks`, `3 Queues` are numbered; one number alone belongs to its title. */
const NUMBERED = 3;
const BARE = /^(\d{1,3})\s+(?=\D)/;

/** Takes bare numbers off titles that count up among their siblings. */
function withoutBareNumbers(topics: readonly Topic[]): Topic[] {
  const runs = new Map<number, number[]>();
  const numbered = new Set<number>();
  topics.forEach(({ title, parent }, i) => {
    const number = BARE.exec(title)?.[1];
    if (number === undefined) return;
    const run = runs.get(parent) ?? [];
    const goesOn = Number(number) === Number(BARE.exec(topics[run.at(-1) ?? -1]?.title ?? '')?.[1] ?? 0) + 1;
    const here = goesOn ? [...run, i] : [i];
    runs.set(parent, here.slice(-NUMBERED));
    if (here.length >= NUMBERED) for (const each of here) numbered.add(each);
  });
  if (numbered.size === 0) return [...topics];
  return topics.map((topic, i) => (numbered.has(i) ? { ...topic, title: topic.title.replace(BARE, '') } : topic));
}

/** The number of the list item that a heading begins. */
function numberOf(note: Note, heading: Heading, index: number): number | undefined {
  if (!heading.item?.list.ordered || heading.item.from !== index) return undefined;
  const digits = /^\d{1,9}/.exec(note.text.slice(heading.item.start, heading.item.start + 9))?.[0];
  return digits === undefined ? undefined : Number(digits);
}

/** Deeper by its marks, or by its numbers where the marks are the same: `## 1 Basics`, `## 1.1 Types`. */
function isBelow(heading: Heading, numbers: number[] | undefined, above: Open): boolean {
  if (heading.depth !== above.depth) return heading.depth > above.depth;
  if (!numbers || !above.numbers || numbers.length <= above.numbers.length) return false;
  return above.numbers.every((number, i) => numbers[i] === number);
}

/** The heading as a person reads it, and its lasting name. */
export function titleOf(heading: Heading): { title: string; id: string | undefined } {
  const attributes = ATTRIBUTES.exec(heading.text);
  const text = attributes ? heading.text.slice(0, attributes.index) : heading.text;
  return {
    title: stripNumbering(withoutTags(text.replace(STRAY, ''))).replace(/^[\s:：]+|\s+$/g, ''),
    id: attributes?.[1],
  };
}
