/**
 * `jargon.shown`, `jargon.right`: how much of the jargon on labelled lines of the systems' own sources a hover shows, and how much of what it shows is right;
 * `jargon.heldOut.*`, `jargon.second.*` to `jargon.fifth.*`: the same on lines drawn later, the last three sets looked at first when the rules of the day stood;
 * `jargon.false.*`: what it shows in code that has nothing to do with the systems.
 *
 * Only names and places of the sources are kept here. `INTERVIEW_STUDY_SOURCES` names a folder with work trees of the repositories by their names, at the
 * commits of `test/jargon`; without it these figures are left out.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LibraryNote } from '../../src/study/library';
import { readNote } from '../../src/study/readNote';
import { Glossary } from '../../src/terms/glossary';
import { Page, type Sighting } from '../../src/terms/page';
import type { Figure } from '../bench.mjs';
import { root } from '../vscode/processes.mjs';

interface Labels {
  readonly repositories: readonly { readonly name: string; readonly repository: string; readonly commit: string }[];
  /** `terms`: what a reader would want explained on the line, as `system/term`, in order; `optional`: what may be shown, and counts neither way. */
  readonly lines: readonly {
    readonly repository: string;
    readonly file: string;
    readonly line: number;
    readonly terms: readonly string[];
    readonly optional?: readonly string[];
  }[];
}

const sources = process.env['INTERVIEW_STUDY_SOURCES'];
const code = /\.(java|kt|scala|c|h|cc|cpp|ts|tsx|js|jsx|vue|py|go|rs)$/;

export const jargonSources: Readonly<Record<string, () => Promise<Figure | undefined>>> = {
  ...labelled('jargon', 'lines.json'),
  ...labelled('jargon.heldOut', 'heldOut.json'),
  ...labelled('jargon.second', 'second.json'),
  ...labelled('jargon.third', 'third.json'),
  ...labelled('jargon.fourth', 'fourth.json'),
  ...labelled('jargon.fifth', 'fifth.json'),
  'jargon.false.spring-framework': quiet('spring-framework'),
  'jargon.false.redis': quiet('redis'),
  'jargon.false.ant-design': quiet('ant-design'),
};

/** Of a set of labelled lines: percent of the wanted jargon that is shown, and percent of what is shown that is wanted; the baseline is what the matcher finds without regard to context. */
function labelled(name: string, labels: string): Record<string, () => Promise<Figure | undefined>> {
  const [shown, right] = [`${name}.shown`, `${name}.right`];
  return {
    [shown]: () => score(shown, labels, (score) => (100 * score.right) / score.wanted),
    [right]: () => score(right, labels, (score) => (100 * score.right) / score.shown),
  };
}

/** Identifiers for one false hover in a tree; every hover counts as false. The baseline is the limit, 2,000. */
function quiet(tree: string): () => Promise<Figure | undefined> {
  return async () => {
    const folder = join(sources ?? '', tree);
    if (!isThere(folder)) return undefined;
    const glossary = builtIn();
    let identifiers = 0;
    let hovers = 0;
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!code.test(name) || name.includes('node_modules')) continue;
      const text = readFileSync(join(folder, name), 'utf8');
      identifiers += text.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu)?.length ?? 0;
      hovers += new Page(glossary, { path: `${tree}/${name}`, languageId: '', text }).all().length;
    }
    const value = identifiers / Math.max(1, hovers);
    return { name: `jargon.false.${tree}`, value, unit: 'identifiers', baseline: 2_000, ratio: value / 2_000 };
  };
}

interface Score {
  readonly wanted: number;
  readonly shown: number;
  readonly right: number;
}

async function score(name: string, file: string, percent: (score: Score) => number): Promise<Figure | undefined> {
  const labels = JSON.parse(readFileSync(join(root, 'test/jargon', file), 'utf8')) as Labels;
  if (!labels.repositories.every((each) => isThere(join(sources ?? '', each.name)))) return undefined;
  const glossary = builtIn();
  const anywhere = (_path: string, text: string) =>
    glossary.matcher.all(text).map(({ start, names: [first] }) => ({
      start,
      concept: glossary.bearersOf(first!)[0]!.concept,
    }));
  const value = percent(count(labels, (path, text) => new Page(glossary, { path, languageId: '', text }).all()));
  const baseline = percent(count(labels, anywhere));
  return { name, value, unit: '%', baseline, ratio: value / baseline };
}

function count(
  { lines }: Labels,
  find: (path: string, text: string) => readonly Pick<Sighting, 'start' | 'concept'>[],
): Score {
  const total = { wanted: 0, shown: 0, right: 0 };
  for (const { repository, file, line, terms, optional = [] } of lines) {
    const text = readFileSync(join(sources!, repository, file), 'utf8');
    const start = text.split('\n', line - 1).reduce((sum, each) => sum + each.length + 1, 0);
    const end = text.indexOf('\n', start);
    const shown = find(`${repository}/${file}`, text)
      .filter((sighting) => sighting.start >= start && (end < 0 || sighting.start < end))
      .map(({ concept }) => `${concept.system.id}/${concept.definitions[0]!.term.name}`);
    const left = [...terms];
    const allowed = [...optional];
    let counted = 0;
    for (const each of shown) {
      if (take(left, each) || !take(allowed, each)) counted++;
    }
    total.wanted += terms.length;
    total.shown += counted;
    total.right += terms.length - left.length;
    if (process.env['INTERVIEW_STUDY_SHOW'] && (left.length > 0 || counted > terms.length)) {
      console.error(`${repository}/${file}:${line} wanted ${terms.join(', ')}; shown ${shown.join(', ')}`);
    }
  }
  return total;
}

/** Takes a term out of the list, if it is there. */
function take(terms: string[], term: string): boolean {
  const at = terms.indexOf(term);
  if (at >= 0) terms.splice(at, 1);
  return at >= 0;
}

function isThere(folder: string): boolean {
  if (sources && existsSync(folder)) return true;
  console.error(`left out: no sources at INTERVIEW_STUDY_SOURCES${sources ? `, ${folder}` : ''}`);
  return false;
}

function builtIn(): Glossary {
  const notes = ['en', 'zh-cn'].flatMap((language) =>
    readdirSync(join(root, 'content', language))
      .filter((name) => name.endsWith('.md'))
      .toSorted()
      .map((name): LibraryNote => {
        const path = join(root, 'content', language, name);
        return { uri: path, builtIn: true, note: readNote(readFileSync(path, 'utf8')) };
      }),
  );
  return new Glossary(notes);
}
