import { Disposable, Location, languages, type Position, type TextDocument, Uri, workspace } from 'vscode';
import type { NoteTexts } from '../../study/library';
import { inReadingOrder } from '../../terms/readingOrder';
import type { JargonPages } from './jargonPages';

export interface DefinitionDeps {
  readonly pages: JargonPages;
  readonly texts: NoteTexts;
  /** The language that the reader reads now. */
  language(): 'en' | 'zh';
}

/** Scheme of the built-in notes. */
const builtInScheme = 'interview-study';

/**
 * Registers Go to Definition and Peek from jargon to the notes' lines. Where a language has definitions of its own, which is in code, ours would stand
 * beside them: the setting says where they are wanted.
 */
export function registerDefinitions({ pages, texts, language }: DefinitionDeps): Disposable {
  async function provideDefinition(document: TextDocument, position: Position): Promise<Location[] | undefined> {
    const where = workspace.getConfiguration('interviewStudy', document).get<string>('definitions');
    if (where === 'off') return undefined;
    const sighting = await pages.at(document, position);
    if (!sighting) return undefined;
    if (where !== 'everywhere' && !(await pages.page(document)).isProse(sighting.start)) return undefined;
    return inReadingOrder(sighting.concept, language()).flatMap(({ note, term }) => {
      const uri = Uri.parse(note.uri);
      // A definition is no way to itself.
      const isHere = uri.toString() === document.uri.toString() && position.line === term.line - 1;
      return isHere ? [] : [new Location(uri, document.positionAt(0).with(term.line - 1))];
    });
  }

  return Disposable.from(
    languages.registerDefinitionProvider([{ scheme: '*' }], { provideDefinition }),
    workspace.registerTextDocumentContentProvider(builtInScheme, {
      provideTextDocumentContent: (uri) => texts.text(uri.toString()),
    }),
  );
}
