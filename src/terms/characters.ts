/**
 * What a character is to the matcher, by UTF-16 unit. Both tables fill as characters are met: a look-up costs one array read.
 */

/** Neither a word's character nor a soft gap: it parts words for good. */
export const other = 1;
export const space = 2;
export const hyphen = 3;
export const underscore = 4;
export const dot = 5;
/** Letters of scripts that write words apart and have case or need none. */
export const lower = 6;
export const upper = 7;
export const digit = 8;
/** Scripts that write words together: Han, kana, Hangul with its particles, and all surrogates. Each unit stands for itself. */
export const dense = 9;

const classes = new Uint8Array(0x10000);
const folds = new Uint16Array(0x10000);

export function classOf(unit: number): number {
  return classes[unit] || learn(unit);
}

/** Lower case and compatibility form (`ＨＷ` as `hw`), where that is one unit; else the unit itself. */
export function fold(unit: number): number {
  if (classes[unit] === 0) learn(unit);
  return folds[unit]!;
}

/** Writes class and fold of the units of `text` from `from` up to `to` into `kinds` and `folded`, from their beginning on. */
export function readUnits(text: string, from: number, to: number, kinds: Uint8Array, folded: Uint16Array): void {
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    kinds[i - from] = classes[unit] || learn(unit);
    folded[i - from] = folds[unit]!;
  }
}

/** Whether the unit is of a word: letter, digit or dense script. */
export function inWord(unit: number): boolean {
  return classOf(unit) >= lower;
}

/** Whether the unit is a letter or digit of a script that writes words apart. */
export function inSpacedWord(unit: number): boolean {
  const kind = classOf(unit);
  return kind >= lower && kind < dense;
}

function learn(unit: number): number {
  const char = String.fromCharCode(unit);
  const plain = char.normalize('NFKC');
  const base = plain.length === 1 ? plain : char;
  const low = base.toLowerCase();
  folds[unit] = (low.length === 1 ? low : base).charCodeAt(0);
  const found = classify(base, unit);
  classes[unit] = found;
  return found;
}

function classify(char: string, unit: number): number {
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}ー]/u.test(char))
    return dense;
  if (unit >= 0xd800 && unit < 0xe000) return dense;
  if (/\p{Nd}/u.test(char)) return digit;
  if (/\p{Lu}/u.test(char)) return upper;
  if (/[\p{L}\p{M}]/u.test(char)) return lower;
  if (char === '_') return underscore;
  if (char === '.') return dot;
  if (/[-\u2010-\u2013]/.test(char)) return hyphen;
  if (char === ' ' || char === '\t') return space;
  return other;
}
