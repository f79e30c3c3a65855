import { readdirSync, readFileSync } from 'node:fs';
import type { Span, StudyNote } from '../../src/study/model';
import { readNote } from '../../src/study/readNote';
import { glossaryOf } from './glossary';

export const languages = ['en', 'zh-cn'] as const;
export type Language = (typeof languages)[number];

/** A built-in note with its text. Its terms are those of its glossary. */
export interface ContentNote {
  readonly text: string;
  readonly note: StudyNote;
}

/** The notes of a language by the id of their system. */
export type ContentNotes = ReadonlyMap<string, ContentNote>;

/** The systems in the order in which they are best learnt, and shown. One that is not named here comes last. */
const order = 'linux hadoop zookeeper flume kafka hive hbase sqoop scala spark flink atlas griffin warehouse'.split(
  ' ',
);

const known = new Map<Language, ContentNotes>();

/** All notes of a language, in the order in which they are shown; read once. */
export function readContent(language: Language): ContentNotes {
  const notes = known.get(language) ?? readFolder(language);
  known.set(language, notes);
  return notes;
}

function readFolder(language: Language): ContentNotes {
  const folder = `content/${language}`;
  const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
  const systems = files.map((name) => name.replace('.md', '')).sort((a, b) => placeOf(a) - placeOf(b));
  return new Map(systems.map((system) => [system, readContentNote(readFileSync(`${folder}/${system}.md`, 'utf8'))]));
}

export function readContentNote(text: string): ContentNote {
  const note = readNote(text);
  return { text, note: { ...note, terms: glossaryOf(text, note) } };
}

function placeOf(system: string): number {
  const place = order.indexOf(system);
  return place < 0 ? order.length : place;
}

export function textAt(text: string, { start, end }: Span): string {
  return text.slice(start, end);
}

/** What an answer is made of. */
export interface AnswerParts {
  /** The answer itself, before trap and sources. */
  readonly body: string;
  readonly trap: boolean;
  /** Addresses, in their order; none where the answer does not end with them. */
  readonly sources: readonly string[];
  /** Number of fenced blocks of each language, such as `bash sql`. */
  readonly fences: string;
}

export function partsOf(answer: string): AnswerParts {
  const [, before = answer, last = ''] = /^(.*?)(?:^|\n)\*\*(?:Sources:|来源：)\*\*(.*)$/s.exec(answer) ?? [];
  const trap = before.search(/^\*\*(?:Trap:|误区：)\*\*/m);
  const isLast = !/\n\s*\n/.test(last.trim());
  const links = [...last.matchAll(/\]\((https?:\/\/(?:[^\s()]|\([^\s()]*\))+)\)/g)];
  return {
    body: (trap < 0 ? before : before.slice(0, trap)).trim(),
    trap: trap >= 0,
    sources: isLast ? links.map((match) => match[1]!) : [],
    fences: [...before.matchAll(/^ *```(\w+)/gm)].map((match) => match[1]!).join(' '),
  };
}
