import { fnv1a } from './fnv1a';
import type { StoreOptions } from './ports';

/** One less than the milliseconds of a second, see `Moment`. */
const numbers = 1000;

/**
 * A number below 1000 that no other window has. It tells reviews apart that were given to one card in one second: with the same number one of the
 * two would be taken for the other. A window writes the file that says so first and looks at those of the others then, so that of two that want the
 * same number at least one sees it, and takes another.
 */
export async function takeNumber(
  { files, window }: Pick<StoreOptions, 'files' | 'window'>,
  stamp: string,
): Promise<number> {
  let number = fnv1a(window) % numbers;
  for (let tries = 1; tries < numbers; tries++) {
    const name = `w-${stamp}-${number}`;
    await files.write(name, '');
    const others = (await files.list()).filter((each) => isNumber(each) && each !== name);
    const taken = new Set(others.map((each) => Number(each.slice(each.lastIndexOf('-') + 1))));
    if (!taken.has(number)) break;
    await files.remove(name);
    // Two windows that give way to each other take different ways.
    number = fnv1a(`${window} ${tries}`) % numbers;
  }
  return number;
}

/** Whether a file says which number a window has. */
export function isNumber(file: string): boolean {
  return file.startsWith('w-');
}
