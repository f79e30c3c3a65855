import type { Schedule } from '../schedule/types';
import type { Library, LibraryCard, LibraryNote } from '../study/library';
import { isAskable } from './questions/askable';

/**
 * The cards of a library as planning goes through them, many times between two changes of the library: by note, and beside their schedules. With 50,000
 * cards looking each of them up is most of the work.
 */
export class CardIndex {
  static readonly #made = new WeakMap<Library, { readonly revision: number; readonly index: CardIndex }>();

  /** The index of a library's cards as they are now. */
  static of(library: Library): CardIndex {
    const { cards, revision } = library;
    const made = CardIndex.#made.get(library);
    if (made?.revision === revision) return made.index;
    const index = new CardIndex(cards);
    CardIndex.#made.set(library, { revision, index });
    return index;
  }

  readonly byNote: ReadonlyMap<LibraryNote, readonly LibraryCard[]>;
  readonly cards: ReadonlyMap<string, LibraryCard>;
  /** What stood at each place of the schedules the last time, and its card if that can be asked. */
  readonly #ids: string[] = [];
  readonly #studied: (LibraryCard | undefined)[] = [];

  constructor(cards: ReadonlyMap<string, LibraryCard>) {
    this.cards = cards;
    this.byNote = byNote(cards.values());
  }

  /** Visits every card that has a schedule and can be asked. */
  studied(schedules: ReadonlyMap<string, Schedule>, visit: (card: LibraryCard, schedule: Schedule) => void): void {
    let place = 0;
    schedules.forEach((schedule, id) => {
      // A map keeps its order: only what is new in it, or behind something that was taken out, is looked up.
      if (this.#ids[place] !== id) {
        this.#ids[place] = id;
        const card = this.cards.get(id);
        this.#studied[place] = card && isAskable(card) ? card : undefined;
      }
      const card = this.#studied[place++];
      if (card) visit(card, schedule);
    });
  }
}

export function byNote(cards: Iterable<LibraryCard>): Map<LibraryNote, LibraryCard[]> {
  const groups = new Map<LibraryNote, LibraryCard[]>();
  for (const card of cards) {
    const group = groups.get(card.note);
    if (group) group.push(card);
    else groups.set(card.note, [card]);
  }
  return groups;
}
