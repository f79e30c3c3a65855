import { window } from 'vscode';
import type { Library } from '../../study/library';
import type { Definition } from '../../terms/concepts';
import type { JargonPages } from './jargonPages';

/** Identities of the cards of the terms that stand in the active editor's text, in the order of the text. */
export async function jargonInActiveEditor(library: Library, pages: JargonPages): Promise<readonly string[]> {
  const document = window.activeTextEditor?.document;
  if (!document) return [];
  const sightings = await pages.all(document);
  return [
    ...cardsOfTerms(
      library,
      sightings.flatMap(({ concept }) => concept.definitions),
    ),
  ];
}

/** Identities of the cards of terms, each once, as far as they are in the library; a term of the built-in content in either language. */
export function* cardsOfTerms(library: Library, definitions: readonly Definition[]): Generator<string> {
  const found = new Set<string>();
  for (const { note, term } of definitions) {
    const id = term.id ?? cardOf(library, note.uri, term.name);
    if (id === undefined || found.has(id) || !library.cards.has(id)) continue;
    found.add(id);
    yield id;
  }
}

/** A note explains a name once. */
function cardOf(library: Library, uri: string, name: string): string | undefined {
  return library.cardsOf(uri).find((card) => card.kind === 'term' && card.term.name === name)?.id;
}
