/** Compiles the built-in content: every note read once, here, so that a start parses none. */
import { mkdir, writeFile } from 'node:fs/promises';
import type { CompiledContent } from '../src/host/builtIn';
import type { StudyNote, Term } from '../src/study/model';
import { type ContentNotes, type Language, languages, readContent } from './content/notes';

/** Writes `dist/content/LANGUAGE.json` for each language. */
export async function compileContent(): Promise<void> {
  await mkdir('dist/content', { recursive: true });
  for (const language of languages) {
    const named = [...compiledNotes(language)].map(([system, { note }]) => [`${system}.md`, note]);
    const compiled: CompiledContent = { notes: Object.fromEntries(named) };
    await writeFile(`dist/content/${language}.json`, JSON.stringify(compiled));
  }
}

/** The notes of a language as they ship, by the id of their system, with their texts. */
export function compiledNotes(language: Language): ContentNotes {
  const english = readContent('en');
  const notes = language === 'en' ? english : readContent(language);
  return new Map(
    [...notes].map(([system, { text, note }]) => [system, { text, note: nameTerms(note, english.get(system)?.note) }]),
  );
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
