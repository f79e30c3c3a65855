/** Compiles the built-in content: every note read once, here, so that a start parses none. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import type { CompiledContent } from '../src/host/builtIn';
import type { Span, StudyNote, Term } from '../src/study/model';
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
    const text = await readFile(`${folder}/${name}`, 'utf8');
    const note = readNote(text);
    notes[name] = { ...note, terms: glossaryOf(text, note) };
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

/** What each item of a glossary is read below, so that it is read as an item of a glossary. */
const above = '## Terms\n\n';

/**
 * The terms of the section `## Terms`, one an item, in their order. Each item is read by itself: what looks like a term in an answer, or in another
 * term's definition, is part of that.
 */
function glossaryOf(text: string, { topics }: StudyNote): Term[] {
  const heading = topics.find((topic) => isGlossary(topic.title));
  if (!heading) return [];
  const start = text.split('\n').slice(0, heading.line).join('\n').length;
  const items = text.slice(start).matchAll(/^- \*\*.*(?:\n {2,}.*)*/gm);
  return [...items].flatMap((match) => {
    const index = start + match.index;
    const line = heading.line + text.slice(start, index).split('\n').length - 1;
    const [term] = readNote(above + match[0]).terms;
    if (!term) return [];
    const moved = ({ start, end }: Span) => ({ start: start - above.length + index, end: end - above.length + index });
    const topic = topics.findLastIndex((each) => each.line < line);
    return {
      ...term,
      line,
      moreLines: [],
      topic,
      definition: moved(term.definition),
      ...(term.trap && { trap: moved(term.trap) }),
    };
  });
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
