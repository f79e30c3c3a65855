/** What stands next to a word and makes it a phrase with a meaning of its own. */
interface Phrase {
  readonly before?: RegExp;
  readonly after?: RegExp;
}

/** By the word, as a singular. */
const phrases: ReadonlyMap<string, Phrase> = new Map<string, Phrase>([
  ['action', { before: ending('github') }],
  [
    'batch',
    {
      after: beginning(
        'execution executor file id insert interval job jobs mode processing size statement update write',
      ),
    },
  ],
  ['channel', { before: ending('datagram netty socket ssl') }],
  // Those of a project are people.
  ['committer', { before: /\b(Flink|Kafka|ZooKeeper|Hive|Apache|PMC|project|active) $/i }],
  ['controller', { before: ending('log4j') }],
  [
    'driver',
    {
      before: ending('browser database db device jdbc mysql odbc oracle postgres postgresql web'),
      after: beginning('class manager name'),
    },
  ],
  [
    'key',
    {
      before: ending(
        'access api encryption foreign host primary private public registry row secret shift shortcut sort ssh ssl unique',
      ),
      after: beginning('alias algorithm board factory manager pair password press spec stroke usage vault word'),
    },
  ],
  ['find', { before: /\b(not|to|could|can(not)?|can't|will|you|we) $/ }],
  ['majority', { before: /\b(lazy|simple|qualified|vast|great|2\/3) $/i }],
  ['offset', { before: ending('array buffer byte char column date datetime string time timezone utc zone') }],
  ['operator', { before: ending('assignment binary comparison logical sql spread ternary unary') }],
  ['queue', { before: ending('blocking event priority request task work') }],
  [
    'source',
    {
      before: either(
        ending('configuration error fetch generated open property'),
        /\b([Bb]uild|[Bb]uilding|compiled?|install)( \w+)? from $/,
      ),
      after: beginning(
        `archive artifact code control dir directories directory dirs distribution encoding file files generation jar level package path paths record
        records release repo repository root set sets tarball tree`,
      ),
    },
  ],
  // The version of a build.
  ['snapshot', { before: /[\dX}]-$/ }],
  ['split', { after: beginning('ter ting') }],
  [
    'state',
    { before: ending('check connection illegal job lifecycle load server target thread'), after: beginning('machine') },
  ],
  // `sync.Mutex` and `import "sync"` of Go.
  ['sync', { after: /^(\.[A-Z]|")/ }],
  // The second is a step in the file of a build.
  ['task', { before: ending('sub'), after: /^:\s*(\n|$)/ }],
  ['watermark', { before: ending('low') }],
  ['window', { before: ending('tool'), after: /^ (can|users?|os|machines?|systems?|\d+)\b/i }],
]);

/** The phrases of a lower-case word, in either number. */
export function phraseOf(word: string): Phrase | undefined {
  const own = phrases.get(word);
  if (own || !word.endsWith('s')) return own;
  return phrases.get(word.slice(0, -1)) ?? phrases.get(word.slice(0, -2));
}

/** Matches where one of the words ends, as a word of its own or a hump of an identifier. */
function ending(words: string): RegExp {
  return new RegExp(`(?:(?<![A-Za-z])${anyOf(words)}|(?<=[a-z])${anyOf(words, true)})[ ._-]?$`);
}

function beginning(words: string): RegExp {
  return new RegExp(`^[ ._-]?${anyOf(words)}(?![a-z])`);
}

function either(one: RegExp, other: RegExp): RegExp {
  return new RegExp(`${one.source}|${other.source}`);
}

function anyOf(words: string, capital = false): string {
  const each = words
    .trim()
    .split(/\s+/)
    .map((word) => {
      const rest = word.slice(1);
      const upper = word.charAt(0).toUpperCase();
      return capital ? `${upper}${rest}` : `[${word.charAt(0)}${upper}]${rest}|${word.toUpperCase()}`;
    });
  return `(?:${each.join('|')})`;
}
