/** More than this many held back at once are all of one kind: there is nothing left to put between them. */
const maxHeld = 16;

/**
 * Moves siblings apart, so that one answer does not give away the next. Nothing moves further than needed, and what can't be parted
 * stays together at the end. Linear in the number of items.
 */
export function spread<T>(items: readonly T[], areSiblings: (a: T, b: T) => boolean): T[] {
  const out: T[] = [];
  const held: T[] = [];
  const fits = (item: T) => out.length === 0 || !areSiblings(out.at(-1)!, item);
  for (const item of items) {
    if (held.length < maxHeld && !fits(item)) {
      held.push(item);
      continue;
    }
    out.push(item);
    for (let index = held.findIndex(fits); index >= 0; index = held.findIndex(fits)) {
      out.push(...held.splice(index, 1));
    }
  }
  return out.concat(held);
}
