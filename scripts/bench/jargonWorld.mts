/** A made-up world of jargon, the same in every run: 100,000 mixed Chinese and English names, and texts that use some of them. */
import type { LibraryNote } from '../../src/study/library';
import type { Term } from '../../src/study/model';

const beginnings = 'b br c ch d f fl g h j k l m n p pr qu r s st t tr v w z'.split(' ');
const middles = 'a e i o u ai ea io ou'.split(' ');
const endings = 'b ck d ft g l m n nd p r s st t x y'.split(' ');

export const names: readonly string[] = makeNames(100_000);

/** Lines of about 80 characters, a third of whose words are names, as code and comments. */
export function textOf(lines: number): string {
  const next = dice(7);
  return Array.from({ length: lines }, () => lineOf(next)).join('\n');
}

/** One line of so many characters. */
export function longLine(length: number): string {
  const next = dice(11);
  const parts: string[] = [];
  for (let size = 0; size < length; ) {
    const part = `${lineOf(next)} `;
    parts.push(part);
    size += part.length;
  }
  return parts.join('').slice(0, length);
}

/** Numbers from 0 to below `n`: mulberry32 (Ettinger, public domain). */
export function dice(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * n);
  };
}

/** A user's note that defines all names, twenty a topic. */
export function noteOfNames(): LibraryNote {
  const terms = names.map(
    (name, index): Term => ({
      name,
      aliases: [],
      topic: index % 20 === 0 ? 0 : 1,
      line: index + 3,
      moreLines: [],
      definition: { start: 0, end: 0 },
      form: 'label',
      key: name,
      print: '',
    }),
  );
  const topics = [
    { title: 'World', parent: -1, line: 1 },
    { title: 'Names', parent: 0, line: 2 },
  ];
  return {
    uri: 'file:///world.md',
    builtIn: false,
    note: { meta: { tags: [], context: [] }, language: 'en', topics, cards: [], terms, gaps: [], findings: [] },
  };
}

function makeNames(count: number): string[] {
  const next = dice(1);
  const found = new Set<string>();
  while (found.size < count) found.add(nameOf(next));
  return [...found];
}

function nameOf(next: (n: number) => number): string {
  switch (next(10)) {
    case 0:
      return Array.from({ length: 3 + next(3) }, () => String.fromCharCode(65 + next(26))).join('');
    case 1:
      return Array.from({ length: 2 + next(4) }, () => latin(next)).join('.');
    case 2:
      return Array.from({ length: 2 + next(2) }, () => capitalised(latin(next))).join('');
    case 3:
    case 4:
    case 5:
      return Array.from({ length: 1 + next(3) }, () => latin(next)).join(' ');
    default:
      return han(next, 2 + next(5));
  }
}

function lineOf(next: (n: number) => number): string {
  const name = () => names[next(names.length)]!;
  switch (next(3)) {
    case 0:
      return `    const ${latin(next)} = ${latin(next)}(${name()}, "${latin(next)}"); // ${latin(next)} ${name()}`;
    case 1:
      return `// ${han(next, 6)}${name()}，${han(next, 8)}（${name()}）${han(next, 5)}`;
    default:
      return ` * ${latin(next)} ${latin(next)} the ${name()} of ${latin(next)} ${latin(next)} ${latin(next)} and ${name()}`;
  }
}

function latin(next: (n: number) => number): string {
  const pick = (list: readonly string[]) => list[next(list.length)]!;
  const syllables = 1 + next(3);
  return Array.from({ length: syllables }, () => pick(beginnings) + pick(middles)).join('') + pick(endings);
}

function han(next: (n: number) => number, length: number): string {
  return Array.from({ length }, () => String.fromCharCode(0x4e00 + next(2500))).join('');
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
