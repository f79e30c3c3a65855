import { isThing, nameOf } from '../names';
import type { Reading } from '../reading';
import type { TermDraft } from './termDraft';

/** Definition lists of Pandoc and Markdown Extra: a name, and on the next line `: what it is`. */
export function collectDefinitionTerms(reading: Reading): TermDraft[] {
  return reading.blocks.flatMap((block, i) => {
    const name = reading.blocks[i - 1];
    if (block.kind !== 'line' || !/^[:：]\s+\S/.test(block.text)) return [];
    if (name?.kind !== 'line' || name.paragraph !== block.paragraph) return [];
    const found = /[?？]$/.test(name.text) ? undefined : nameOf(name.text);
    if (!found || !isThing(found.name)) return [];
    let end = block.end;
    for (let next = i + 1; next < reading.blocks.length; next += 1) {
      const line = reading.blocks[next]!;
      if (line.kind !== 'line' || line.paragraph !== block.paragraph || line.text.startsWith(':')) break;
      end = line.end;
    }
    const start = block.start + reading.text.slice(block.start, block.end).search(/[^:：\s]/);
    return [{ ...found, start: name.start, definition: { start, end }, form: 'label' as const }];
  });
}
