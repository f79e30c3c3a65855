import type { LibraryCard, LibraryNote } from './library';

/** A topic, with what stands below it: the tree that a sidebar shows, without an editor. */
export interface TopicNode {
  readonly kind: 'topic';
  readonly note: LibraryNote;
  /** Index in the note's topics. */
  readonly topic: number;
  readonly title: string;
  readonly children: readonly (TopicNode | CardNode)[];
}

/** A question; or a term, where a topic holds nothing else, as a glossary does. */
export interface CardNode {
  readonly kind: 'card';
  readonly card: LibraryCard;
  readonly title: string;
  /** Questions inside the answer of this one. */
  readonly children: readonly (TopicNode | CardNode)[];
}

export interface NoteNode {
  readonly kind: 'note';
  readonly note: LibraryNote;
  readonly title: string;
  readonly children: readonly (TopicNode | CardNode)[];
}

/** A folder of the user's notes. */
export interface FolderNode {
  readonly kind: 'folder';
  /** URI of the folder. */
  readonly uri: string;
  readonly title: string;
  readonly children: readonly (FolderNode | NoteNode)[];
}

export type StudyNode = FolderNode | NoteNode | TopicNode | CardNode;

/**
 * A note in the tree. What stands below it is made when someone opens it: there may be thousands of notes.
 *
 * @param cards gives the note's cards
 */
export function noteNode(note: LibraryNote, cards: () => readonly LibraryCard[]): NoteNode {
  return new LazyNoteNode(note, cards);
}

class LazyNoteNode implements NoteNode {
  readonly kind = 'note';
  readonly note: LibraryNote;
  readonly #cards: () => readonly LibraryCard[];
  #inside: Inside | undefined;

  constructor(note: LibraryNote, cards: () => readonly LibraryCard[]) {
    this.note = note;
    this.#cards = cards;
  }

  get title(): string {
    return this.note.note.title ?? this.#look().title ?? nameOf(this.note.uri);
  }

  get children(): Inside['children'] {
    return this.#look().children;
  }

  #look(): Inside {
    this.#inside ??= inside(this.note, this.#cards());
    return this.#inside;
  }
}

interface Inside {
  /** Title of the lone topic that is the note. */
  readonly title: string | undefined;
  readonly children: readonly (TopicNode | CardNode)[];
}

/**
 * What stands in a note: topics and questions in its order.
 *
 * A heading that is itself a question is there once, as the question; a lone topic at the top that says what the note is about is the note.
 */
function inside(note: LibraryNote, cards: readonly LibraryCard[]): Inside {
  const { topics } = note.note;
  const placed = new Map<number, { line: number; node: TopicNode | CardNode }[]>();
  const put = (parent: number, line: number, node: TopicNode | CardNode) => push(placed, parent, { line, node });
  const children = (topic: number) =>
    (placed.get(topic) ?? []).sort((a, b) => a.line - b.line).map((each) => each.node);

  const questions = new Map<number, CardNode>();
  const terms = new Map<number, CardNode[]>();
  for (const card of cards) {
    if (card.kind === 'term') {
      const node: CardNode = { kind: 'card', card, title: card.term.name, children: [] };
      push(terms, card.topic, node);
    } else {
      questions.set(card.card.line, { kind: 'card', card, title: card.card.question, children: [] });
    }
  }
  const headings = new Set(topics.map((topic) => topic.line));
  for (const [line, node] of questions) if (!headings.has(line)) put(node.card.topic, line, node);
  // From the last to the first: a topic's children always stand after it.
  for (let index = topics.length - 1; index >= 0; index--) {
    const topic = topics[index]!;
    const below = children(index);
    const question = questions.get(topic.line);
    const shown = below.length > 0 || question ? below : (terms.get(index) ?? []);
    const node: TopicNode = { kind: 'topic', note, topic: index, title: topic.title, children: shown };
    put(topic.parent, topic.line, question ? { ...question, children: below } : node);
  }

  const top = children(-1);
  const [only] = top;
  const lone = top.length === 1 && only?.kind === 'topic' ? only : undefined;
  return { title: lone?.title, children: lone?.children ?? top };
}

/** The notes below their folders; a folder that holds nothing but one folder is joined with it. */
export function folderNodes(notes: readonly NoteNode[]): readonly (FolderNode | NoteNode)[] {
  return childrenOf(notes, commonFolder(notes.map((each) => each.note.uri)));
}

function childrenOf(notes: readonly NoteNode[], base: string): (FolderNode | NoteNode)[] {
  const folders = new Map<string, NoteNode[]>();
  const here: NoteNode[] = [];
  for (const node of notes) {
    const rest = node.note.uri.slice(base.length);
    const slash = rest.indexOf('/');
    if (slash < 0) here.push(node);
    else push(folders, rest.slice(0, slash), node);
  }
  const nodes = [...folders].map(([name, inside]): FolderNode => {
    const folder = commonFolder(inside.map((each) => each.note.uri));
    const title = decodeURIComponent(folder.slice(base.length, -1));
    return { kind: 'folder', uri: `${base}${name}`, title, children: childrenOf(inside, folder) };
  });
  return [...nodes, ...here];
}

function push<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** The folder that all URIs share, with its last slash. */
function commonFolder(uris: readonly string[]): string {
  const [first = '', ...rest] = uris;
  let folder = first.slice(0, first.lastIndexOf('/') + 1);
  for (const uri of rest)
    while (!uri.startsWith(folder)) folder = folder.slice(0, folder.slice(0, -1).lastIndexOf('/') + 1);
  return folder;
}

/** File name without its ending. */
function nameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
