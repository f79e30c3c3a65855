import type { Library, LibraryNote } from './library';

/** A place of the library that can be looked for. */
export interface Entry {
  readonly kind: 'topic' | 'question' | 'term';
  readonly title: string;
  /** Other names of a term. */
  readonly aliases: readonly string[];
  /** Titles of the topics above, outermost first. */
  readonly path: readonly string[];
  readonly uri: string;
  /** 1-based. */
  readonly line: number;
}

/** All topics, questions and terms. A heading that is itself a question is there once, as the question. */
export function entriesOf(library: Library): Entry[] {
  return library.notes.flatMap(ofNote);
}

function ofNote({ uri, note }: LibraryNote): Entry[] {
  const questions = new Set(note.cards.map((card) => card.line));
  const paths: string[][] = [];
  for (const { title, parent } of note.topics) paths.push([...(paths[parent] ?? []), title]);
  const above = (topic: number) => paths[topic] ?? [];
  return [
    ...note.topics.flatMap(({ title, parent, line }): Entry[] =>
      questions.has(line) ? [] : [{ kind: 'topic', title, aliases: [], path: above(parent), uri, line }],
    ),
    ...note.cards.map(
      ({ question, topic, line }): Entry => ({
        kind: 'question',
        title: question,
        aliases: [],
        path: above(topic),
        uri,
        line,
      }),
    ),
    ...note.terms.map(
      ({ name, aliases, topic, line }): Entry => ({
        kind: 'term',
        title: name,
        aliases,
        path: above(topic),
        uri,
        line,
      }),
    ),
  ];
}
