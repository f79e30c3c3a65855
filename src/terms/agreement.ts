import { classOf, dense, digit, dot, fold, hyphen, inSpacedWord, inWord, space, underscore, upper } from './characters';
import { isPort } from './ports';
import { isPartStart } from './tokens';

/** Least number of letters of a name whose parts may be written as one word: `rowkey` for `row key`, but not `todo` for `to do`. */
const shortestJoined = 6;
/** A word without a break that is longer than this is data (base64, a hash), not an identifier. */
const longestWord = 120;
/** A Latin name of so few letters must be written exactly so, as a word of its own. */
const shortName = 3;

/** What of a name must be written to the sign, and where its words begin and end. */
interface Frame {
  /** Where the name's first word begins and its last ends. */
  readonly start: number;
  readonly end: number;
  /** Signs that belong to the name and stand before (`--split-by`, `__consumer_offsets`) or after it (`C++`). */
  readonly prefix: string;
  readonly suffix: string;
}

/**
 * Holds a text against a name that it may be: letters, gaps and surroundings. `start` and `end` are where the parts of words begin and end in the
 * text; `ending` is the length of the plural ending of the last, which the name lacks. Returns the range that the name takes in the text, or undefined.
 */
export function agreement(
  name: string,
  text: string,
  start: number,
  end: number,
  ending: number,
): { start: number; end: number } | undefined {
  const frame = frameOf(name);
  if (!lettersAgree(name, frame, text, start, end, ending)) return undefined;
  const { prefix, suffix } = frame;
  const whole = { start: start - prefix.length, end: end + suffix.length };
  if (prefix !== '' && !(text.startsWith(prefix, whole.start) && isFresh(text, whole.start))) return undefined;
  if (suffix !== '' && !text.startsWith(suffix, end)) return undefined;
  if (prefix.startsWith('-') && isContinued(text, end, '-')) return undefined;
  if (isContinued(text, end, '.') && name.includes('.')) return undefined;
  return standsAlone(name, frame, text, start, end, ending) ? whole : undefined;
}

