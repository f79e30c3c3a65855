import { type Memento, workspace } from 'vscode';
import type { Library } from '../../study/library';
import type { Definition } from '../../terms/concepts';
import { cardsOfTerms } from './fileJargon';

interface Seen {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const stateKey = 'hovered';
/** What was looked up longer ago, or before so many others, is no longer of interest. */
const lately = 14 * 86_400_000;
const most = 100;

/** The jargon that a person looked up by hovering, in this workspace. Nothing is remembered where the setting says so. */
export class Hovered {
  readonly #state: Memento;
  readonly #library: () => Promise<Library>;

  constructor(state: Memento, library: () => Promise<Library>) {
    this.#state = state;
    this.#library = library;
  }

  async add(terms: readonly Definition[]): Promise<void> {
    if (!isOn()) return;
    const [id] = cardsOfTerms(await this.#library(), terms);
    if (id === undefined) return;
    const others = this.#seen().filter((each) => each.id !== id);
    await this.#state.update(stateKey, [{ id, at: Date.now() }, ...others].slice(0, most));
  }

  /** Identities of cards, the latest first. */
  list(): readonly string[] {
    return isOn() ? this.#seen().map(({ id }) => id) : [];
  }

  #seen(): readonly Seen[] {
    const stored = this.#state.get<unknown>(stateKey);
    return Array.isArray(stored) ? stored.filter(isSeen).filter(({ at }) => at >= Date.now() - lately) : [];
  }
}

function isOn(): boolean {
  return workspace.getConfiguration('interviewStudy').get('quiz.fromHovers', true);
}

function isSeen(value: unknown): value is Seen {
  const { id, at } = (value ?? {}) as Partial<Record<keyof Seen, unknown>>;
  return typeof id === 'string' && typeof at === 'number';
}
