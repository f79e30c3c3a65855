import { answerSpan } from '../content';
import { isInGlossary } from '../glossary';
import type { Topic } from '../model';
import { blockAt, type Question, type Reading, type Section } from '../reading';
import { isAspect, isCollection, isContinuation, isFurniture, isGlossaryOf, isInterrogative } from '../words';
import { isInKey } from './answerKey';
import { isListOfQuestions } from './open';

/**
 * The heading as a question. `parts` are the questions found below it: where they are all there is, the heading only holds them together.
 * An answer that leads in to labelled parts includes them; questions of their own end it.
 */
export function collectHeading(reading: Reading, section: Section, parts: readonly Question[]): Question[] {
  if (!section.heading) return [];
  const topic = reading.topics[section.topic]!;
  if (isFurniture(topic.title) || isGlossaryOf(topic.title) || isInGlossary(reading, section.topic)) return [];
  if (isCollection(topic.title) && !isListOfQuestions(reading, section.from, section.to)) return [];
  if (isDocumentTitle(reading, section, parts) || isPartOfAnswer(reading, section.topic)) return [];
  if (isInKey(reading, section.heading.start)) return [];
  const first = parts[0];
  const end = first ? (endOfOwn(reading, section, parts) ?? section.to) : endWithParts(reading, section);
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

/** Below questions, a title that stands so often in a note names a part of every answer: `Good to hear`. */
const REPEATED = 3;

/** Whether a heading goes on with the answer of the one above: `Example`; below a question also `Advantages`, `原理`. */
export function isPartOfAnswer(reading: Reading, topic: number): boolean {
  const { title, parent } = reading.topics[topic]!;
  if (isContinuation(title) || reading.refrains.has(title)) return true;
  if (parent < 0 || !isInterrogative(reading.topics[parent]!.title)) return false;
  return isAspect(title) || reading.uses.get(title)! >= REPEATED;
}

/** Titles that come again and again, each time right behind a question of its own: `How to say it`. */
export function refrainsOf(topics: readonly Topic[], uses: ReadonlyMap<string, number>): ReadonlySet<string> {
  const found = new Set(
    [...uses].flatMap(([title, count]) => (count >= REPEATED && !/[?？]$/.test(title) ? [title] : [])),
  );
  for (const [i, { title }] of topics.entries()) {
    const before = topics[i - 1]?.title;
    if (before === undefined || uses.get(before) !== 1 || !isInterrogative(before)) found.delete(title);
  }
  return found;
}

/** An answer takes in the headings right below it that go on with it. */
function endWithParts(reading: Reading, section: Section): number {
  let to = section.to;
  for (let at = section.index + 1; at < reading.sections.length; at += 1) {
    const next = reading.sections[at]!;
    if (reading.topics[next.topic]!.parent !== section.topic || !isPartOfAnswer(reading, next.topic)) break;
    to = next.to;
  }
  return to;
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

/** Questions below the only heading of a note that make it their title. */
const HELD = 3;

/** A lone `#` over everything else is the note's title. */
function isDocumentTitle(reading: Reading, section: Section, parts: readonly Question[]): boolean {
  if (section.topic !== 0) return false;
  if (!section.parent) return reading.topics.length === 1 && parts.length >= HELD;
  return reading.topics.every((topic, i) => i === 0 || topic.parent >= 0);
}
