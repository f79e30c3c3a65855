import { inWord } from './characters';
import { ordinaryHan, ordinaryLatin } from './ordinaryWords';
import { isPartStart } from './tokens';

/** How much a file must show that it is about a system before a name of the system may match in it, from nothing to being about it. */
export type Need = 0 | 1 | 2 | 3;

/** The name stands for itself: no other thing is called so. */
export const needsNothing = 0;
/** Something else of the system has to be in sight: a single word, an acronym. */
export const needsCompany = 1;
/** The same, and more of it: words that mean something else as often. */
export const needsMuchCompany = 2;
/** The file has to be about the system: ordinary words. */
export const needsSystem = 3;

/** A name of so many parts says by itself what it is about, if not all of them are common words. */
const manyParts = 3;
/** Words of so few letters are ordinary, whichever they are. */
const shortWord = 3;

/** What a name needs. `marked`: a note says that it is an ordinary word elsewhere. `words` are those that name the system itself. */
export function needOf(name: string, marked: boolean, words: readonly string[]): Need {
  const parts = partsOf(name);
  const capitals = /^[\p{Lu}\p{Nd}]+$/u.test(name) && /\p{Lu}/u.test(name);
  if (capitals) return marked || name.length <= 2 ? needsMuchCompany : needsCompany;
  if (marked) return needsSystem;
  if (/^\d+$/.test(name)) return needsNothing;
  if (parts.length > 1 && parts.some((part) => words.includes(part))) return needsNothing;
  const common = parts.every(isCommon);
  if (parts.length >= manyParts) return common && !isKey(name) ? needsMuchCompany : needsNothing;
  if (parts.length === 2) return common ? needsMuchCompany : needsCompany;
  if (/\p{Script=Han}/u.test(name)) return common ? needsSystem : name.length > 2 ? needsNothing : needsMuchCompany;
  return common ? needsSystem : needsCompany;
}

/** A configuration key or another identifier with dots or underscores. */
function isKey(name: string): boolean {
  return /^[\w-]+([._][\w-]+)+$/.test(name);
}

function isCommon(part: string): boolean {
  if (/\p{Script=Han}/u.test(part)) return isCommonHan(part);
  if (part.length <= shortWord || /^\d+$/.test(part)) return true;
  return [part, part.replace(/s$/, ''), part.replace(/es$/, ''), part.replace(/ies$/, 'y')].some((word) =>
    ordinaryLatin.has(word),
  );
}

/** Whether common words make up the whole, as 请求 and 超时 do 请求超时. */
function isCommonHan(text: string): boolean {
  if (text === '' || ordinaryHan.has(text)) return true;
  for (let length = Math.min(4, text.length - 1); length >= 2; length--) {
    if (ordinaryHan.has(text.slice(0, length)) && isCommonHan(text.slice(length))) return true;
  }
  return false;
}

/** The words of a name and its humps, folded; a stretch of Han is one part. */
export function partsOf(name: string): string[] {
  const parts: string[] = [];
  let start = -1;
  for (let i = 0; i <= name.length; i++) {
    const word = i < name.length && inWord(name.charCodeAt(i));
    if (start >= 0 && (!word || (isPartStart(name, i) && !/^\p{Script=Han}{2}$/u.test(name.slice(i - 1, i + 1))))) {
      parts.push(name.slice(start, i).normalize('NFKC').toLowerCase());
      start = -1;
    }
    if (start < 0 && word) start = i;
  }
  return parts;
}
