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
    const start = block.start + reading.text.slice(block.start, block.end).search(/[^:：\s]/);
    return [{ ...found, start: name.start, definition: { start, end: block.end }, form: 'label' as const }];
  });
}
