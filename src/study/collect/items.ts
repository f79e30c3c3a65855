import type { Item, Line, List } from '../../notes/blocks';
import { stripNumbering } from '../../notes/numbering';
import type { Question, Reading, Section } from '../reading';
import { isAnswerLabel, isAspect, isInterrogative } from '../words';
import { startsOptions } from './choices';

/** List items that ask and are answered below, in the item: `1. What is a topic?` over an indented paragraph. */
export function collectItems(reading: Reading, section: Section): Question[] {
  const questions: Question[] = [];
  const series = new Map<List, boolean>();
  const isInSeries = ({ list }: Item): boolean => {
    const known = series.get(list) ?? isSeries(reading, list);
    series.set(list, known);
    return known;
  };
  for (let i = section.from; i < section.to; i += 1) {
    const line = reading.blocks[i]!;
    const item = line.item;
    if (line.kind !== 'line' || !item || item.from !== i) continue;
    if (item.to <= i + 1) {
      const end = endOutside(reading, line, i, section.to);
      if (end > i + 1) questions.push({ ...questionOf(line, section.topic), from: i + 1, to: end });
      i = end - 1;
      continue;
    }
    if (!isQuestion(reading, line, i) && !(isTitle(line.text) && isInSeries(item))) continue;
    if (item.list.parent && !beginsWithHeading(reading, item.list.parent)) continue;
    const to = Math.min(item.to, section.to);
    questions.push({ ...questionOf(line, section.topic), from: i + 1, to });
    i = to - 1;
  }
  return questions;
}

/** Items from which on a numbered list of titles and answers is a list of questions, if enough of them ask. */
const SERIES = { items: 4, share: 1 / 3 };

/** Whether all items of a numbered list are answered below and some ask in so many words. */
function isSeries(reading: Reading, list: List): boolean {
  if (!list.ordered || list.parent || list.items.length < SERIES.items) return false;
  const asking = list.items.filter(({ from }) => {
    const block = reading.blocks[from];
    return block?.kind === 'line' && /[?？]$/.test(block.text);
  });
  return asking.length >= list.items.length * SERIES.share && list.items.every(({ from, to }) => to > from + 1);
}

const MAX_TITLE = 60;

function isTitle(text: string): boolean {
  return text.length <= MAX_TITLE && !/[。；;:：,，.]$/.test(text) && !isAspect(stripNumbering(text));
}

function questionOf(line: Line, topic: number) {
  return { title: stripNumbering(line.text), id: undefined, start: line.start, topic, form: 'item' as const };
}

/**
 * `3. What is a unit test?` over a list or lines that are not indented: Markdown ends the item there, people do not. The answer goes on to the
 * next number. Returns the block behind it, or the one behind the line where that is no such question.
 */
function endOutside(reading: Reading, line: Line, index: number, limit: number): number {
  const { list } = line.item!;
  const title = stripNumbering(line.text);
  const asks = list.ordered && !list.parent && list.items.length === 1 && isInterrogative(title);
  if (!asks || title.length > MAX_QUESTION || isAspect(title) || isAnswerLabel(title)) return index + 1;
  let to = index + 1;
  for (; to < limit; to += 1) {
    const block = reading.blocks[to]!;
    if (block.kind === 'rule' || (block.item?.list.ordered && !block.item.list.parent)) break;
  }
  return to;
}

/** In an outline (Logseq) headings are bullets, and what stands below them is nested. */
function beginsWithHeading(reading: Reading, item: Item): boolean {
  return reading.blocks[item.from]?.kind === 'heading';
}

const MAX_QUESTION = 300;
/** What stands over options may tell a story first. */
const MAX_STEM = 1500;

/** Asked with a question mark (`What is X? Give an example.`), or with options to choose from below. */
function isQuestion(reading: Reading, line: Line, index: number): boolean {
  const title = stripNumbering(line.text);
  if (isAnswerLabel(title) || isAspect(title)) return false;
  if (title.length < MAX_STEM && startsOptions(reading, index + 1, line.item!.to)) return true;
  if (title.length > MAX_QUESTION) return false;
  return /[?？]$/.test(title) || (/[?？]\s+\S.{0,60}$/.test(title) && isInterrogative(title));
}
