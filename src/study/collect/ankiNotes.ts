import type { Line } from '../../notes/blocks';
import { offsetIn } from '../../notes/offsets';
import type { Question, Reading, Section } from '../reading';

const BACK = /^(?:Back|背面)\s*[:：]\s*/i;
const AFTER = /^(?:Tags\s*[:：]|<!--|ID\s*[:：]|END$)/;

/** Notes for Anki as its exporters write them: `START`, the name of the note's type, the front, `Back:` and the back, `END`. */
export function collectAnkiNotes(reading: Reading, section: Section): Question[] {
  const questions: Question[] = [];
  for (let i = section.from; i < section.to; i += 1) {
    if (textAt(reading, i) !== 'START') continue;
    let end = i + 1;
    while (end < section.to && !/^(?:START|END)$/.test(textAt(reading, end))) end += 1;
    const back = range(i + 2, end).find((at) => BACK.test(textAt(reading, at)));
    if (back === undefined || end === section.to || textAt(reading, end) !== 'END') continue;
    // Without a type the front follows at once.
    const title = range(Math.min(i + 2, back - 1), back)
      .map((at) => textAt(reading, at))
      .join(' ')
      .trim();
    if (title === '' || title === 'START') continue;
    const last = range(back + 1, end).find((at) => AFTER.test(textAt(reading, at))) ?? end;
    const first = reading.blocks[back] as Line;
    const start = offsetIn(first, BACK.exec(first.text)![0].length);
    const answer = { start, end: reading.blocks[last - 1]!.end };
    const { id, topic } = { id: undefined, topic: section.topic };
    questions.push({
      title,
      id,
      start: reading.blocks[i]!.start,
      topic,
      from: back,
      to: end + 1,
      answer,
      form: 'pair',
    });
    i = end;
  }
  return questions;
}

function textAt(reading: Reading, index: number): string {
  const block = reading.blocks[index];
  return block?.kind === 'line' ? block.text : '';
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}
