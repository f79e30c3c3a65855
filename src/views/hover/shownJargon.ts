import { Uri, workspace } from 'vscode';
import type { LibraryCard, LibraryNote, NoteTexts } from '../../study/library';
import { definitionText } from '../../study/text';
import type { Concept } from '../../terms/concepts';
import type { Glossary } from '../../terms/glossary';
import type { PageJargon, ShownJargon } from '../../terms/pageJargon';
import { inReadingOrder } from '../../terms/readingOrder';
import { isMuted, mutedTerms } from './muted';

export interface ShownJargonDeps {
  readonly texts: NoteTexts;
  glossary(): Promise<Glossary>;
  /** The language that the reader reads now. */
  language(): 'en' | 'zh';
}

/** Other names beyond so many, and characters of a definition, are left out: the note is a key away. */
const mostNames = 4;
const longest = 600;

/** Finds the jargon in answers: not what the card asks, nor what its question names. */
export async function answerJargon(
  card: LibraryCard,
  asked: string,
  deps: ShownJargonDeps,
): Promise<ShownJargon | undefined> {
  const own = card.kind === 'term' ? card.term : undefined;
  const isAsked = ({ definitions }: Concept) =>
    definitions.some(({ term }) => term === own || (term.id !== undefined && term.id === own?.id));
  const about = await deps.texts.text(card.note.uri);
  return shownJargon(card.note, about, deps, { asked, isAsked });
}

/** Finds the jargon in a note that is shown as a page. */
export function noteJargon(note: LibraryNote, deps: ShownJargonDeps): Promise<ShownJargon | undefined> {
  return shownJargon(note, '', deps);
}

async function shownJargon(
  note: LibraryNote,
  about: string,
  deps: ShownJargonDeps,
  question?: { readonly asked: string; readonly isAsked: (concept: Concept) => boolean },
): Promise<ShownJargon | undefined> {
  const place = { uri: Uri.parse(note.uri), languageId: 'markdown' };
  if (!workspace.getConfiguration('interviewStudy', place).get('hover.enabled', true)) return undefined;
  const [glossary, { TextJargon }] = await Promise.all([deps.glossary(), import('../../terms/textJargon')]);
  const muted = mutedTerms();
  const wants = (concept: Concept) => !question?.isAsked(concept) && !isMuted(concept, place, muted);
  const source = { path: workspace.asRelativePath(place.uri, true), languageId: 'markdown', text: about };
  const words = new TextJargon(glossary, source, wants);
  for (const { id } of question ? words.find(question.asked) : []) words.known.add(id);
  return { words, explain: () => Promise.all(words.concepts.map(([id, concept]) => explain(id, concept, deps))) };
}

async function explain(id: number, concept: Concept, { texts, language }: ShownJargonDeps): Promise<PageJargon> {
  const { note, term } = inReadingOrder(concept, language())[0]!;
  const definition = definitionText(await texts.text(note.uri), term);
  const name = term.name.replace(/[`*]/g, '');
  return {
    id,
    name,
    names: concept.names.filter((each) => each !== name).slice(0, mostNames),
    system: concept.system.title,
    definition: definition.length > longest ? `${definition.slice(0, longest).replace(/\s+\S*$/, '')} …` : definition,
    language: note.note.language,
  };
}
