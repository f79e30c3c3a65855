import type { ClozeCard, Span } from '../../study/model';
import { blank, type RevealQuestion, shown } from './question';

/** A sentence with its holes: blank before, marked after. The blanks are all alike: their width says nothing. */
export function poseCloze(card: ClozeCard, text: string): RevealQuestion | undefined {
  if (card.holes.length === 0) return undefined;
  return {
    kind: 'reveal',
    task: 'cloze',
    prompt: fill(card, text, () => blank),
    answer: fill(card, text, (hidden) => `${shown[0]}${hidden}${shown[1]}`),
  };
}

function fill({ answer, holes }: ClozeCard, text: string, put: (hidden: string) => string): string {
  let filled = '';
  let from = answer.start;
  for (const hole of holes) {
    const { start, end } = withMarks(hole, text);
    if (start < from) continue;
    filled += text.slice(from, start) + put(text.slice(hole.start, hole.end));
    from = end;
  }
  return filled + text.slice(from, answer.end);
}

/** With the `==` around it, if any. */
function withMarks({ start, end }: Span, text: string): Span {
  const marked = text.slice(start - 2, start) === '==' && text.slice(end, end + 2) === '==';
  return marked ? { start: start - 2, end: end + 2 } : { start, end };
}
