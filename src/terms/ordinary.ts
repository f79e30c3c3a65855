import { inWord } from './characters';
import { ordinaryHan, ordinaryLatin, sharedHan, sharedLatin } from './ordinaryWords';
import { isPartStart } from './tokens';

/**
 * What a text must show of a system before a name of it may match: nothing; that it is not about another system (`word`); that other trades do not claim the name (`free`); some, more or much beside
 * the name itself (`context.ts` says how much); or that it is about the system.
 */
export type Need = 'nothing' | 'word' | 'free' | 'company' | 'pair' | 'trade' | 'much' | 'system';

/** How a name stands in any text: what it needs, and how much it tells of its system, in points of 0 to 100. */
export interface Weight {
  readonly need: Need;
  readonly tells: number;
}

/** Nothing else is called so: `replica.lag.time.max.ms`, `zxid`, `KafkaProducer`, 高水位. */
const unique: Weight = { need: 'nothing', tells: 100 };
/** The same in one plain word, which another system may have too: `rocksdb`, `zxid`. */
const uniqueWord: Weight = { need: 'word', tells: 100 };
/** Capitals that data systems have for their own, as far as they know: `ISR` is also an interrupt's routine, but that shows. */
const acronym: Weight = { need: 'free', tells: 70 };
/** Not heard every day, but other trades may say it: a `TaskExecutor` runs in Spring too. */
const rare: Weight = { need: 'company', tells: 70 };
/** Capitals that everybody uses: two letters, or marked as ordinary (`HW`, `PID`, `ACL`). */
const worn: Weight = { need: 'pair', tells: 55 };
/** Words that somebody wrote in capitals (`MERGE`, `SNAP`). */
const capitals: Weight = { need: 'much', tells: 25 };
/** Common words put together: three or more (`at least once`), or two (`event time`, 请求超时). */
const saying: Weight = { need: 'company', tells: 50 };
const pair: Weight = { need: 'much', tells: 50 };
/** The same with a word of the trade among them: `In-Sync Replicas`, `leader epoch`, 同步副本. */
const tradeSaying: Weight = { need: 'nothing', tells: 70 };
const tradePair: Weight = { need: 'company', tells: 50 };
const tradeHan: Weight = { need: 'free', tells: 70 };
/** A word of the trade: `leader`, 副本. */
const shared: Weight = { need: 'trade', tells: 20 };
/** Common words that a note marks as ordinary elsewhere. */
const marked: Weight = { need: 'system', tells: 20 };
/** A word that programs use whatever they are about: `key`, `message`. */
const everyday: Weight = { need: 'system', tells: 0 };

/** Four characters of Han are a name, though common words make them up. */
const longHan = 4;
/** Words of so few letters are ordinary, whichever they are. */
const shortWord = 3;
/** A single word of up to so many letters may be anybody's abbreviation: `myid`, `acks`. */
const plainWord = 4;
/** Ports that any server listens on while it is being written. */
const everydayPorts = /^(\d{1,3}|3000|5000|8000|8080|8081|8443|8888|9000|9090)$/;

/** How many letters an acronym has, at most: longer capitals are words or constants. */
const longestAcronym = 5;

/** What is known of a name beside its form. */
export interface Origin {
  /** A note says that it is an ordinary word elsewhere (`context:`). */
  readonly marked: boolean;
  /** It stands in a note of the reader's own. */
  readonly own: boolean;
  /** The words that name the system itself. */
  readonly words: readonly string[];
}

/** Weighs a name by its form, so that a user's notes need no mark-up. */
export function weigh(name: string, origin: Origin): Weight {
  if (/^\d+$/.test(name)) return everydayPorts.test(name) ? everyday : origin.marked ? marked : unique;
  if (isAcronym(name)) return weighAcronym(name, origin);
  const parts = partsOf(name);
  if (parts.length > 1 && parts.some((part) => origin.words.includes(part))) return unique;
  const han = /\p{Script=Han}/u.test(name);
  if (!origin.marked && !parts.every(isOrdinary)) {
    const isPlain = parts.length === 2 || (parts.length === 1 && name.length <= (han ? 2 : plainWord));
    if (isPlain) return rare;
    return /^[a-z]+$/.test(name) ? uniqueWord : unique;
  }
  const ofTrade = parts.some(isOfTrade);
  if (!origin.marked && (parts.length > 1 || (han && name.length >= longHan))) {
    if (parts.length > 2) return ofTrade ? tradeSaying : saying;
    if (!ofTrade) return pair;
    return han ? tradeHan : tradePair;
  }
  if (isEveryday(name)) return everyday;
  return ofTrade && parts.length === 1 ? shared : marked;
}

/** The reader's own acronyms are wanted everywhere: the note was written for them. */
function weighAcronym(name: string, { marked, own }: Origin): Weight {
  if (isListed(name.toLowerCase(), ordinaryLatin)) return capitals;
  if (own && name.length > 2 && !marked) return unique;
  if (marked || name.length <= 2) return worn;
  return name.length <= longestAcronym ? acronym : rare;
}

/** Capitals, digits among them or not. */
export function isAcronym(name: string): boolean {
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

/** Whether a word, or a piece of what stands in Han, is one that only data systems use often. */
function isOfTrade(word: string): boolean {
  if (!/\p{Script=Han}/u.test(word)) return isListed(word, sharedLatin);
  return [...sharedHan].some((each) => word.includes(each));
}

/** Whether a name is one lower-case or capitalised Latin word that programs use whatever they are about. */
export function isEveryday(name: string): boolean {
  if (!/^[A-Za-z][a-z]*$/.test(name)) return false;
  return name.length <= shortWord || isListed(name.toLowerCase(), ordinaryLatin);
}

/** Whether a list of singulars has a word, whatever its number. */
function isListed(word: string, list: ReadonlySet<string>): boolean {
  if (list.has(word)) return true;
  if (!word.endsWith('s')) return false;
  return [word.slice(0, -1), word.slice(0, -2), `${word.slice(0, -3)}y`].some((each) => list.has(each));
}

/** Whether common words make up the whole, as 请求 and 超时 do 请求超时. */
function isOrdinaryHan(text: string): boolean {
  if (text === '' || ordinaryHan.has(text)) return true;
  for (let length = Math.min(4, text.length - 1); length >= 2; length--) {
    if (ordinaryHan.has(text.slice(0, length)) && isOrdinaryHan(text.slice(length))) return true;
  }
  return false;
}

/** Whether the Han at [start, end) is a piece of a longer common word: 消息 in 消息队列 is no message. */
export function isInLongerWord(text: string, start: number, end: number): boolean {
  for (let from = Math.max(0, end - longHan); from <= start; from++) {
    for (let to = Math.max(end, start + 1); to <= from + longHan && to <= text.length; to++) {
      if (to - from > end - start && ordinaryHan.has(text.slice(from, to))) return true;
    }
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
