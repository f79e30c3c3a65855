import { answerSpan } from '../content';
import type { Question, Reading, Section } from '../reading';

/** The first line of a quote that Obsidian shows as a question. */
const ASKS = /^\[!(?:question|help|faq|card|flashcard)\][-+]?\s+(\S.*)$/i;

/** Callouts that ask: `> [!question]- Why?` over its answer in the same quote. */
export function collectCallouts(reading: Reading, section: Section): Question[] {
  const questions: Question[] = [];
  for (let i = section.from; i < section.to; i += 1) {
    const block = reading.blocks[i]!;
    const title = block.kind === 'line' && block.quote > 0 ? ASKS.exec(block.text)?.[1] : undefined;
    if (title === undefined) continue;
    let to = i + 1;
    // A line that begins a callout begins a quote of its own.
    while (to < section.to && reading.blocks[to]!.quote >= block.quote && !startsCallout(reading, to)) to += 1;
    const answer = answerSpan(reading, i + 1, to);
    questions.push({
      title,
      id: undefined,
      start: block.start,
      topic: section.topic,
      from: i + 1,
      to,
      answer,
      form: 'pair',
    });
    i = to - 1;
  }
  return questions;
}

function startsCallout(reading: Reading, index: number): boolean {
  const block = reading.blocks[index]!;
  return block.kind === 'line' && block.text.startsWith('[!');
}
