/** Compiles the built-in content: every note read once, here, so that a start parses none. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import type { CompiledContent } from '../src/host/builtIn';
import type { StudyNote, Term } from '../src/study/model';
import { readNote } from '../src/study/readNote';
import { isGlossary } from '../src/study/words';

const languages = ['en', 'zh-cn'] as const;

/** The systems in the order in which they are best learnt, and shown. One that is not named here comes last. */
const order = 'linux hadoop zookeeper flume kafka hive hbase sqoop scala spark flink atlas griffin warehouse'.split(
  ' ',
);

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
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort((a, b) => placeOf(a) - placeOf(b));
  const notes: Record<string, StudyNote> = {};
  for (const name of names) {
    const note = readNote(await readFile(`${folder}/${name}`, 'utf8'));
    notes[name] = { ...note, terms: glossaryOf(note) };
  }
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
    // What has a lasting name needs no content identity.
    return { ...term, id, key: '', print: '' };
  });
  const cards = note.cards.map((card) => (card.id === undefined ? card : { ...card, key: '', print: '' }));
  return { ...note, cards, terms };
}

/** The terms of the section `## Terms`: what looks like one elsewhere is part of an answer. */
function glossaryOf({ topics, terms }: StudyNote): Term[] {
  const inGlossary = (topic: number): boolean =>
    topic >= 0 && (isGlossary(topics[topic]!.title) || inGlossary(topics[topic]!.parent));
  return terms.filter((term) => inGlossary(term.topic));
}

function placeOf(file: string): number {
  const place = order.indexOf(file.replace('.md', ''));
  return place < 0 ? order.length : place;
}

function slugOf(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, '-')
    .replace(/^-|-$/g, '');
}
