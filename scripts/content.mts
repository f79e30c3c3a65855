/** Compiles the built-in content: every note read once, here, so that a start parses none. */
import { mkdir, writeFile } from 'node:fs/promises';
import type { CompiledContent } from '../src/host/builtIn';
import type { StudyNote, Term } from '../src/study/model';
import { languages, readContent } from './content/notes';

/** Writes `dist/content/LANGUAGE.json` for each language. */
export async function compileContent(): Promise<void> {
  await mkdir('dist/content', { recursive: true });
  const english = readContent('en');
  for (const language of languages) {
    const notes = language === 'en' ? english : readContent(language);
    const named = [...notes].map(([system, { note }]) => [`${system}.md`, nameTerms(note, english.get(system)?.note)]);
    const compiled: CompiledContent = { notes: Object.fromEntries(named) };
    await writeFile(`dist/content/${language}.json`, JSON.stringify(compiled));
  }
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
