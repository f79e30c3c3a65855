import type { LibraryNote } from '../study/library';
import { ConceptIndex } from '../terms/conceptIndex';
import { Glossary, glossaryParts } from '../terms/glossary';
import type { Steps } from '../terms/steps';

/** How long other work waits at most while notes are looked through, in milliseconds. */
const slice = 8;

/** Collects the jargon of notes, of which there may be thousands, a slice at a time. After the first time only what has changed is looked at. */
export class GlossaryCollector {
  #index = new ConceptIndex();
  #collected: Promise<unknown> = Promise.resolve();

  /** The jargon of these notes; one call after the other. */
  collect(notes: readonly LibraryNote[]): Promise<Glossary> {
    const glossary = this.#collected.then(() => this.#collect(notes));
    this.#collected = glossary.catch(() => undefined);
    return glossary;
  }

  async #collect(notes: readonly LibraryNote[]): Promise<Glossary> {
    try {
      return new Glossary(notes, await inSlices(glossaryParts(notes, this.#index)));
    } catch (error) {
      // Half of a change may be in it.
      this.#index = new ConceptIndex();
      throw error;
    }
  }
}

async function inSlices<Result>(steps: Steps<Result>): Promise<Result> {
  for (let begun = Date.now(); ; ) {
    const step = steps.next();
    if (step.done) return step.value;
    if (Date.now() - begun < slice) continue;
    await new Promise((resolve) => setTimeout(resolve));
    begun = Date.now();
  }
}
