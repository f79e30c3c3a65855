import { answerSpan } from '../content';
import type { Question, Reading, Section } from '../reading';
import { isFurniture, isGlossary } from '../words';

/**
 * The heading as a question. `parts` are the questions found below it: where they are all there is, the heading only holds them together.
 * An answer that leads in to labelled parts includes them; questions of their own end it.
 */
export function collectHeading(reading: Reading, section: Section, parts: readonly Question[]): Question[] {
  if (!section.heading) return [];
  const topic = reading.topics[section.topic]!;
  if (isFurniture(topic.title) || isGlossary(topic.title)) return [];
  if (isDocumentTitle(reading, section)) return [];
  const first = parts[0];
  const end = first ? (endOfOwn(reading, section, parts) ?? section.to) : section.to;
  if (first && answerSpan(reading, section.from, Math.min(end, blockAt(reading, first.start))) === undefined) return [];
  return [
    {
      title: topic.title,
      id: section.id,
      start: section.heading.start,
      topic: topic.parent,
      from: section.from,
      to: end,
      form: 'heading',
    },
  ];
}

/** Where the heading's own text ends when questions follow that stand for themselves. */
function endOfOwn(reading: Reading, section: Section, parts: readonly Question[]): number | undefined {
  const own = parts.find(
    (part) =>
      part.form !== 'label' ||
      /[?？]$/.test(part.title) ||
      /^\s*\**\d/.test(reading.text.slice(part.start, part.start + 8)),
  );
  return own && Math.max(section.from, blockAt(reading, own.start));
}

/** Index of the first block at or after an offset. */
function blockAt(reading: Reading, offset: number): number {
  let low = 0;
  let high = reading.blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reading.blocks[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A lone `#` over everything else is the note's title. */
function isDocumentTitle(reading: Reading, section: Section): boolean {
  if (section.topic !== 0 || !section.parent) return false;
  return reading.topics.every((topic, i) => i === 0 || topic.parent >= 0);
}
