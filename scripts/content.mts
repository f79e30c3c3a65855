/** Compiles the built-in content: every note read and every diagram drawn once, here, so that a start parses none. */
import { mkdir, writeFile } from 'node:fs/promises';
import type { CompiledContent } from '../src/host/builtIn';
import type { StudyNote, Term } from '../src/study/model';
import { packNote } from '../src/study/packedNote';
import { drawDiagrams, type Picture } from './content/diagrams.mjs';
import {
  type ContentNote,
  type ContentNotes,
  type Language,
  languages,
  readContent,
  readContentNote,
} from './content/notes';

/** Writes `dist/content/LANGUAGE.json` for each language, and the texts into a folder beside it. */
export async function compileContent(): Promise<void> {
  for (const language of languages) {
    const folder = `dist/content/${language}`;
    await mkdir(folder, { recursive: true });
    const compiled = compiledNotes(language);
    for (const [system, { text }] of compiled) await writeFile(`${folder}/${system}.md`, text);
    const notes = [...compiled].map(([system, { note }]) => [`${system}.md`, packNote(note)]);
    const content: CompiledContent = { notes: Object.fromEntries(notes) };
    await writeFile(`${folder}.json`, JSON.stringify(content));
  }
}

/** The notes of a language as they ship, by the id of their system, with their texts. */
export function compiledNotes(language: Language): ContentNotes {
  const english = readContent('en');
  const notes = language === 'en' ? english : readContent(language);
  return new Map(
    [...notes].map(([system, source]) => {
      const { text, note } = draw(source);
      return [system, { text, note: nameTerms(note, english.get(system)?.note) }];
    }),
  );
}

/** A note with its diagrams drawn, and given to the terms that they name. */
function draw(source: ContentNote): ContentNote {
  const { text, pictures } = drawDiagrams(source.text);
  if (pictures.length === 0) return source;
  const { note } = readContentNote(text);
  const pictureOf = ({ name, aliases }: Term): Picture | undefined =>
    pictures.find(({ names }) => [name, ...aliases].some((each) => names.includes(each)));
  const terms = note.terms.map((term) => {
    const span = pictureOf(term)?.span;
    return span ? { ...term, picture: span } : term;
  });
  return { text, note: { ...note, terms } };
}

/**
 * Gives terms their lasting names: those of the English note, whose k-th term is the k-th of every other language (a test sees to that). So what a
 * person has learnt of a term counts in both.
 */
function nameTerms(note: StudyNote, english: StudyNote | undefined): StudyNote {
  const sources = english?.terms.length === note.terms.length ? english.terms : note.terms;
  const system = note.meta.system ?? 'note';
  const taken = new Set<string>();
  const terms = note.terms.map((term, index): Term => {
    const slug = slugOf(sources[index]?.name ?? term.name);
    let id = `${system}-term-${slug}`;
    for (let n = 2; taken.has(id); n++) id = `${system}-term-${slug}-${n}`;
    taken.add(id);
    // What has a lasting name needs no content identity.
    return { ...term, id, key: '', print: '' };
  });
  const cards = note.cards.map((card) => (card.id === undefined ? card : { ...card, key: '', print: '' }));
  return { ...note, cards, terms };
}

function slugOf(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, '-')
    .replace(/^-|-$/g, '');
}
