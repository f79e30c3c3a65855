/**
 * One start over a folder of notes, in a process of its own: `node --expose-gc --import tsx notesStart.mts NOTES CACHE READER`. Prints what it
 * took as JSON. It is the extension's indexer with its worker, on Node's files in place of VS Code's.
 */
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import type { ReadReply, ReadRequest } from '../../src/host/worker/messages';
import type { Files } from '../../src/study/files';
import { Library } from '../../src/study/library';
import { NoteCache } from '../../src/study/noteCache';
import { type NoteFiles, NoteIndexer, type NoteReading } from '../../src/study/noteIndexer';

export interface Start {
  readonly notes: number;
  /** Milliseconds until the topics of all notes were in the library, and until all was read. */
  readonly first: number;
  readonly all: number;
  /** 99th percentile of how late the event loop was, in milliseconds; and the latest. */
  readonly p99: number;
  readonly max: number;
  /** Bytes that the notes take, of heap and outside of it. */
  readonly memory: number;
}

const [notesFolder, cacheFolder, program] = process.argv.slice(2) as [string, string, string];

const cache: Files = {
  list: async () => readdir(cacheFolder),
  read: (name) => readFile(join(cacheFolder, name), 'utf8'),
  write: async (name, text) => {
    await writeFile(join(cacheFolder, `writing-${name}`), text);
    await rename(join(cacheFolder, `writing-${name}`), join(cacheFolder, name));
  },
  remove: (name) => rm(join(cacheFolder, name)),
};

const files: NoteFiles = {
  stat: async (path) => {
    const { mtimeMs: mtime, size } = await stat(path);
    return { mtime, size };
  },
  open: async (path) => {
    const { mtimeMs: mtime, size } = await stat(path);
    return { stamp: { mtime, size }, bytes: await readFile(path) };
  },
  unsaved: () => undefined,
  failed: (_path, error) => {
    throw error;
  },
};

const worker = new Worker(program);
const waiting = new Map<number, (reply: ReadReply) => void>();
worker.on('message', (reply: ReadReply) => {
  waiting.get(reply.id)?.(reply);
  waiting.delete(reply.id);
});
let count = 0;
function ask(request: Omit<ReadRequest, 'id'>): Promise<ReadReply> {
  count += 1;
  const id = count;
  worker.postMessage({ id, ...request });
  return new Promise((resolve) => waiting.set(id, resolve));
}
const reading: NoteReading = {
  scan: async (bytes) => (await ask({ what: 'scan', bytes })).note!,
  read: (bytes, known) => ask({ what: 'read', bytes, ...(known !== undefined && { known }) }),
};

await mkdir(cacheFolder, { recursive: true });
const library = new Library();
const indexer = new NoteIndexer(library, files, reading, new NoteCache(cache, '1'));
gc!();
const before = used();
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
const start = performance.now();
const paths = (await readdir(notesFolder, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name));
let first = 0;
library.onDidChange(() => {
  if (first === 0 && library.notes.length === paths.length) first = performance.now() - start;
});
await indexer.index(paths, { wanted: () => undefined, cancelled: () => false, report: () => undefined });
const all = performance.now() - start;
delay.disable();
gc!();
const memory = used() - before;
const report: Start = {
  notes: library.notes.length,
  first,
  all,
  p99: delay.percentile(99) / 1e6 - 1,
  max: delay.max / 1e6 - 1,
  memory,
};
console.log(JSON.stringify(report));
process.exit(0);

function used(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
