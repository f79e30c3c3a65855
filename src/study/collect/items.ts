import type { Item, Line } from '../../notes/blocks';
import { stripNumbering } from '../../notes/numbering';
import type { Question, Reading, Section } from '../reading';
import { isAnswerLabel, isAspect, isInterrogative } from '../words';
import { startsOptions } from './choices';

/** List items that ask and are answered below, in the item: `1. What is a topic?` over an indented paragraph. */
export function collectItems(reading: Reading, section: Section): Question[] {
  const questions: Question[] = [];
  for (let i = section.from; i < section.to; i += 1) {
    const line = reading.blocks[i]!;
    const item = line.item;
    if (line.kind !== 'line' || !item || item.from !== i || item.to <= i + 1 || !isQuestion(reading, line, i)) continue;
    if (item.list.parent && !beginsWithHeading(reading, item.list.parent)) continue;
    const to = Math.min(item.to, section.to);
    questions.push({
      title: stripNumbering(line.text),
      id: undefined,
      start: line.start,
      topic: section.topic,
      from: i + 1,
      to,
      form: 'item',
    });
    i = to - 1;
  }
  return questions;
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
