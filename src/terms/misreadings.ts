import { inSpacedWord } from './characters';
import { libraryNames } from './libraryNames';
import { phraseOf } from './phrases';

/** No library name is longer, in characters. */
const longestLibraryName = 30;
/** No word that makes phrases is longer, in characters. */
const longestOfPhrase = 10;
/** What is read of a phrase on either side of its word, in characters. */
const phraseView = 24;
/** What is read of the name of a package on either side of a word in it, in characters. */
const packageView = 60;
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
    isVerb(text, start, end) ||
    isAlias(text, start, end) ||
    isNew(text, start) ||
    isOption(text, start, end) ||
    isOfLibrary(text, start, end) ||
    isPackage(text, start, end) ||
    isTag(text, start, language)
  );
}

/** Names that programs write otherwise for things of their own: a method's `numPartitions` is no setting, a `HashMap` no state backend. */
const spelledOut: ReadonlyMap<string, RegExp> = new Map([
  ['batch.size', /^(batch\.size|BATCH_SIZE)$/],
  ['DataStream', /^data_?streams?$/i],
  ['keyBy', /^[kK]ey_?[bB]y$/],
  ['isro', /^[iI]sro$/],
  ['num.partitions', /^(num\.partitions|NUM_PARTITIONS)$/],
  ['hashmap', /^hashmap$/],
  ['acks', /^acks$/i],
  ['sync', /^sync$/],
]);

/** Whether a name that must be written in one way is written in another. */
export function isLoose(name: string, text: string, start: number, end: number): boolean {
  const strict = spelledOut.get(name);
  if (strict === undefined) return false;
  const isPart = isHump(text, start, end) || text[start - 1] === '_';
  return !strict.test(text.slice(start, end)) || (wholeWords.has(name) && isPart);
}

/** Of these, those that are never part of a longer name: a `syncThrottle` has nothing of the command, a `MAX_BATCH_SIZE` of the setting. */
const wholeWords: ReadonlySet<string> = new Set(['acks', 'batch.size', 'sync']);

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

/** Words that begin methods' names as verbs, with what follows them as nouns. */
const verbs: ReadonlyMap<string, RegExp> = new Map([
  ['record', /^((?!Size|Count|Key|Value|Type|Batch)[A-Z]\w*)?\(/],
  ['split', /^(?!Id|State|Reader|Assigner|Enumerator|Owner|Serializer)[A-Z]\w*\(/],
]);

/** To `recordLatency(…)` is no record: the verb that begins a method's name. */
function isVerb(text: string, start: number, end: number): boolean {
  return (
    (verbs.get(text.slice(start, end))?.test(text.slice(end, end + view)) ?? false) &&
    !(start > 0 && (inSpacedWord(text.charCodeAt(start - 1)) || text[start - 1] === '_'))
  );
}

/** In a statement of SQL `SOURCE` is what somebody calls a table there. */
function isAlias(text: string, start: number, end: number): boolean {
  return (
    text.slice(start, end) === 'SOURCE' &&
    /\b(SELECT|FROM|JOIN|WHERE|MERGE|USING)\b/.test(lineAround(text, start, end).text)
  );
}

/** In `new ConsumerProtocol(…)` nothing is called new. */
function isNew(text: string, start: number): boolean {
  return /^new [A-Z]/.test(text.slice(start, start + 5));
}

/** `CONNECTOR.key()` asks a constant for its name. */
function isOption(text: string, start: number, end: number): boolean {
  return text.slice(start, end) === 'key' && /[A-Z0-9_]\.$/.test(text.slice(Math.max(0, start - 2), start));
}

/** Java has a `Consumer` of its own, and Mockito an `atLeastOnce()`. */
function isOfLibrary(text: string, start: number, end: number): boolean {
  const word = text.slice(start, end);
  if (word === 'atLeastOnce') return text.startsWith('()', end);
  if (!/^consumer$/i.test(word) || !/^(<|\.accept\(|\.andThen\()/.test(text.slice(end, end + 9))) return false;
  return text.slice(0, importsRead).includes('java.util.function.Consumer') || text[end] === '.';
}

/** `flink-connector-jdbc` and `kafka-streams-examples` only name a package, and every word in them; `kafka-console-consumer.sh` is a command. */
function isPackage(text: string, start: number, end: number): boolean {
  if (text[start - 1] !== '-' && text[end] !== '-') return false;
  const before = /[a-z0-9-]*$/.exec(text.slice(Math.max(0, start - packageView), start))![0];
  const after = /^[a-z0-9-]*/.exec(text.slice(end, end + packageView))![0];
  const whole = before + text.slice(start, end) + after;
  return (
    /^(flink|flume|hbase|hive|kafka|spark)(-[a-z0-9]+){2,}$/.test(whole) &&
    !/^\.(sh|bat)/.test(text.slice(end + after.length, end + after.length + 4))
  );
}

/** To `line.split(",")` is no split, to `option.key("a")` no key, to `out.flush()` no flush: methods that are told something. */
function isTold(text: string, start: number, end: number): boolean {
  return (
    text[start - 1] === '.' &&
    (/^(split|key)$/.test(text.slice(start, end))
      ? /^\([^)]/.test(text.slice(end, end + 2))
      : /^flush\(/.test(text.slice(start, end + 1)))
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
  if (text[end] !== undefined && !/[./;:\s]/.test(text[end])) return false;
  return /^(org|com|io|net|cn)([./])([a-z]\w*\2)*$/.test(before) && /[a-z0-9_]/.test(text[start]!);
}

function isOfAddress(unit: number): boolean {
  return inSpacedWord(unit) || addressSigns.has(unit);
}

/** Whether the range is a part of a longer word: a type's name in a type's name. */
export function isHump(text: string, start: number, end: number): boolean {
  return inSpacedWord(text.charCodeAt(start - 1)) || inSpacedWord(text.charCodeAt(end));
}

/** Whether the range is a part of a longer identifier. */
export function isInIdentifier(text: string, start: number, end: number): boolean {
  return isHump(text, start, end) || text[start - 1] === '_' || text[end] === '_';
}

/** Whether the range is only a piece of a name, key or path: `hive.exec.parallel`, `HiveConf`, `/opt/hive`. */
export function isPieceOfName(text: string, start: number, end: number): boolean {
  const isJoint = (at: number, beyond: number) =>
    inSpacedWord(text.charCodeAt(at)) ||
    text[at] === '_' ||
    (/[-./:]/.test(text[at] ?? '') && /[\w$]/.test(text[beyond] ?? ''));
  return isJoint(start - 1, start - 2) || isJoint(end, end + 1) || isValue(text, start, end);
}

/** Whether the range is a string of its own in lower case: `"hive"` is somebody's name for something. */
function isValue(text: string, start: number, end: number): boolean {
  return /^(["'])[a-z]+\1$/.test(text.slice(Math.max(0, start - 1), end + 1));
}

/** Whether the text has the singular of what stands there as one word, written alike: where there is a class `KafkaStream`, `kafkaStreams` are several of it. */
export function isSingularThere(text: string, start: number, end: number): boolean {
  const singular = text.slice(start + 1, end - 1);
  if (singular.includes(' ')) return false;
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
