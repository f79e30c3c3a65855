import {
  type CancellationToken,
  type Disposable,
  Hover,
  languages,
  type Position,
  Range,
  type TextDocument,
} from 'vscode';
import type { Definition } from '../../terms/concepts';
import type { CardDeps } from './hoverCard';
import type { JargonPages } from './jargonPages';

export interface HoverDeps extends CardDeps {
  readonly pages: JargonPages;
  /** Told of the terms that were explained. */
  explained(terms: readonly Definition[]): void;
  /** Told of what went wrong; the hover then says nothing. */
  report(error: unknown): void;
}

/**
 * Explains jargon wherever there is an editor: files, untitled, diffs, notebook cells, virtual workspaces. What it takes is loaded with the first hover, not
 * with the start.
 */
export function registerHover(deps: HoverDeps): Disposable {
  async function provideHover(document: TextDocument, position: Position, token: CancellationToken) {
    try {
      const sighting = await deps.pages.at(document, position);
      if (!sighting || token.isCancellationRequested) return undefined;
      const { hoverCard } = await import('./hoverCard');
      const card = await hoverCard(sighting, document.uri, deps);
      const range = new Range(document.positionAt(sighting.start), document.positionAt(sighting.end));
      if (token.isCancellationRequested) return undefined;
      deps.explained(sighting.concept.definitions);
      return new Hover(card, range);
    } catch (error) {
      deps.report(error);
      return undefined;
    }
  }

  return languages.registerHoverProvider([{ scheme: '*' }], { provideHover });
}
