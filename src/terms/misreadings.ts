import { inSpacedWord } from './characters';
import { libraryNames } from './libraryNames';
import { phraseOf } from './phrases';

/** No library name is longer, in characters. */
const longestLibraryName = 30;
/** No word that makes phrases is longer, in characters. */
const longestOfPhrase = 10;
/** What is read of a phrase on either side of its word, in characters. */
const phraseView = 24;
/** What is read of a program for its imports, in characters. */
const importsRead = 5_000;
/** Signs that web addresses and names of packages have beside letters and digits. */
const addressSigns: ReadonlySet<number> = new Set([...'-_#%=&?~./:@+'].map((sign) => sign.charCodeAt(0)));
/** What is read of a line on either side, in characters. */
const view = 200;

/**
 * Everyday words that programs use for things of their own even in the sources of the system: a `key` is mostly that of a map. In code they are jargon
 * only beside another name of the system.
 */
const bareWords: ReadonlySet<string> = new Set([
  'block',
  'container',
  'driver',
  'job',
  'key',
  'map',
  'object',
  'queue',
  'store',
  'table',
  'view',
]);

/** Whether what is written at [start, end) only looks like a term there. */
export function isMisread(text: string, start: number, end: number, language: string): boolean {
  return (
    isInLibraryName(text, start, end) ||
    isInPhrase(text, start, end) ||
    isOfJdbc(text, start, end) ||
    isInAddress(text, start, end) ||
    isTold(text, start, end) ||
    isStatistics(text, start, end) ||
    isRecording(text, start, end) ||
    isTag(text, start, language)
  );
}

/** Names that programs write otherwise for things of their own: a method's `numPartitions` is no setting, a `HashMap` no state backend. */
const spelledOut: ReadonlyMap<string, RegExp> = new Map([
  ['batch.size', /^(batch\.size|BATCH_SIZE)$/],
  ['num.partitions', /^(num\.partitions|NUM_PARTITIONS)$/],
  ['hashmap', /^hashmap$/],
  ['sync', /^sync$/],
]);

/** Whether a name that must be written in one way is written in another. */
export function isLoose(name: string, text: string, start: number, end: number): boolean {
  const strict = spelledOut.get(name);
  if (strict === undefined) return false;
  // A `syncThrottle` has nothing of the command.
  return !strict.test(text.slice(start, end)) || (name === 'sync' && isHump(text, start, end));
}

/** Whether a word needs other names of its system on the line, being code. */
export function isBare(text: string, start: number, end: number): boolean {
  return bareWords.has(text.slice(start, end).toLowerCase()) && !isProse(text, start);
}

/** The line around the range, cut where it is long. */
export function lineAround(
  text: string,
  start: number,
  end: number,
): { readonly text: string; readonly start: number } {
  // No search goes beyond what is wanted: a line may be the whole file.
  const before = text.slice(Math.max(0, start - view), start);
  const from = start - before.length + before.lastIndexOf('\n') + 1;
  const after = text.slice(end, end + view).indexOf('\n');
  return { text: text.slice(from, after < 0 ? end + view : end + after), start: from };
}

