import type { Gap, StudyNote, TermForm } from './model';

/** What was read from some lines of a note. */
export type Explanation = {
  /** 1-based; the line at which it begins, and the last line of what belongs to it. */
  readonly line: number;
  readonly endLine: number;
} & (
  | { readonly what: 'topic'; readonly path: readonly string[] }
  | { readonly what: 'question' | 'cloze'; readonly title: string; readonly path: readonly string[] }
  | {
      readonly what: 'steps' | 'choice';
      readonly title: string;
      readonly path: readonly string[];
      readonly parts: number;
    }
  | { readonly what: 'term'; readonly names: readonly string[]; readonly form: TermForm }
  | { readonly what: 'gap'; readonly gap: Gap }
);

/** What was read from each line, in the order of the note. A heading that is itself a question or a gap is told of once. */
export function explain(note: StudyNote): Explanation[] {
  const path = (topic: number): string[] => {
    const above = note.topics[topic];
    return above ? [...path(above.parent), above.title] : [];
  };
  const cards = note.cards.map((card): Explanation => {
    const { line, endLine, question: title } = card;
    const base = { line, endLine, title, path: path(card.topic) };
    if (card.kind === 'steps') return { ...base, what: 'steps', parts: card.steps.length };
    if (card.kind === 'choice') return { ...base, what: 'choice', parts: card.options.length };
    return { ...base, what: card.kind };
  });
  const terms = note.terms.flatMap(({ name, aliases, line, moreLines, form }) =>
    [line, ...moreLines].map(
      (at): Explanation => ({ what: 'term', line: at, endLine: at, names: [name, ...aliases], form }),
    ),
  );
  const gaps = note.gaps.map((gap): Explanation => ({ what: 'gap', line: gap.line, endLine: gap.line, gap }));
  const told = new Set([...cards, ...gaps].map(({ line }) => line));
  const topics = note.topics.flatMap(({ line, parent }): Explanation[] =>
    told.has(line) ? [] : [{ what: 'topic', line, endLine: line, path: path(parent) }],
  );
  return [...topics, ...cards, ...terms, ...gaps].sort((a, b) => a.line - b.line);
}
