import { Identities } from './identities';
import type { Known } from './identity';
import type { Card, StudyNote, Term } from './model';

/** A note in the library. */
export interface LibraryNote {
  /** The note's URI as a string: its name in the library. */
  readonly uri: string;
  readonly builtIn: boolean;
  readonly note: StudyNote;
}

interface LibraryCardBase {
  /** Lasting identity: progress hangs on it. Never a line number. */
  readonly id: string;
  readonly note: LibraryNote;
  /** Index of the innermost topic in the note's topics; -1 at the top. */
  readonly topic: number;
}

/** A card as it stands in the library: what can be asked and reviewed. Terms are cards too. */
export type LibraryCard =
  | (LibraryCardBase & { readonly kind: Card['kind']; readonly card: Card })
  | (LibraryCardBase & { readonly kind: 'term'; readonly term: Term });

export type CardKind = LibraryCard['kind'];

/** The texts of the notes, by URI. Rejects with an error made for people when a note can't be read. */
export interface NoteTexts {
  text(uri: string): Promise<string>;
}

/** Why a place of notes, or a note, could not be read; for a person to be told. */
export interface NoteTrouble {
  readonly uri: string;
  readonly what: 'missing' | 'unreadable' | 'too-large' | 'binary';
  readonly detail: string;
}

export interface Subscription {
  dispose(): void;
}

/**
 * All notes there are. Views and matchers are made anew from it after `onDidChange`; nothing here is computed before it is asked for.
 */
export class Library {
  readonly #notes = new Map<string, LibraryNote>();
  readonly #listeners = new Set<() => void>();
  #known: () => readonly Known[] = () => [];
  readonly #identities = new Identities();
  /** Notes that have come and gone since the identities were last asked for; undefined when nothing has changed. */
  #pending: { readonly come: Set<LibraryNote>; readonly gone: Set<LibraryNote> } | undefined;
  #reading = false;
  #sorted: readonly LibraryNote[] | undefined;
  #revision = 0;

  /** Grows with every change: a key for what is computed from the library. */
  get revision(): number {
    return this.#revision;
  }

  /** Built-in notes first, in the order in which they came, then the user's in the order of their URIs. */
  get notes(): readonly LibraryNote[] {
    this.#sorted ??= this.#sort();
    return this.#sorted;
  }

  #sort(): readonly LibraryNote[] {
    const all = [...this.#notes.values()];
    const own = all.filter((note) => !note.builtIn).sort((a, b) => (a.uri < b.uri ? -1 : 1));
    return [...all.filter((note) => note.builtIn), ...own];
  }

  note(uri: string): LibraryNote | undefined {
    return this.#notes.get(uri);
  }

  /** Every card by its identity. */
  get cards(): ReadonlyMap<string, LibraryCard> {
    this.#identify();
    return this.#identities.cards;
  }

  /** The cards of a note, then its terms. */
  cardsOf(uri: string): readonly LibraryCard[] {
    const note = this.#notes.get(uri);
    if (!note) return [];
    this.#identify();
    return this.#identities.of(note);
  }

  #identify(): void {
    if (!this.#pending) return;
    const pending = this.#pending;
    this.#pending = undefined;
    this.#identities.update({ ...pending, all: this.notes, known: this.#known(), complete: !this.#reading });
  }

  /** Whether more notes are still to come. */
  get reading(): boolean {
    return this.#reading;
  }

  /**
   * While notes are being read it can't be told which card was reworded: the card may stand in a note that is still to come. Until then cards
   * are found by their keys alone.
   */
  set reading(value: boolean) {
    if (this.#reading === value) return;
    this.#reading = value;
    this.#changed();
  }

  /** Puts notes in place of those with the same URI and takes others out: one change, one event. */
  update(put: readonly LibraryNote[], remove: readonly string[] = []): void {
    if (put.length === 0 && remove.length === 0) return;
    for (const uri of remove) {
      this.#leaves(uri);
      this.#notes.delete(uri);
    }
    for (const note of put) {
      this.#leaves(note.uri);
      this.#notes.set(note.uri, note);
      this.#changes.come.add(note);
    }
    this.#changed();
  }

  #leaves(uri: string): void {
    const note = this.#notes.get(uri);
    if (note && !this.#changes.come.delete(note)) this.#changes.gone.add(note);
  }

  get #changes() {
    this.#pending ??= { come: new Set(), gone: new Set() };
    return this.#pending;
  }

  /** Says where to ask which cards have been studied, so that an edited note finds its progress again. */
  know(known: () => readonly Known[]): void {
    this.#known = known;
    this.#changed();
  }

  onDidChange(listener: () => void): Subscription {
    this.#listeners.add(listener);
    return { dispose: () => this.#listeners.delete(listener) };
  }

  #changed(): void {
    this.#revision += 1;
    this.#pending = this.#changes;
    this.#sorted = undefined;
    for (const listener of this.#listeners) listener();
  }
}
