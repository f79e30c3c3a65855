import type { LibraryNote } from '../study/library';
import { ConceptCollector } from '../terms/concepts';
import { Glossary } from '../terms/glossary';

/** How long other work waits at most while notes are looked through, in milliseconds. */
const slice = 8;

/** The jargon of notes, of which there may be thousands: looked through a slice at a time. */
export async function collectGlossary(notes: readonly LibraryNote[]): Promise<Glossary> {
  const collector = new ConceptCollector();
  let begun = Date.now();
  for (const note of notes) {
    collector.add(note);
    if (Date.now() - begun < slice) continue;
    await new Promise((resolve) => setTimeout(resolve));
    begun = Date.now();
  }
  return new Glossary(notes, collector);
}
