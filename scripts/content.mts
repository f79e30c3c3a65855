/** Compiles the built-in content: every note read once, here, so that a start parses none. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import type { CompiledContent } from '../src/host/builtIn';
import type { StudyNote, Term } from '../src/study/model';
import { readNote } from '../src/study/readNote';

const languages = ['en', 'zh-cn'] as const;

/** Writes `dist/content/LANGUAGE.json` for each language. */
export async function compileContent(): Promise<void> {
  await mkdir('dist/content', { recursive: true });
  const english = await readContent('en');
  for (const language of languages) {
    const notes = language === 'en' ? english : await readContent(language);
    const named = Object.entries(notes).map(([name, note]) => [name, nameTerms(note, english[name])] as const);
    const compiled: CompiledContent = { notes: Object.fromEntries(named) };
    await writeFile(`dist/content/${language}.json`, JSON.stringify(compiled));
  }
}

async function readContent(language: string): Promise<Record<string, StudyNote>> {
  const folder = `content/${language}`;
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort();
  const notes: Record<string, StudyNote> = {};
  for (const name of names) notes[name] = readNote(await readFile(`${folder}/${name}`, 'utf8'));
  return notes;
}

/**
 * Gives terms their lasting names: those of the English note, whose k-th term is the k-th of every other language. So what a person has learnt of a
 * term counts in both.
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
    return { ...term, id };
  });
  return { ...note, terms };
}

function slugOf(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, '-')
    .replace(/^-|-$/g, '');
}
