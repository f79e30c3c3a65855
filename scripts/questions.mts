/**
 * Prints questions as the quiz makes them, one line of JSON each: `npm run -s questions -- [--sample N] [--seed N] [FILE_OR_FOLDER…]`. Cards are drawn at random
 * from the built-in content in both languages and the notes named, half from either; each is asked as at a random stage of learning.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathOf } from '../src/quiz/place';
import { isAskable } from '../src/quiz/questions/askable';
import { ask, pose } from '../src/quiz/questions/makeQuestion';
import { siblingTerms } from '../src/quiz/questions/material';
import { blank, type Question } from '../src/quiz/questions/question';
import type { Schedule } from '../src/schedule/types';
import { identify } from '../src/study/identity';
import type { LibraryCard, LibraryNote } from '../src/study/library';
import { readNote } from '../src/study/readNote';
import { fail, readArguments } from './arguments.mjs';
import { languages } from './content/notes';
import { compiledNotes } from './content.mjs';

const usage = 'usage: npm run -s questions -- [--sample N] [--seed N] [FILE_OR_FOLDER…]';
const { values, positionals: paths } = readArguments(usage, { sample: { type: 'string' }, seed: { type: 'string' } });
const [sample, seed] = [values.sample ?? '200', values.seed ?? '1'].map(Number) as [number, number];
if (!Number.isInteger(sample) || !Number.isInteger(seed)) fail(usage);
const missing = paths.find((path) => !existsSync(path));
if (missing !== undefined) fail(usage, `${missing} does not exist.`);
const random = mulberry32(seed);
const texts = new Map<string, string>();
const builtIn = languages.flatMap((language) =>
  [...compiledNotes(language)].map(([system, { text, note }]) =>
    added(`content/${language}/${system}.md`, text, note, true),
  ),
);
const own = paths.flatMap(filesOf).map((file) => {
  const text = readFileSync(file, 'utf8');
  return added(file, text, readNote(text), false);
});

const half = own.length === 0 ? sample : Math.ceil(sample / 2);
const drawn = [...draw(builtIn, half), ...draw(own, sample - half)];
for (const line of drawn) console.log(JSON.stringify(line));

function added(uri: string, text: string, note: LibraryNote['note'], isBuiltIn: boolean): LibraryNote {
  texts.set(uri, text);
  return { uri, note, builtIn: isBuiltIn };
}

/** Questions of so many cards of the notes; fewer where there are no more that can be asked. */
function draw(notes: readonly LibraryNote[], count: number) {
  // Both languages of the built-in content share identities: each note is a library of its own here.
  const cards = notes.flatMap((note) => [...identify([note], []).values()]);
  const lines: unknown[] = [];
  for (const card of shuffled(cards.filter(isAskable))) {
    if (lines.length >= count) break;
    const schedule = stage();
    const material = { card, siblings: siblingTerms(card, cards), texts };
    const asked = ask(material, schedule, shuffled);
    const question = asked && pose(asked, material);
    if (question) lines.push(lineOf(card, schedule, question));
  }
  return lines;
}

/** New, young or mature, reviewed an even or an odd number of times. */
function stage(): Schedule | undefined {
  const stability = [0, 5, 60][Math.floor(random() * 3)]!;
  const reps = Math.floor(random() * 2) + (stability > 0 ? 2 : 0);
  if (reps === 0) return undefined;
  return { phase: 'review', due: 0, lastReview: 0, stability, difficulty: 5, reps, lapses: 0, step: 0 };
}

function lineOf(card: LibraryCard, schedule: Schedule | undefined, question: Question) {
  const { task, prompt, stem, answer, names, trap } = question;
  return {
    file: card.note.uri,
    line: card.kind === 'term' ? card.term.line : card.card.line,
    path: pathOf(card, false),
    kind: card.kind,
    stability: schedule?.stability ?? 0,
    task,
    prompt: shownBlanks(prompt),
    ...(stem && { stem }),
    ...(question.kind === 'choice' && {
      options: question.options.map(({ text, correct, explanation }) => ({
        text: shownBlanks(text),
        correct,
        ...(explanation && { explanation }),
      })),
    }),
    ...(question.kind === 'steps' && { steps: question.right.map((index) => question.steps[index]) }),
    ...(question.kind === 'typed' && { accepted: question.accepted }),
    answer: shownBlanks(answer),
    ...(names && { names }),
    ...(trap && { trap }),
  };
}

function shownBlanks(markdown: string): string {
  return markdown.replaceAll(blank, '____').replaceAll('\uE001', '{').replaceAll('\uE002', '}');
}

function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile());
}

function shuffled<T>(items: readonly T[]): T[] {
  const all = [...items];
  for (let i = all.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [all[i], all[j]] = [all[j]!, all[i]!];
  }
  return all;
}

/** Tommy Ettinger's generator: small, and the same everywhere for the same seed. */
function mulberry32(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
