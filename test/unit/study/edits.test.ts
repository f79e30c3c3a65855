import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { identify, type Known } from '../../../src/study/identity';
import type { LibraryCard, LibraryNote } from '../../../src/study/library';
import { readNote } from '../../../src/study/readNote';

/*
 * A hundred edits, as people make them, of notes of which every second card has been studied. The notes are built-in content, since that has
 * what many notes have: long answers, short ones, choices, and questions that resemble each other. Its lasting names (`{#flume-sinks}`) say
 * which card is which and are taken off before the notes are read, so that the reader has to find out by itself.
 */

type Notes = ReadonlyMap<string, string>;
type Edit = (notes: Map<string, string>) => void;

const content = join(__dirname, '../../../content');
const original: Notes = new Map(
  ['en/sqoop.md', 'en/flume.md', 'zh-cn/sqoop.md', 'zh-cn/flume.md'].map((path) => {
    // The terms below have no lasting names.
    const [text] = readFileSync(join(content, path), 'utf8').split(/^## (?:Terms|术语)$/m);
    // The same fact has the same name in both languages: here they are cards of their own.
    return [path, text!.replaceAll('{#', `{#${path.startsWith('zh') ? 'zh-' : ''}`)];
  }),
);

const bare = (text: string) => text.replace(/[ \t]*\{#[\w-]+\}/g, '');
const readings = new Map<string, LibraryNote['note']>();
function read(text: string): LibraryNote['note'] {
  const note = readings.get(text) ?? readNote(text);
  readings.set(text, note);
  return note;
}

function libraryOf(notes: Notes): LibraryNote[] {
  return [...notes].map(([path, text]) => ({ uri: `file:///${path}`, builtIn: false, note: read(bare(text)) }));
}

/** The lasting name of every card by its note and line. Taking the names off moves no line. */
function namesOf(notes: Notes): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [path, text] of notes) {
    text.split(/\r\n|\n/).forEach((line, i) => {
      const name = /\{#([\w-]+)\}/.exec(line)?.[1];
      if (name !== undefined) names.set(`file:///${path}:${i + 1}`, name);
    });
  }
  return names;
}

const place = (card: LibraryCard) => `${card.note.uri}:${card.kind === 'term' ? 0 : card.card.line}`;

/** Every second card, by its lasting name. */
function study(): ReadonlyMap<string, Known> {
  const names = namesOf(original);
  const studied = new Map<string, Known>();
  let count = 0;
  for (const [id, card] of identify(libraryOf(original), [])) {
    const name = names.get(place(card));
    if (card.kind === 'term' || name === undefined) continue;
    count += 1;
    const { key, print } = card.card;
    if (count % 2 === 0) studied.set(name, { id, kind: card.kind, key, print });
  }
  return studied;
}

/** What became of the studied cards: those that lost their progress though they still stand in the notes, and those that have another's. */
function outcome(studied: ReadonlyMap<string, Known>, edited: Notes): { lost: string[]; stolen: string[] } {
  const names = namesOf(edited);
  const ids = new Map([...studied].map(([name, known]) => [known.id, name]));
  const found = new Set<string>();
  const stolen: string[] = [];
  const known = [...studied.values()];
  const own = new Set<string>();
  identify(libraryOf(original), known, own);
  for (const [id, card] of identify(libraryOf(edited), known, own)) {
    const owner = ids.get(id);
    if (owner === undefined) continue;
    found.add(owner);
    const name = names.get(place(card));
    if (name !== owner) stolen.push(`${name ?? place(card)} has the progress of ${owner}`);
  }
  const standing = new Set(names.values());
  return { lost: [...studied.keys()].filter((name) => standing.has(name) && !found.has(name)), stolen };
}

const studied = study();
/** Eight studied cards, a note's second and a later one, whatever their form. */
const targets = [...original.keys()].flatMap((path) => {
  const own = [...studied.keys()].filter((name) => original.get(path)!.includes(`{#${name}}`));
  return [own[1]!, own[Math.floor(own.length / 2)]!].map((name) => ({ path, name }));
});

/** The section of a card: its heading and all down to the next heading. */
function sectionOf(text: string, name: string): string {
  const at = text.indexOf(`{#${name}}`);
  const start = text.lastIndexOf('\n', at) + 1;
  const next = /^#/gm;
  next.lastIndex = text.indexOf('\n', at);
  return text.slice(start, next.exec(text)?.index ?? text.length);
}

type Change = (section: string) => string;

/** Edits of one card, each done to every fourth target on. */
const changes: Record<string, Change> = {
  'a typo in the question put right': (s) =>
    s.replace(/([a-z\u3400-\u9fff]{2})([a-z\u3400-\u9fff])([a-z\u3400-\u9fff])/, '$1$3$2'),
  'a typo in the answer put right': (s) => s.replace(/(\n\n.{20})(.)(.)/, '$1$3$2'),
  'the answer wrapped anew': (s) => s.replace(/(\n\n.{30}[^\n ]*?)(?: |(?=[\u3400-\u9fff]{5}))/, '$1\n'),
  'a number in front': (s) => s.replace(/^### /, '### 3.2 '),
  'a Chinese number in front': (s) => s.replace(/^### /, '### 十二、'),
  'a question number in front': (s) => s.replace(/^### /, '### Q7. '),
  'a deeper heading': (s) => s.replace(/^###/, '####'),
  'a shallower heading': (s) => s.replace(/^###/, '##'),
  'the question in bold': (s) => s.replace(/^### (.*?)( \{#.*)$/m, '### **$1**$2'),
  'full-width punctuation': (s) =>
    s.replace(/^[^{]*/, (title) =>
      title.replace(/[?,？，]/g, (mark) => ({ '?': '？', ',': '，', '？': '?', '，': ',' })[mark]!),
    ),
  'another case': (s) =>
    s.replace(/^### (.*?)( \{#)/, (_, title: string, end: string) => `### ${title.toUpperCase()}${end}`),
  'the first sentence of the answer reworded': (s) =>
    s.replace(/\n\n[^\n.。]+[.。]/, '\n\nIn short, it depends on what is asked of it.'),
  'a paragraph added': (s) =>
    `${s.trimEnd()}\n\nSeen in an interview last week, with a question on the price of it.\n\n`,
  'the last paragraph taken away': (s) => `${s.trimEnd().split('\n\n').slice(0, -1).join('\n\n')}\n\n`,
  'a comment and a picture added': (s) => s.replace('\n\n', '\n\n<!-- check -->\n\n![](a.png)\n\n'),
  'a word more in the question': (s) => s.replace(/^### (.*?)( \{#)/, '### $1 Exactly$2'),
  'tabs and trailing blanks': (s) => s.replace(/(\n\n[^\n]+)\n/g, '$1  \t\n'),
  'tags behind the question': (s) => s.replace(/^(### .*?)( \{#)/, '$1 #card #hadoop$2'),
};

/** What is done to a whole note, for each of the four. */
const rewrites: Record<string, (text: string) => string> = {
  'Windows line ends': (text) => text.replaceAll('\n', '\r\n'),
  'a BOM': (text) => `\ufeff${text}`,
  'a text in front': (text) => text.replace(/\n# /, '\nRead on the train.\n\n# '),
  'no front matter': (text) => text.replace(/^---[\s\S]*?\n---\n/, ''),
  'the title renamed': (text) => text.replace(/^# .*$/m, '# Old tools'),
  'all topics renamed': (text) => text.replace(/^## .*$/gm, '## Part'),
  'the sections turned round': (text) =>
    text
      .split(/(?=^## )/m)
      .reverse()
      .join('\n'),
};

/** What is done to the notes, for each of the four. */
const moves: Record<string, (notes: Map<string, string>, path: string) => void> = {
  'a moved and renamed file': (notes, path) => {
    notes.set(`archive/2024/${path.replace('/', '-')}`, notes.get(path)!);
    notes.delete(path);
  },
  'a file cut in two': (notes, path) => {
    const parts = notes.get(path)!.split(/(?=^## )/m);
    notes.set(path, parts.slice(0, 3).join(''));
    notes.set(`more-${path}`, `# More\n\n${parts.slice(3).join('')}`);
  },
};

/** The story of one card, told with its neighbours. */
const stories: Record<string, (notes: Map<string, string>, path: string, name: string) => void> = {
  'a card moved to another note': (notes, path, name) => {
    const section = sectionOf(notes.get(path)!, name);
    notes.set(path, notes.get(path)!.replace(section, ''));
    const other = path.replace(/sqoop|flume/, (word) => (word === 'sqoop' ? 'flume' : 'sqoop'));
    notes.set(other, `${notes.get(other)!.trimEnd()}\n\n${section}`);
  },
  'a card cut in two': (notes, path, name) => {
    const section = sectionOf(notes.get(path)!, name);
    const [heading, first, ...rest] = section.trimEnd().split('\n\n');
    const second = `### And what else is there to say? {#new-${name}}`;
    notes.set(
      path,
      notes.get(path)!.replace(section, () => [heading, first, second, ...rest, ''].join('\n\n')),
    );
  },
  'a card thrown away': (notes, path, name) => {
    notes.set(path, notes.get(path)!.replace(sectionOf(notes.get(path)!, name), ''));
  },
  'the same question asked in a new note': (notes, path, name) => {
    const heading = /^.*$/m.exec(sectionOf(notes.get(path)!, name))![0].replace(/\{#/, '{#new-');
    notes.set(
      'a-first.md',
      `# Another system\n\n${heading}\n\nThere it is something else: a queue of letters, kept in a drawer until spring.\n`,
    );
  },
};

function edits(): { name: string; edit: Edit }[] {
  const all: { name: string; edit: Edit }[] = [];
  for (const [i, [name, change]] of Object.entries(changes).entries()) {
    for (let k = 0; k < 3; k += 1) {
      const target = targets[(i + k * 3) % targets.length]!;
      const edit: Edit = (notes) => {
        const text = notes.get(target.path)!;
        const section = sectionOf(text, target.name);
        notes.set(
          target.path,
          text.replace(section, () => change(section)),
        );
      };
      all.push({ name: `${name} (${target.name})`, edit });
    }
  }
  for (const path of original.keys()) {
    for (const [name, rewrite] of Object.entries(rewrites))
      all.push({ name: `${name} (${path})`, edit: (notes) => notes.set(path, rewrite(notes.get(path)!)) });
    for (const [name, move] of Object.entries(moves))
      all.push({ name: `${name} (${path})`, edit: (notes) => move(notes, path) });
  }
  for (const [name, story] of Object.entries(stories)) {
    for (const target of targets.slice(0, 3))
      all.push({ name: `${name} (${target.name})`, edit: (notes) => story(notes, target.path, target.name) });
  }
  return all;
}

describe('a hundred edits of notes', () => {
  const failed: string[] = [];
  const all = edits();

  it('are a hundred, of notes that are studied', () => {
    assert.ok(all.length >= 100, `${all.length}`);
    assert.ok(studied.size >= 60, `${studied.size}`);
    assert.deepEqual(outcome(studied, original), { lost: [], stolen: [] });
  });

  for (const { name, edit } of all) {
    it(`give no card the progress of another: ${name}`, () => {
      const notes = new Map(original);
      edit(notes);
      assert.notDeepEqual([...notes], [...original], 'the edit changes nothing');
      const { lost, stolen } = outcome(studied, notes);
      if (lost.length > 0) failed.push(`${name}: ${lost.join(', ')}`);
      assert.deepEqual(stolen, []);
    });
  }

  it('keep the progress, all but one', () => {
    assert.ok(failed.length <= 1, failed.join('\n'));
  });
});
