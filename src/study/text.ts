import { readable } from '../notes/readable';
import type { Card, Term } from './model';

/** The answer's Markdown, fit for showing. */
export function answerMarkdown(text: string, card: Card): string {
  return readable(text.slice(card.answer.start, card.answer.end));
}

/** The definition as plain, readable text. */
export function definitionText(text: string, term: Term): string {
  return readable(text.slice(term.definition.start, term.definition.end));
}
