import { l10n } from 'vscode';
import { addTo, type Mastery, type Moment, masteryOf, noCards, sum, type Tally } from '../../progress/mastery';
import type { Progress } from '../../progress/progress';
import { isAskable } from '../../quiz/questions/askable';
import type { Library, LibraryCard } from '../../study/library';
import { type FolderNode, folderNodes, type NoteNode, noteNode, type StudyNode } from '../../study/topicTree';

/** URI of the folder of built-in notes: no folder that there is. */
export const builtInUri = 'interview-study:/';

function builtInFolder(children: readonly NoteNode[]): FolderNode {
  return { kind: 'folder', uri: builtInUri, title: l10n.t('Built-in Notes'), children };
}

/** The sidebar's tree at one moment: its nodes, and how well what is below each is known. */
export class TopicTallies {
  readonly roots: readonly StudyNode[];
  readonly #cards = new Map<string, LibraryCard[]>();
  readonly #byTopic = new Map<string, Tally[]>();
  readonly #progress: Progress;
  readonly #moment: Moment;

  constructor(library: Library, progress: Progress, moment: Moment) {
    this.#progress = progress;
    this.#moment = moment;
    for (const card of library.cards.values()) {
      const cards = this.#cards.get(card.note.uri);
      if (cards) cards.push(card);
      else this.#cards.set(card.note.uri, [card]);
    }
    const nodes = library.notes.map((note) => noteNode(note, this.#cards.get(note.uri) ?? []));
    const own = nodes.filter((node) => !node.note.builtIn);
    const builtIn = nodes.filter((node) => node.note.builtIn);
    // Beside notes of one's own, which may well have the same titles, the built-in ones stand in a folder of theirs.
    this.roots = own.length > 0 ? [...folderNodes(own), builtInFolder(builtIn)] : builtIn;
  }

  tally(node: StudyNode): Tally {
    switch (node.kind) {
      case 'folder':
        return node.children.map((child) => this.tally(child)).reduce(sum, noCards);
      case 'note':
        return this.#ofNote(node)[0] ?? noCards;
      case 'topic':
        return this.#ofNote(node)[node.topic + 1] ?? noCards;
      case 'card':
        return this.#with(noCards, node.card);
    }
  }

  /** Tallies of a note by topic index + 1; the whole note stands at 0. */
  #ofNote({ note }: Pick<NoteNode, 'note'>): readonly Tally[] {
    const counted = this.#byTopic.get(note.uri);
    if (counted) return counted;
    const { topics } = note.note;
    const tallies: Tally[] = Array.from({ length: topics.length + 1 }, () => noCards);
    for (const card of this.#cards.get(note.uri) ?? []) {
      tallies[card.topic + 1] = this.#with(tallies[card.topic + 1]!, card);
    }
    for (let index = topics.length - 1; index >= 0; index--) {
      const parent = topics[index]!.parent + 1;
      tallies[parent] = sum(tallies[parent]!, tallies[index + 1]!);
    }
    this.#byTopic.set(note.uri, tallies);
    return tallies;
  }

  /** What can't be asked is never due, and never known. */
  #with(tally: Tally, card: LibraryCard): Tally {
    return isAskable(card) ? addTo(tally, this.#mastery(card)) : tally;
  }

  /** A suspended card is never due. */
  #mastery({ id }: LibraryCard): Mastery {
    const mastery = masteryOf(this.#progress.schedule(id), this.#moment);
    return mastery === 'due' && this.#progress.marks.get(id)?.hold === 'suspended' ? 'learning' : mastery;
  }
}
