import { window } from 'vscode';
import type { Library } from '../../study/library';
import type { Term } from '../../study/model';
import type { JargonPages } from './jargonPages';

/** Identities of the cards of the terms that stand in the active editor's text, in the order of the text. */
export async function jargonInActiveEditor(library: Library, pages: JargonPages): Promise<readonly string[]> {
  const document = window.activeTextEditor?.document;
  if (!document) return [];
  const sightings = await pages.all(document);
  return cardsOfTerms(
    library,
    sightings.flatMap(({ concept }) => concept.definitions.map(({ term }) => term)),
  );
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