function frameOf(name: string): Frame {
  let start = 0;
  while (start < name.length && !inWord(name.charCodeAt(start))) start++;
  let end = name.length;
  while (end > start && !inWord(name.charCodeAt(end - 1))) end--;
  return {
    start,
    end,
    prefix: start === 0 ? '' : /[-_$@%]{0,4}$/.exec(name.slice(0, start))![0],
    suffix: end === name.length ? '' : /^[+#]{0,2}/.exec(name.slice(end))![0],
  };
}

/** Walks along both: the same letters, and in the text only gaps that the name has too. */
function lettersAgree(name: string, frame: Frame, text: string, start: number, end: number, ending: number): boolean {
  const stop = end - ending;
  let joined = false;
  let parts = 1;
  let length = 0;
  let j = frame.start;
  for (let i = start; i < stop && j < frame.end; i++, j++, length++) {
    const gap = i;
    while (!inWord(text.charCodeAt(i))) i++;
    const own = j;
    while (!inWord(name.charCodeAt(j))) j++;
    if (fold(text.charCodeAt(i)) !== fold(name.charCodeAt(j))) return false;
    if (length === 0) continue;
    const parted = j > own || (isPartStart(name, j) && !isDensePair(name, j));
    if (parted) parts++;
    if (i > gap) {
      if (j > own ? !gapsAgree(text.slice(gap, i), name.slice(own, j)) : !(parted && isLoose(text.slice(gap, i))))
        return false;
    } else if (parted && !isPartStart(text, i)) {
      if (j > own) {
        if (!isSoft(name.slice(own, j))) return false;
        joined = true;
      }
    } else if (j > own && !isSoft(name.slice(own, j))) return false;
  }
  if (joined && length < shortestJoined) return false;
  const left = frame.end - j;
  if (ending === 3) return left === 1 && fold(name.charCodeAt(j)) === letterY;
  return left === 0 || (left === 1 && parts > 1 && fold(name.charCodeAt(j)) === letterS);
}

const letterS = 's'.charCodeAt(0);
const letterY = 'y'.charCodeAt(0);

function isDensePair(text: string, at: number): boolean {
  return classOf(text.charCodeAt(at)) === dense && classOf(text.charCodeAt(at - 1)) === dense;
}

/**
 * White space, `-` and `_` say the same, so `In-Sync Replicas` is also `in_sync_replicas`; a dot stands only where the name has one, since
 * elsewhere it reaches into an object; any other sign must be the name's own.
 */
function gapsAgree(found: string, own: string): boolean {
  if (found === '.') return own === '.';
  if (isLoose(found)) return isSoft(own);
  return found.replace(/[ \t]+/g, ' ') === own.replace(/[ \t]+/g, ' ');
}

/** Whether a name's gap can be written differently or left out. */
function isSoft(gap: string): boolean {
  return gap === '.' || isLoose(gap);
}

function isLoose(gap: string): boolean {
  const kind = classOf(gap.charCodeAt(0));
  if (gap.length === 1) return kind === space || kind === hyphen || kind === underscore;
  for (let i = 0; i < gap.length; i++) if (classOf(gap.charCodeAt(i)) !== space) return false;
  return true;
}

/** Whether what agrees by its letters is no piece of something else: a longer word, a number, data. */
function standsAlone(name: string, frame: Frame, text: string, start: number, end: number, ending: number): boolean {
  const kind = nameKind(name, frame);
  if (kind === 'port') return ending === 0 && isPort(text, start, end);
  const left = start > 0 ? classOf(text.charCodeAt(start - 1)) : 0;
  if (left === digit && classOf(text.charCodeAt(start)) !== digit && !isVersioned(text, start)) return false;
  const word = text.slice(start, end - ending);
  const alone = (start === 0 || !inSpacedWord(text.charCodeAt(start - 1))) && !isWordAt(text, end);
  if (kind === 'short') return alone && ending === 0 && word === name.slice(frame.start, frame.end);
  if (kind === 'acronym') {
    if (ending > 1 || (ending === 1 && text[end - 1] !== 's' && !(alone && word.length > 2)) || !isCapitals(word))
      return false;
    // From three letters on an acronym may be a hump (`shrinkISR`); two would be an accident.
    return alone || (word.length > 2 && left !== upper && left !== digit && !isDigitAt(text, end));
  }
  return !isInData(text, start, end);
}

/** Whether the digits before `start` are part of a name that goes on there with a hump: `Elasticsearch7Sink`. */
function isVersioned(text: string, start: number): boolean {
  if (
    classOf(text.charCodeAt(start)) !== upper ||
    !isWordAt(text, start + 1) ||
    classOf(text.charCodeAt(start + 1)) === upper
  )
    return false;
  let at = start - 1;
  while (at > 0 && classOf(text.charCodeAt(at)) === digit) at--;
  return inSpacedWord(text.charCodeAt(at)) && classOf(text.charCodeAt(at)) !== digit;
}

/** Acronym: capitals (and digits) alone in one word, found in capitals only. Port: a number, found only where a port stands. */
function nameKind(name: string, { start, end }: Frame): 'acronym' | 'port' | 'short' | 'word' {
  let capitals = 0;
  let digits = 0;
  for (let i = start; i < end; i++) {
    const kind = classOf(name.charCodeAt(i));
    if (kind === upper) capitals++;
    else if (kind === digit) digits++;
    else return end - start <= shortName && kind !== dense ? 'short' : 'word';
  }
  return capitals > 0 ? 'acronym' : digits === end - start ? 'port' : 'word';
}

function isCapitals(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const kind = classOf(word.charCodeAt(i));
    if (kind !== upper && kind !== digit) return false;
  }
  return true;
}

/** Whether nothing of a longer word or option stands before `at`. */
function isFresh(text: string, at: number): boolean {
  if (at === 0) return true;
  const kind = classOf(text.charCodeAt(at - 1));
  return kind !== dot && kind !== hyphen && kind !== underscore && !inSpacedWord(text.charCodeAt(at - 1));
}

/** Whether a sign at `at` leads on to more of the same word. */
function isContinued(text: string, at: number, sign: string): boolean {
  return text[at] === sign && isWordAt(text, at + 1);
}

function isWordAt(text: string, at: number): boolean {
  return at < text.length && inSpacedWord(text.charCodeAt(at));
}

function isDigitAt(text: string, at: number): boolean {
  return at < text.length && classOf(text.charCodeAt(at)) === digit;
}

/** Whether the range lies in a run of word characters too long to be a word. */
function isInData(text: string, start: number, end: number): boolean {
  if (!inSpacedWord(text.charCodeAt(start))) return false;
  let length = end - start;
  for (let at = start - 1; at >= 0 && inSpacedWord(text.charCodeAt(at)) && length <= longestWord; at--) length++;
  for (let at = end; isWordAt(text, at) && length <= longestWord; at++) length++;
  return length > longestWord;
}
