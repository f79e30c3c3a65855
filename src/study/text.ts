import { plain } from '../notes/plain';
import { readable } from '../notes/readable';
import type { Card, Term } from './model';

/** The answer's Markdown, fit for showing. */
export function answerMarkdown(text: string, card: Card): string {
  return readable(text.slice(card.answer.start, card.answer.end));
}

/** The definition as plain text: a line of words, whatever it is written in. */
export function definitionText(text: string, term: Term): string {
  const source = text.slice(term.definition.start, term.definition.end);
  switch (term.form) {
    case 'config':
      // A comment of several lines is one sentence.
      return source
        .split(/\r?\n/)
        .map((line) => line.replace(/^\s*(?:#+|\/\/+|--+|;|!)?\s*/, '').trim())
        .filter((line) => line !== '')
        .join(' ');
    case 'table':
      return plain(source.replace(/<br\s*\/?>/gi, ' '));
    case 'label':
    case 'block':
    case 'bracket':
    case 'prose':
      return plain(readable(source));
  }
}
