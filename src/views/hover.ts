import {
  type CancellationToken,
  type Disposable,
  Hover,
  languages,
  type Position,
  Range,
  type TextDocument,
  workspace,
} from 'vscode';
import type { Term } from '../study/model';
import type { Glossary } from '../terms/glossary';
import type { Page } from '../terms/page';
import type { CardDeps } from './hoverCard';

export interface HoverDeps extends CardDeps {
  /** The jargon of the library as it is now. The same object as long as the library is the same. */
  glossary(): Glossary | Promise<Glossary>;
  /** Told of the terms that were explained. */
  explained(terms: readonly Term[]): void;
  /** Told of what went wrong; the hover then says nothing. */
  report(error: unknown): void;
}

/**
 * Explains jargon wherever there is an editor: files, untitled, diffs, notebook cells, virtual workspaces. What it takes is loaded with the first hover, not
 * with the start.
 */
export function registerHover(deps: HoverDeps): Disposable {
  const pages = new WeakMap<TextDocument, { version: number; glossary: Glossary; page: Page }>();

  async function pageOf(document: TextDocument, glossary: Glossary): Promise<Page> {
    const known = pages.get(document);
    if (known?.version === document.version && known.glossary === glossary) return known.page;
    const { Page } = await import('../terms/page');
    const path = workspace.asRelativePath(document.uri, true);
    const page = new Page(glossary, { path, languageId: document.languageId, text: document.getText() });
    pages.set(document, { version: document.version, glossary, page });
    return page;
  }

  async function provideHover(document: TextDocument, position: Position, token: CancellationToken) {
    try {
      if (!workspace.getConfiguration('interviewStudy', document).get('hover.enabled', true)) return undefined;
      const glossary = await deps.glossary();
      if (token.isCancellationRequested) return undefined;
      const sighting = (await pageOf(document, glossary)).near(document.offsetAt(position));
      if (!sighting) return undefined;
      const { hoverCard } = await import('./hoverCard');
      const card = await hoverCard(sighting, deps);
      const range = new Range(document.positionAt(sighting.start), document.positionAt(sighting.end));
      if (token.isCancellationRequested) return undefined;
      deps.explained(sighting.concept.definitions.map(({ term }) => term));
      return new Hover(card, range);
    } catch (error) {
      deps.report(error);
      return undefined;
    }
  }

  return languages.registerHoverProvider([{ scheme: '*' }], { provideHover });
}
