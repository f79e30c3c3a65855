import { distance } from 'fastest-levenshtein';
import { normalise } from './names';
import type { TypedQuestion } from './question';

/**
 * Whether a typed name is one of the right ones: case, spaces and punctuation make no difference, and a slip of the keyboard is forgiven where the name
 * is long enough. A name of another term is never taken for a slip. Several names at once (`ISR (In-Sync Replicas)`) may be given.
 */
export function isTypedRight(typed: string, { accepted, others }: TypedQuestion): boolean {
  const right = accepted.map(normalise).filter((name) => name !== '');
  const wrong = new Set(others.map(normalise));
  const given = [typed, ...typed.split(/[()（）/、,，;；]+/)].map(normalise).filter((name) => name !== '');
  return (
    given.some((name) => right.includes(name)) ||
    given.some((name) => !wrong.has(name) && right.some((each) => isSlip(name, each)))
  );
}

/** A few letters off, in proportion to the length; figures are never a slip, and every Chinese character counts. */
function isSlip(name: string, right: string): boolean {
  const { length } = [...right];
  const allowed = /\p{Script=Han}/u.test(right) ? (length < 4 ? 0 : 1) : length < 5 ? 0 : length < 9 ? 1 : 2;
  const figures = (text: string) => text.replace(/\P{N}/gu, '');
  return figures(name) === figures(right) && distance(name, right) <= allowed;
}
