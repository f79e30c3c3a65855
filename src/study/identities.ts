import { cardOf, type Draft, draftsOf, type Known, settle } from './identity';
import type { LibraryCard, LibraryNote } from './library';

/** What has happened to the notes since the identities were last looked at. */
export interface NotesChanged {
  /** All notes, in the order of the library. */
  readonly all: readonly LibraryNote[];
  readonly gone: ReadonlySet<LibraryNote>;
  readonly come: ReadonlySet<LibraryNote>;
  readonly known: readonly Known[];
  /** Whether all notes are there: see `identify`. */
  readonly complete: boolean;
}

/**
 * The identities of all cards (see `identify`), kept up to date: a changed note can change those of its own cards, of cards with the same keys elsewhere, and
 * of those that were taken for reworded ones. No other note is looked at.
 */
export class Identities {
  readonly #cards = new Map<string, LibraryCard>();
  /** By note: its cards, then its terms. One that another bears the given name of has no place. */
  readonly #ofNote = new Map<LibraryNote, (LibraryCard | undefined)[]>();
  /** Cards whose identity is not their key, by their key: twins, and what was reworded since it was studied. */
  readonly #otherwise = new Map<string, LibraryCard[]>();
  readonly #own = new Set<string>();
  /** Keys that came while notes were still being read. */
  #fresh: string[] = [];
  #reworded: readonly string[] = [];
  #isComplete = true;
  /** Whether two cards bear one given name. Then the second may come into its own wherever something changes. */
  #isGivenTwice = false;

  get cards(): ReadonlyMap<string, LibraryCard> {
    return this.#cards;
  }

  of(note: LibraryNote): readonly LibraryCard[] {
    return (this.#ofNote.get(note) ?? []).filter((card) => card !== undefined);
  }

  update(changed: NotesChanged): void {
    const { all, gone, come, known, complete } = changed;
    const keys = new Set<string>();
    for (const note of gone) this.#leave(note, keys);
    const lost = known.filter(({ id }) => !this.#cards.has(id));
    // When the last note has come it is found out which cards were reworded, among all that came before.
    const isAnyoneReworded = complete && !this.#isComplete && lost.length > 0;
    this.#isComplete = complete;
    if (isAnyoneReworded || this.#isGivenTwice) {
      this.#clear();
      this.#settle(all.flatMap(draftsOf), known);
      return;
    }
    if (complete) for (const key of this.#fresh.splice(0)) this.#own.add(key);
    const drafts = [...come].flatMap(draftsOf);
    for (const { key } of [...drafts, ...lost]) keys.add(key);
    for (const id of this.#reworded) {
      const card = this.#cards.get(id);
      if (card) keys.add(keyOf(card));
    }
    for (const key of keys) for (const card of this.#withKey(key)) drafts.push(this.#takeOut(card));
    this.#settle(inOrder(drafts, all), known);
  }

  #clear(): void {
    this.#cards.clear();
    this.#ofNote.clear();
    this.#otherwise.clear();
    this.#fresh = [];
  }

  #settle(drafts: readonly Draft[], known: readonly Known[]): void {
    const complete = this.#isComplete;
    const { named, reworded } = settle(drafts, {
      known,
      own: this.#own,
      complete,
      isTaken: (id) => this.#cards.has(id),
    });
    this.#isGivenTwice = named.size < drafts.length;
    this.#reworded = reworded;
    for (const [id, draft] of named) this.#put(cardOf(id, draft), draft);
    if (!complete) for (const { key } of drafts) this.#fresh.push(key);
  }

  #put(card: LibraryCard, { key, note, kind, index }: Draft): void {
    this.#cards.set(card.id, card);
    const cards = this.#ofNote.get(note) ?? [];
    this.#ofNote.set(note, cards);
    cards[kind === 'term' ? note.note.cards.length + index : index] = card;
    if (card.id === key) return;
    const others = this.#otherwise.get(key);
    if (others) others.push(card);
    else this.#otherwise.set(key, [card]);
  }

  #withKey(key: string): LibraryCard[] {
    const named = this.#cards.get(key);
    const others = this.#otherwise.get(key) ?? [];
    return named && keyOf(named) === key ? [named, ...others] : [...others];
  }

  /** Takes a card out, to be settled again. */
  #takeOut(card: LibraryCard): Draft {
    const { note } = card;
    const cards = this.#ofNote.get(note)!;
    const at = cards.indexOf(card);
    cards[at] = undefined;
    this.#remove(card);
    return draftsOf(note)[at]!;
  }

  /** Takes out the cards of a note that is gone; their keys go into `keys`. */
  #leave(note: LibraryNote, keys: Set<string>): void {
    for (const card of this.of(note)) {
      keys.add(keyOf(card));
      this.#remove(card);
    }
    this.#ofNote.delete(note);
  }

  #remove(card: LibraryCard): void {
    this.#cards.delete(card.id);
    const key = keyOf(card);
    const others = this.#otherwise.get(key) ?? [];
    const at = others.indexOf(card);
    if (at >= 0) others.splice(at, 1);
    if (others.length === 0) this.#otherwise.delete(key);
  }
}

function keyOf(card: LibraryCard): string {
  return card.kind === 'term' ? card.term.key : card.card.key;
}

/** Drafts in the order in which the library has them: of two that want one name the first gets it. */
function inOrder(drafts: readonly Draft[], all: readonly LibraryNote[]): readonly Draft[] {
  const notes = new Set(drafts.map(({ note }) => note));
  const place = new Map(all.filter((note) => notes.has(note)).map((note, index) => [note, index]));
  return drafts.toSorted((a, b) => place.get(a.note)! - place.get(b.note)! || within(a) - within(b));
}

/** Terms come behind the cards. */
function within({ kind, index }: Draft): number {
  return kind === 'term' ? index + 1e9 : index;
}
