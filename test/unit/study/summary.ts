import type { Span, StudyNote } from '../../../src/study/model';
import { answerMarkdown, definitionText } from '../../../src/study/text';

/** A note as a person would jot down what was read from it: short enough to be checked by eye. */
export function summary(text: string, note: StudyNote) {
  const topic = (index: number): string => {
    const { title, parent } = note.topics[index] ?? { title: '', parent: -1 };
    return parent < 0 ? title : `${topic(parent)} / ${title}`;
  };
  const lines = (line: number, end: number) => (end > line ? `${line}-${end}` : `${line}`);
  const at = (span: Span) => text.slice(span.start, span.end);
  return {
    ...(note.title !== undefined && { title: note.title }),
    language: note.language,
    topics: note.topics.map((each, i) => `${each.line}: ${topic(i)}`),
    cards: note.cards.map((card) => ({
      [card.kind]: card.question,
      at: `${lines(card.line, card.endLine)} ${topic(card.topic)}`.trim(),
      ...(card.id !== undefined && { id: card.id }),
      ...(card.stem && { stem: at(card.stem) }),
      ...(card.kind === 'choice' && {
        options: card.options.map(
          ({ text: span, correct, explanation }) =>
            `[${correct ? 'x' : ' '}] ${at(span)}${explanation ? ` // ${at(explanation).trim()}` : ''}`,
        ),
      }),
      ...(card.kind === 'steps' && { steps: card.steps.map(at) }),
      ...(card.kind === 'cloze' && { holes: card.holes.map(at) }),
      answer: answerMarkdown(text, card),
    })),
    terms: note.terms.map((term) => {
      const aliases = term.aliases.length > 0 ? ` (${term.aliases.join(', ')})` : '';
      const more = term.moreLines.length > 0 ? ` +${term.moreLines.join(' +')}` : '';
      const trap = term.trap ? ` // ${at(term.trap)}` : '';
      return `${term.line}${more} ${term.form}: ${term.name}${aliases} = ${definitionText(text, term)}${trap}`;
    }),
    gaps: note.gaps.map(
      (gap) => `${gap.line} ${gap.why}: ${gap.title}${gap.detail === undefined ? '' : ` (${gap.detail})`}`,
    ),
    ...(note.findings.length > 0 && { findings: note.findings.map(({ code, line }) => `${line} ${code}`) }),
  };
}
