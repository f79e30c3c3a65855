import type { List } from '../../notes/blocks';
import { partLength } from '../../notes/numbering';
import type { Span } from '../model';
import type { Question, Reading } from '../reading';

const PROCESS =
  /流程|步骤|过程|顺序|阶段|经过|生命周期|\b(?:steps?|process|procedure|sequence|workflow|in order|order of|stages|phases|life ?cycle|what happens|walk (?:me )?through)\b/i;

/** The steps of an answer that is a process: its one ordered list, or a run of `（1）` lines, where the question asks for an order. */
export function stepsOf(reading: Reading, question: Question): Span[] | undefined {
  if (!PROCESS.test(question.title) && !/(?:^|-)steps-/.test(question.id ?? '')) return undefined;
  const lists = new Set<List>();
  const parts: Span[] = [];
  for (let i = question.from; i < question.to; i += 1) {
    const block = reading.blocks[i]!;
    const list = outermost(block.item?.list, question.from);
    if (list?.ordered) lists.add(list);
    if (block.kind === 'line' && !block.item) {
      const length = partLength(block.text);
      if (length > 0) parts.push({ start: block.start + length, end: block.end });
    }
  }
  if (lists.size === 1 && parts.length === 0) {
    const [list] = [...lists];
    const steps = list!.items.flatMap((item) => {
      const first = reading.blocks[item.from];
      return first?.kind === 'line' ? [{ start: first.start, end: first.end }] : [];
    });
    return steps.length === list!.items.length && steps.length >= 2 ? steps : undefined;
  }
  return lists.size === 0 && parts.length >= 2 ? parts : undefined;
}

/** The outermost list of the answer; the question may be an item of a list itself. */
function outermost(list: List | undefined, from: number): List | undefined {
  let found: List | undefined;
  for (let at = list; at && at.items[0]!.from >= from; at = at.parent?.list) found = at;
  return found;
}
