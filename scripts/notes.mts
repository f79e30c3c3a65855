/** Prints what is read from notes, one line of JSON a note, in the shape that the scorer of the gold answers takes. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { plain } from '../src/notes/plain';
import type { StudyNote } from '../src/study/model';
import { readNote } from '../src/study/readNote';
import { answerMarkdown, definitionText } from '../src/study/text';
import { fail, readArguments } from './arguments.mjs';

/** The topics from the root to `topic`. */
function pathOf(note: StudyNote, topic: number): string[] {
  const path: string[] = [];
  for (let at = topic; at >= 0; at = note.topics[at]!.parent) path.unshift(note.topics[at]!.title);
  return path;
}

function shapeOf(file: string, text: string, note: StudyNote) {
  return {
    file,
    language: note.language,
    topics: note.topics.map((topic, i) => ({ path: pathOf(note, i), line: topic.line })),
    cards: note.cards.map((card) => {
      const answer = answerMarkdown(text, card);
      return {
        question: card.question,
        path: pathOf(note, card.topic),
        line: card.line,
        endLine: card.endLine,
        kind: card.kind,
        answer,
        media: /!\[|<(?:img|video|iframe|svg)\b/i.test(answer),
        ...(card.stem && { stem: text.slice(card.stem.start, card.stem.end) }),
        ...(card.id !== undefined && { id: card.id }),
        ...(card.kind === 'choice' && {
          options: card.options.map((option) => ({
            text: text.slice(option.text.start, option.text.end),
            correct: option.correct,
            ...(option.explanation && { explanation: text.slice(option.explanation.start, option.explanation.end) }),
          })),
        }),
        ...(card.kind === 'steps' && {
          steps: card.steps.map((step) => plain(text.slice(step.start, step.end))),
        }),
        ...(card.kind === 'cloze' && { holes: card.holes.map((hole) => text.slice(hole.start, hole.end)) }),
      };
    }),
    terms: note.terms.map((term) => ({
      term: term.name,
      aliases: term.aliases,
      path: pathOf(note, term.topic),
      line: term.line,
      ...(term.moreLines.length > 0 && { lines: [term.line, ...term.moreLines] }),
      definition: definitionText(text, term),
      form: term.form,
    })),
    gaps: note.gaps.map((gap) => ({
      title: gap.title,
      path: pathOf(note, gap.topic),
      line: gap.line,
      why: gap.why,
      ...(gap.detail !== undefined && { detail: gap.detail }),
    })),
    findings: note.findings,
  };
}

/** The files themselves, and the notes in the folders: `.md`, `.markdown`. */
function* filesOf(paths: readonly string[]): Generator<string> {
  for (const path of paths) {
    if (!statSync(path).isDirectory()) {
      yield path;
      continue;
    }
    const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
        yield* filesOf([join(path, entry.name)]);
      else if (entry.isFile() && /\.(?:md|markdown)$/i.test(entry.name)) yield join(path, entry.name);
    }
  }
}

const usage = 'usage: npm run -s notes -- FILE_OR_FOLDER…';
const { positionals: paths } = readArguments(usage, {});
if (paths.length === 0) fail(usage);
for (const path of paths) {
  for (const file of found(path)) {
    const text = tried(file, () => readFileSync(file, 'utf8'));
    if (text === undefined) continue;
    const note = readNote(text);
    if (note.findings.some(({ code }) => code === 'binary')) console.error(`${file}: not a text file`);
    console.log(JSON.stringify(shapeOf(file, text, note)));
  }
}

function found(path: string): string[] {
  return tried(path, () => [...filesOf([path])]) ?? [];
}

/** What a look at the disk gives; a message and undefined where it fails. */
function tried<T>(path: string, look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    console.error(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
    return undefined;
  }
}
