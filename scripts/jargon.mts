/** Prints where a hover would show which term, one line of JSON each. `--notes FOLDER` adds the notes of a folder to the built-in content. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LibraryNote } from '../src/study/library';
import { readNote } from '../src/study/readNote';
import { Glossary } from '../src/terms/glossary';
import { Page, type Sighting } from '../src/terms/page';
import { topicPath } from '../src/terms/topicPath';
import { fail, readArguments } from './arguments.mjs';

function* notesIn(folder: string, builtIn: boolean): Generator<LibraryNote> {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!name.endsWith('.md')) continue;
    const path = join(folder, name);
    yield { uri: path, builtIn, note: readNote(readFileSync(path, 'utf8')) };
  }
}

function* sightings(glossary: Glossary, file: string): Generator<object> {
  const text = readFileSync(file, 'utf8');
  let line = 1;
  let lineStart = 0;
  for (const sighting of new Page(glossary, { path: file, languageId: '', text }).all()) {
    for (
      let end = text.indexOf('\n', lineStart);
      end >= 0 && end < sighting.start;
      end = text.indexOf('\n', lineStart)
    ) {
      line += 1;
      lineStart = end + 1;
    }
    yield { file, line, column: sighting.start - lineStart + 1, ...shown(sighting, text) };
  }
}

function shown({ start, end, concept }: Sighting, text: string) {
  const { note, term } = concept.definitions[0]!;
  return { text: text.slice(start, end), term: term.name, topic: topicPath(note.note, term.topic).join(' / ') };
}

const usage = 'usage: npm run -s jargon -- [--notes FOLDER]… FILE…';
const { values, positionals: files } = readArguments(usage, { notes: { type: 'string', multiple: true } });
if (files.length === 0) fail(usage);
const folders = values.notes ?? [];
const own = folders.flatMap((folder) => [...notesIn(folder, false)]);
const content = ['en', 'zh-cn'].flatMap((language) => [...notesIn(join('content', language), true)]);
const glossary = new Glossary([...own, ...content]);
for (const file of files) {
  try {
    for (const sighting of sightings(glossary, file)) console.log(JSON.stringify(sighting));
  } catch (error) {
    console.error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
