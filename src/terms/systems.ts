import type { LibraryNote } from '../study/library';
import { topicPath } from './topicPath';

/** A system that terms belong to. */
export interface System {
  /** Lower-case id (`kafka`). */
  readonly id: string;
  /** For people (`Kafka`). */
  readonly title: string;
}

/** How a file shows that it is about a system. All lower case. */
interface Marks {
  /** Words of a path, an import or a text: the system, its client libraries. Words with a common other meaning (yarn, shell) are none. */
  readonly words: readonly string[];
  /** Names that its own files have. */
  readonly files?: RegExp;
  /** VS Code language ids. */
  readonly languages?: readonly string[];
  /** Language ids of programs that use its words every day: to whoever writes them the ordinary ones are no jargon, and the others only in its own files. */
  readonly dailyIn?: readonly string[];
}

/** Systems known by more or by less than their id. Any other, of a user's note, goes by its id alone. */
const known: ReadonlyMap<string, Marks> = new Map<string, Marks>([
  [
    'kafka',
    {
      words: ['kafka', 'kafkajs', 'aiokafka', 'rdkafka', 'librdkafka', 'confluent', 'kraft', 'ksqldb'],
      files: /^(server|broker|controller|producer|consumer|connect-[a-z]+)\.properties$/,
    },
  ],
  ['zookeeper', { words: ['zookeeper', 'zkcli', 'zkserver', 'kazoo'], files: /^zoo(_sample)?\.cfg$/ }],
  [
    'hadoop',
    {
      words: ['hadoop', 'hdfs', 'mapreduce', 'mapred', 'namenode'],
      files: /^(core|hdfs|yarn|mapred)-site\.xml$|^hadoop-env/,
    },
  ],
  ['hive', { words: ['hive', 'hiveserver2', 'hiveql', 'pyhive'], files: /^hive-|\.hql$/, languages: ['hql', 'hive'] }],
  ['spark', { words: ['spark', 'pyspark', 'sparksql'], files: /^spark-(defaults|env)/ }],
  ['flink', { words: ['flink', 'pyflink', 'flinksql'], files: /^flink-conf/ }],
  ['flume', { words: ['flume'], files: /^flume-/ }],
  ['hbase', { words: ['hbase'], files: /^hbase-|^regionservers$/ }],
  ['scala', { words: ['scala'], dailyIn: ['scala'] }],
  [
    'linux',
    {
      words: [],
      files: /\.(sh|bash)$|^(dockerfile|crontab)$/,
      languages: ['shellscript', 'dockerfile'],
      dailyIn: ['c', 'cpp', 'rust', 'go'],
    },
  ],
]);

/** The marks of a system. */
export function marksOf(id: string): Marks {
  return known.get(id) ?? { words: [id] };
}

/** Whether programs of the language use the words of the system every day. */
export function isDaily(id: string, language: string): boolean {
  return marksOf(id).dailyIn?.includes(language) ?? false;
}

/**
 * The system of a note's topic: what the front matter says; else a known system that the outermost topic's title names; else
 * that title's first Latin word; else what the note's title or file name tells in the same way; else the title itself.
 */
export function systemOf({ uri, note }: LibraryNote, topic: number): System {
  const outermost = topicPath(note, topic)[0] ?? '';
  if (note.meta.system) {
    return {
      id: note.meta.system,
      title: titleOf(note.meta.system, [outermost, note.title ?? '', note.meta.title ?? '']),
    };
  }
  const file = decode(uri.split('/').at(-1) ?? '').replace(/\.\w+$/, '');
  const sources = [outermost, note.title ?? note.meta.title ?? '', file];
  for (const source of sources) {
    const words = latinWords(source);
    const id = words.map((word) => knownBy(word)).find((found) => found !== undefined) ?? words[0]?.toLowerCase();
    if (id) return { id, title: titleOf(id, [source]) };
  }
  const title = sources.find((source) => source !== '') ?? '';
  return { id: title.toLowerCase(), title };
}

function knownBy(word: string): string | undefined {
  const folded = word.toLowerCase();
  for (const [id, { words }] of known) if (id === folded || words.includes(folded)) return id;
  return undefined;
}

/** The id as one of the texts writes it (`ZooKeeper`), else with a capital. */
function titleOf(id: string, texts: readonly string[]): string {
  const written = texts.flatMap(latinWords).find((word) => word.toLowerCase() === id);
  return written ?? id.charAt(0).toUpperCase() + id.slice(1);
}

function latinWords(text: string): string[] {
  return text.match(/[A-Za-z][A-Za-z0-9]{2,}/g) ?? [];
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