/** Whether the range lies in a comment, or in a line without the signs of code. */
function isProse(text: string, start: number): boolean {
  const line = lineAround(text, start, start);
  return /^\s*(\*|\/\/|\/\*|#|--|<!--)|\/\/ |^[^;{}()=<>]*$/.test(line.text);
}

/** Whether the range is a part of a name that a language's own library has: in `HashMap` there is no map of Hadoop. */
function isInLibraryName(text: string, start: number, end: number): boolean {
  let first = start;
  let last = end;
  while (first > 0 && end - first < longestLibraryName && inSpacedWord(text.charCodeAt(first - 1))) first--;
  while (last < text.length && last - start < longestLibraryName && inSpacedWord(text.charCodeAt(last))) last++;
  return (first < start || last > end) && libraryNames.has(text.slice(first, last));
}

/** `stats` are statistics, no plural of `stat`, and so is the `Stat` of `ServerStatCommand`. */
function isStatistics(text: string, start: number, end: number): boolean {
  if (end - start > 5 || !/^stats?$/i.test(text.slice(start, end))) return false;
  const isPart = (at: number) => at >= 0 && at < text.length && inSpacedWord(text.charCodeAt(at));
  return end - start === 5 || isPart(start - 1) || isPart(end);
}

/** To `recordLatency(…)` is no record: the verb that begins a method's name. */
function isRecording(text: string, start: number, end: number): boolean {
  return (
    text.slice(start, end) === 'record' &&
    /^((?!Size|Count|Key|Value|Type|Batch)[A-Z]\w*)?\(/.test(text.slice(end, end + view)) &&
    !(start > 0 && (inSpacedWord(text.charCodeAt(start - 1)) || text[start - 1] === '_'))
  );
}

/** To `line.split(",")` is no split, to `option.key("a")` no key: methods that are told something. */
function isTold(text: string, start: number, end: number): boolean {
  return (
    text[start - 1] === '.' && /^(split|key)$/.test(text.slice(start, end)) && /^\([^)]/.test(text.slice(end, end + 2))
  );
}

/** Whether the word and its neighbours are a phrase with a meaning of its own. */
function isInPhrase(text: string, start: number, end: number): boolean {
  if (end - start > longestOfPhrase) return false;
  const phrase = phraseOf(text.slice(start, end).toLowerCase());
  if (!phrase) return false;
  const before = text.slice(Math.max(0, start - phraseView), start);
  return (phrase.before?.test(before) ?? false) || (phrase.after?.test(text.slice(end, end + phraseView)) ?? false);
}

/** To JDBC a `DataSource` gives connections. */
function isOfJdbc(text: string, start: number, end: number): boolean {
  if (!/^(data)?source$/i.test(text.slice(start, end))) return false;
  const isData = /data$/i.test(text.slice(Math.max(0, start - 4), start)) || end - start === 'dataSource'.length;
  return isData && /\bjavax?\.sql\b|\bXA/.test(text.slice(0, importsRead));
}

/** Whether the range lies in a web address, or is a package of a program's name (`org.apache.flink.connector`): both only name a place. */
function isInAddress(text: string, start: number, end: number): boolean {
  let first = start;
  let parted = false;
  while (first > 0 && start - first < view && isOfAddress(text.charCodeAt(first - 1))) {
    first--;
    parted ||= text[first] === '.' || text[first] === '/';
  }
  if (!parted) return false;
  const before = text.slice(first, start);
  if (before.includes('://')) return /https?:/i.test(before) && !/^\d+$/.test(text.slice(start, end));
  if (text[end] !== undefined && !/[.;:\s]/.test(text[end])) return false;
  return /^(org|com|io|net|cn)\.([a-z]\w*\.)*$/.test(before) && /^[a-z0-9_]+$/.test(text.slice(start, end));
}

function isOfAddress(unit: number): boolean {
  return inSpacedWord(unit) || addressSigns.has(unit);
}

/** Whether the range is a part of a longer word: a type's name in a type's name. */
export function isHump(text: string, start: number, end: number): boolean {
  return inSpacedWord(text.charCodeAt(start - 1)) || inSpacedWord(text.charCodeAt(end));
}

/** Whether the range is only a piece of a name, key or path: `hive.exec.parallel`, `HiveConf`, `/opt/hive`. */
export function isPieceOfName(text: string, start: number, end: number): boolean {
  const isJoint = (at: number, beyond: number) =>
    inSpacedWord(text.charCodeAt(at)) ||
    text[at] === '_' ||
    (/[-./:]/.test(text[at] ?? '') && /[\w$]/.test(text[beyond] ?? ''));
  return isJoint(start - 1, start - 2) || isJoint(end, end + 1);
}

/** Whether the text has the singular of what stands there, written alike: where there is a class `KafkaStream`, `kafkaStreams` are several of it. */
export function isSingularThere(text: string, start: number, end: number): boolean {
  const singular = text.slice(start + 1, end - 1);
  for (let at = text.indexOf(singular); at >= 0; at = text.indexOf(singular, at + 1)) {
    if (at > 0 && !inSpacedWord(text.charCodeAt(at + singular.length))) return true;
  }
  return false;
}

/** Names of XML's and HTML's tags belong to the format: `<groupId>` is Maven's. */
function isTag(text: string, start: number, language: string): boolean {
  return (
    (language === 'xml' || language === 'html') && /<\/?[\w:.-]*$/.test(text.slice(Math.max(0, start - 40), start))
  );
}
