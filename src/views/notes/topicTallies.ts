import { l10n } from 'vscode';
import { addTo, type Mastery, type Moment, masteryOf, noCards, sum, type Tally } from '../../progress/mastery';
import type { Progress } from '../../progress/progress';
import { isAskable } from '../../quiz/questions/askable';
import type { Library, LibraryCard, LibraryNote } from '../../study/library';
import { type FolderNode, folderNodes, type NoteNode, noteNode, type StudyNode } from '../../study/topicTree';

/** URI of the folder of built-in notes: no folder that there is. */
export const builtInUri = 'interview-study:/';

function builtInFolder(children: readonly NoteNode[]): FolderNode {
  return { kind: 'folder', uri: builtInUri, title: l10n.t('Built-in Notes'), children };
}

/** How long other work waits at most while cards are counted, in milliseconds. */
const slice = 8;

/** Up to so many notes of one's own are a short tree, whose folders stand open: the editor draws anew all that stands open at each change. */
const short = 100;

/** How many cards of each note can be asked. A note is counted once. */
export class AskableCards {
  readonly #counts = new WeakMap<LibraryNote, number>();

  /** Counts what has not been counted, a slice at a time: there may be thousands of notes. */
  async count(library: Library): Promise<void> {
    let begun = Date.now();
    for (const note of library.notes) {
      if (this.#counts.has(note)) continue;
      this.#counts.set(note, library.cardsOf(note.uri).filter(isAskable).length);
      if (Date.now() - begun < slice) continue;
      await new Promise((resolve) => setTimeout(resolve));
      begun = Date.now();
    }
  }

  of(note: LibraryNote): number {
    return this.#counts.get(note) ?? 0;
  }
}

/** The sidebar's tree at one moment: its nodes, and how well what is below each is known. */
export class TopicTallies {
  readonly roots: readonly StudyNode[];
  readonly isShort: boolean;
  readonly #library: Library;
  readonly #progress: Progress;
  readonly #moment: Moment;
  readonly #askable: AskableCards;
  /** The cards that have been studied, by their notes: how all others stand is known. */
  readonly #studied = new Map<LibraryNote, LibraryCard[]>();
  readonly #byTopic = new Map<LibraryNote, Tally[]>();
  readonly #folders = new Map<FolderNode, Tally>();

  static async count(
    library: Library,
    progress: Progress,
    moment: Moment,
    askable = new AskableCards(),
  ): Promise<TopicTallies> {
    await askable.count(library);
    return new TopicTallies(library, progress, moment, askable);
  }

  private constructor(library: Library, progress: Progress, moment: Moment, askable: AskableCards) {
    this.#library = library;
    this.#progress = progress;
    this.#moment = moment;
    this.#askable = askable;
    for (const id of progress.schedules.keys()) {
      const card = library.cards.get(id);
      if (!card) continue;
      const cards = this.#studied.get(card.note);
      if (cards) cards.push(card);
      else this.#studied.set(card.note, [card]);
    }
    const nodes = library.notes.map((note) => noteNode(note, () => library.cardsOf(note.uri)));
    const own = nodes.filter((node) => !node.note.builtIn);
    const builtIn = nodes.filter((node) => node.note.builtIn);
    this.isShort = own.length <= short;
    // Beside notes of one's own, which may well have the same titles, the built-in ones stand in a folder of theirs.
    this.roots = own.length > 0 ? [...folderNodes(own), builtInFolder(builtIn)] : builtIn;
  }

  tally(node: StudyNode): Tally {
    switch (node.kind) {
      case 'folder':
        return this.#ofFolder(node);
      case 'note':
        return this.#ofNote(node.note);
      case 'topic':
        return this.#ofTopics(node.note)[node.topic + 1] ?? noCards;
      case 'card':
        return this.#with(noCards, node.card);
    }
  }

  #ofFolder(folder: FolderNode): Tally {
    const known = this.#folders.get(folder);
    if (known) return known;
    const tally = folder.children.map((child) => this.tally(child)).reduce(sum, noCards);
    this.#folders.set(folder, tally);
    return tally;
  }

  #ofNote(note: LibraryNote): Tally {
    const all = this.#askable.of(note);
    const studied = (this.#studied.get(note) ?? []).reduce((tally, card) => this.#with(tally, card), noCards);
    return { ...studied, all, new: all - studied.all + studied.new };
  }

  /** Tallies of a note by topic index + 1; the whole note stands at 0. */
  #ofTopics(note: LibraryNote): readonly Tally[] {
    const counted = this.#byTopic.get(note);
    if (counted) return counted;
    const { topics } = note.note;
    const tallies: Tally[] = Array.from({ length: topics.length + 1 }, () => noCards);
    for (const card of this.#library.cardsOf(note.uri)) {
      tallies[card.topic + 1] = this.#with(tallies[card.topic + 1]!, card);
    }
    for (let index = topics.length - 1; index >= 0; index--) {
      const parent = topics[index]!.parent + 1;
      tallies[parent] = sum(tallies[parent]!, tallies[index + 1]!);
    }
    this.#byTopic.set(note, tallies);
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
