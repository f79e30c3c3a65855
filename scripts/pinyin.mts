/** Writes `src/terms/pinyinTable.ts`: with what letters Chinese characters begin in pinyin, taken from the dictionary of pinyin-pro. */
import { writeFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';

/** The first and the last of the characters that Unicode had at first: all that notes are written in. */
const [first, last] = [0x4e00, 0x9fa5];

const letters: string[] = [];
const more: string[] = [];
for (let code = first; code <= last; code += 1) {
  const character = String.fromCharCode(code);
  const readings = pinyin(character, { multiple: true, toneType: 'none', type: 'array', v: true });
  const initials = [...new Set(readings.map((reading) => reading[0]!.toLowerCase()))].filter((letter) =>
    /[a-z]/.test(letter),
  );
  letters.push(initials[0] ?? '-');
  if (initials.length > 1) more.push(character + initials.slice(1).join(''));
}

writeFileSync(
  'src/terms/pinyinTable.ts',
  `/** Made by \`npx tsx scripts/pinyin.mts\` from the dictionary of pinyin-pro (MIT). */

/** The first character in the tables. */
export const first = 0x${first.toString(16)};

/** The letter with which each character begins, in the order of Unicode; \`-\` where none is known. */
export const letters =
  '${letters.join('')}';

/** Characters that are read in several ways, each with its further letters. */
export const more =
  '${more.join(' ')}';
`,
);
