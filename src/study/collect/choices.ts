import type { Line } from '../../notes/blocks';
import { startOfLine } from '../content';
import type { ChoiceCard, ChoiceOption, Span } from '../model';
import type { Question, Reading } from '../reading';

export type Choice = Pick<ChoiceCard, 'options'>;

/** `[ ] text`, `[x] text` at the beginning of an item, also with the dash stuck to it. */
const BOX = /^\s*(?:[-*+]\s*)?\[\s*([xX✓✔√]?)\s*\]\s*/;

interface Draft {
  readonly index: number;
  readonly line: Line;
  readonly correct: boolean;
  readonly textStart: number;
}

/** Multiple choice: a task list in which at least one box is ticked and one is not. */
export function choiceOf(reading: Reading, question: Question): Choice | undefined {
  const drafts: Draft[] = [];
  for (let i = question.from; i < question.to; i += 1) {
    const block = reading.blocks[i]!;
    if (block.kind !== 'line' || (block.item?.list.parent !== undefined && drafts.length > 0)) continue;
    const match = BOX.exec(block.text);
    if (!match) continue;
    const length = BOX.exec(reading.text.slice(block.start, block.end))?.[0].length ?? 0;
    drafts.push({ index: i, line: block, correct: match[1] !== '', textStart: block.start + length });
  }
  if (drafts.length < 2 || !drafts.some((each) => each.correct) || drafts.every((each) => each.correct))
    return undefined;
  const options = drafts.map((draft, i) => optionOf(reading, draft, drafts[i + 1]?.index ?? question.to));
  return { options };
}

function optionOf(reading: Reading, draft: Draft, to: number): ChoiceOption {
  const { blocks, text } = reading;
  let end = draft.line.end;
  let explanation: Span | undefined;
  for (let i = draft.index + 1; i < to; i += 1) {
    const block = blocks[i]!;
    if (block.item === undefined && block.kind !== 'code') break;
    if (block.kind === 'line' && block.paragraph === draft.line.paragraph) {
      end = block.end;
    } else if (block.kind === 'code' || block.kind === 'html') {
      end = Math.max(end, block.end);
    } else {
      explanation = { start: explanation?.start ?? startOfLine(text, block.start, end), end: block.end };
    }
  }
  return { text: { start: draft.textStart, end }, correct: draft.correct, ...(explanation && { explanation }) };
}
