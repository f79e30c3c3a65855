import { type TextDocument, window, workspace } from 'vscode';
import type { Library } from '../study/library';
import type { Term } from '../study/model';
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
  return cardsOfTerms(library, terms);
}

let known:
  | { readonly library: Library; readonly revision: number; readonly ids: ReadonlyMap<Term, string> }
  | undefined;

/** Identities of the cards of terms, as far as they are in the library; a term of the built-in content in either language. */
export function cardsOfTerms(library: Library, terms: readonly Term[]): readonly string[] {
  if (known?.library !== library || known.revision !== library.revision) {
    const cards = [...library.cards.values()].flatMap((card) => (card.kind === 'term' ? [card] : []));
    known = { library, revision: library.revision, ids: new Map(cards.map(({ term, id }) => [term, id])) };
  }
  const { ids } = known;
  const found = terms.flatMap((term) => term.id ?? ids.get(term) ?? []);
  return [...new Set(found)].filter((id) => library.cards.has(id));
}
