import type { Reading } from './reading';
import { isGlossary } from './words';

/** Whether a topic or one above it is a list of terms: what stands there is a definition each, not the answer to a question. */
export function isInGlossary(reading: Pick<Reading, 'topics'>, topic: number): boolean {
  for (let at = topic; at >= 0; at = reading.topics[at]!.parent) {
    if (isGlossary(reading.topics[at]!.title)) return true;
  }
  return false;
}
