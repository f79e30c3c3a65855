import { inWord } from './characters';
import { ordinaryHan, ordinaryLatin, sharedLatin } from './ordinaryWords';
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
/** Four characters of Han are a name, though common words make them up. */
const longHan = 4;
/** Words of so few letters are ordinary, whichever they are. */
const shortWord = 3;

/** What is known of a name beside its letters. */
export interface NameFacts {
  /** A note says that it is an ordinary word elsewhere (`context:`). */
  readonly marked: boolean;
  /** It stands in a note of the reader's own: who wrote it down wants to meet it. */
  readonly own: boolean;
  /** Words that name the system itself. */
  readonly words: readonly string[];
}

/** What a name needs, by its form. Silence is better than noise: what may mean something else needs company. */
export function needOf(name: string, { marked, own, words }: NameFacts): Need {
  if (isAcronym(name)) return marked || name.length <= 2 ? needsMuchCompany : needsCompany;
  if (marked) return needsSystem;
  if (/^\d+$/.test(name)) return needsNothing;
  const parts = partsOf(name);
  if (parts.length > 1 && parts.some((part) => words.includes(part))) return needsNothing;
  const ordinary = parts.every(isOrdinary);
  const needOfRare = own ? needsNothing : needsCompany;
  if (parts.length >= manyParts) return ordinary ? needsCompany : needsNothing;
  if (parts.length === 2) return ordinary ? needsMuchCompany : needOfRare;
  if (/\p{Script=Han}/u.test(name)) return needOfHan(name, ordinary);
  return ordinary ? needsSystem : needOfRare;
}

function needOfHan(name: string, ordinary: boolean): Need {
  if (!ordinary) return name.length > 2 ? needsNothing : needsMuchCompany;
  return name.length < longHan ? needsSystem : needsMuchCompany;
}

function isAcronym(name: string): boolean {
  return /^[\p{Lu}\p{Nd}]+$/u.test(name) && /\p{Lu}/u.test(name);
}

/** A configuration key of so many parts that nothing else is written like it: `max.poll.records`. */
export function isLongKey(name: string): boolean {
  return /^[\w-]+(\.[\w-]+){2,}$/.test(name);
}

/** Whether a word, or what stands in Han, is one that many programs and texts use. */
function isOrdinary(word: string): boolean {
  if (/\p{Script=Han}/u.test(word)) return isOrdinaryHan(word);
  return word.length <= shortWord || /^\d+$/.test(word) || isListed(word, ordinaryLatin) || isListed(word, sharedLatin);
}

/** Whether a name is a word that programs use whatever they are about, and so tells nothing of a system. */
export function isEverywhere(name: string): boolean {
  return name.length <= shortWord || isListed(name.toLowerCase(), ordinaryLatin);
}

function isListed(word: string, list: ReadonlySet<string>): boolean {
  return [word, word.replace(/s$/, ''), word.replace(/es$/, ''), word.replace(/ies$/, 'y')].some((each) =>
    list.has(each),
  );
}

/** Whether common words make up the whole, as 请求 and 超时 do 请求超时. */
function isOrdinaryHan(text: string): boolean {
  if (text === '' || ordinaryHan.has(text)) return true;
  for (let length = Math.min(4, text.length - 1); length >= 2; length--) {
    if (ordinaryHan.has(text.slice(0, length)) && isOrdinaryHan(text.slice(length))) return true;
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
