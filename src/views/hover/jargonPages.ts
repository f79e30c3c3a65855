import { type Position, type TextDocument, workspace } from 'vscode';
import type { Glossary } from '../../terms/glossary';
import type { Page, Sighting } from '../../terms/page';
import type { BuildFiles } from './buildFiles';
import { isMuted, mutedTerms } from './muted';

export interface PagesDeps {
  /** The jargon of the library as it is now. The same object as long as the library is the same. */
  glossary(): Glossary | Promise<Glossary>;
  readonly buildFiles: BuildFiles;
}

interface Kept {
  readonly version: number;
  readonly language: string;
  readonly glossary: Glossary;
  readonly revision: number;
  readonly page: Page;
}

/** The jargon of documents as the settings want it shown. What a document is about is found out once per version of it. */
export class JargonPages {
  readonly #deps: PagesDeps;
  readonly #kept = new WeakMap<TextDocument, Kept>();

  constructor(deps: PagesDeps) {
    this.#deps = deps;
  }

  /** The term under a position, if it is to be explained there. */
  async at(document: TextDocument, position: Position): Promise<Sighting | undefined> {
    const shows = shownIn(document);
    if (!shows) return undefined;
    const page = await this.page(document);
    const sighting = page.near(document.offsetAt(position));
    return sighting && shows(page, sighting) ? sighting : undefined;
  }

  /** All terms of a document that are to be explained, in order. */
  async all(document: TextDocument): Promise<readonly Sighting[]> {
    const shows = shownIn(document);
    if (!shows) return [];
    const page = await this.page(document);
    return page.all().filter((sighting) => shows(page, sighting));
  }

  /** The document's page, whatever the settings say. */
  async page(document: TextDocument): Promise<Page> {
    const glossary = await this.#deps.glossary();
    const { revision } = this.#deps.buildFiles;
    const { version, languageId: language } = document;
    const kept = this.#kept.get(document);
    if (
      kept?.version === version &&
      kept.language === language &&
      kept.glossary === glossary &&
      kept.revision === revision
    ) {
      return kept.page;
    }
    const { Page } = await import('../../terms/page');
    const page = new Page(glossary, {
      path: workspace.asRelativePath(document.uri, true),
      languageId: language,
      text: document.getText(),
      dependencies: this.#deps.buildFiles.dependenciesOf(document.uri),
    });
    this.#kept.set(document, { version, language, glossary, revision, page });
    return page;
  }
}

/** Which terms the settings let show in a document; undefined if none. */
function shownIn(document: TextDocument): ((page: Page, sighting: Sighting) => boolean) | undefined {
  const settings = workspace.getConfiguration('interviewStudy', document);
  if (!settings.get('hover.enabled', true)) return undefined;
  const proseOnly = settings.get<string>('hover.where') === 'commentsAndStrings';
  const muted = mutedTerms();
  return (page, { start, concept }) => !(proseOnly && !page.isProse(start)) && !isMuted(concept, document, muted);
}
