import { type TextDocument, window, workspace } from 'vscode';
import type { Library } from '../study/library';
import type { Glossary } from '../terms/glossary';
import { Page } from '../terms/page';

/** The active editor's text with what is known of it; undefined without one. */
export function pageOf(document: TextDocument, glossary: Glossary): Page {
  const path = workspace.asRelativePath(document.uri, true);
  return new Page(glossary, { path, languageId: document.languageId, text: document.getText() });
}

/** Identities of the cards of the terms that stand in the active editor's text, in the order of the text. */
export async function jargonInActiveEditor(library: Library, glossary: Glossary): Promise<readonly string[]> {
  const document = window.activeTextEditor?.document;
  if (!document) return [];
  const terms = pageOf(document, glossary)
    .all()
    .flatMap((sighting) => sighting.concept.definitions.map((definition) => definition.term));
  const ids = new Map(
    [...library.cards.values()].flatMap((card) => (card.kind === 'term' ? [[card.term, card.id]] : [])),
  );
  const found = terms.map((term) => term.id ?? ids.get(term));
  return [...new Set(found.filter((id) => id !== undefined && library.cards.has(id)))] as string[];
}
