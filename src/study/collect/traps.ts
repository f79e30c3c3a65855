import type { Item } from '../../notes/blocks';
import type { Span } from '../model';
import type { Reading } from '../reading';

const TRAP = /^(?:trap|pitfall|common mistake|误区|陷阱|易错点?|坑)s?\s*[:：]\s*/i;

/** The common wrong answer in a list below an item: `  - **Trap:** …`. */
export function trapBelow(reading: Reading, item: Item): Span | undefined {
  for (let i = item.from; i < item.to; i += 1) {
    const block = reading.blocks[i]!;
    if (block.kind !== 'line' || block.item?.list.parent !== item) continue;
    const label = TRAP.exec(block.text)?.[0];
    if (label === undefined) continue;
    const runs = block.runs.filter((run) => !run.strong);
    const start = runs[0]?.start ?? block.start;
    const lead = /^[\s:：]*/.exec(reading.text.slice(start, block.end))![0].length;
    return { start: start + lead, end: block.item.end };
  }
  return undefined;
}
