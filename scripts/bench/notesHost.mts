/**
 * What a first start over many notes costs the extension host of VS Code itself, the extension as it ships, its tree in the sidebar.
 * `NOTES=1000 npm run -s bench -- host.notes` takes so many notes in place of 10,000.
 *
 * - `host.notes.first`: milliseconds until the topics of all notes are there, against until all is read.
 * - `host.notes.block.p99`: how late the event loop is meanwhile, in milliseconds, against an idle one before it.
 * - `host.notes.memory`: megabytes more in use when all is read, against those of the files.
 * - `host.notes.edit`: milliseconds from a change of one note on disk until tree and hovers have it, against the half second for which edits are gathered.
 */
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Figure } from '../bench.mjs';
import { temporaryFolder } from '../vscode/folders.mjs';
import { stageExtension } from '../vscode/package.mjs';
import { root } from '../vscode/processes.mjs';
import { serverEditor } from '../vscode/serverEditor.mjs';
import { manyNotes, writeNotes } from './notesFolder.mjs';
import { receiveOne } from './receiveOne.mjs';

/** What `test/bench/notes.ts` measures; times in milliseconds, memory in bytes. */
export interface NotesReport {
  readonly files: number;
  readonly first: number;
  readonly all: number;
  readonly idle: number;
  readonly p99: number;
  readonly max: number;
  readonly memory: number;
  readonly edit: number;
}

const notes = Number(process.env['NOTES'] ?? 10_000);
/** How long edits are gathered before a note is read again, and the watcher's own while, in milliseconds. */
const gathered = 500;

let measured: Promise<NotesReport> | undefined;

async function measure(): Promise<NotesReport> {
  const [editor, extension, workspace] = await Promise.all([
    serverEditor(),
    stageExtension(),
    temporaryFolder('many-notes'),
  ]);
  await writeNotes(workspace, notes);
  const report = await receiveOne<NotesReport>();
  const tests = join(extension, 'test/bench-notes.js');
  await build({
    entryPoints: [join(root, 'test/bench/notes.ts')],
    outfile: tests,
    bundle: true,
    format: 'cjs',
    external: ['vscode', 'node:*'],
    define: { REPORT_URL: JSON.stringify(report.url) },
  });
  const ended = report.value.then(() => undefined);
  await editor.runTests({ extension, tests, host: 'node', workspace, ended });
  return report.value;
}

function figureOf(name: string, unit: string, of: (report: NotesReport) => readonly [value: number, baseline: number]) {
  return async (): Promise<Figure> => {
    measured ??= measure();
    const [value, baseline] = of(await measured);
    return { name, value, unit, baseline, ratio: value / baseline };
  };
}

/** Megabytes of the notes. */
function size(): number {
  let bytes = 0;
  for (const text of manyNotes(64)) bytes += Buffer.byteLength(text);
  return ((bytes / 64) * notes) / 1e6;
}

export const notesHost = {
  'host.notes.first': figureOf('host.notes.first', 'ms', ({ first, all }) => [first, all]),
  'host.notes.block.p99': figureOf('host.notes.block.p99', 'ms', ({ p99, idle }) => [p99, idle]),
  'host.notes.memory': figureOf('host.notes.memory', 'MB', ({ memory }) => [memory / 1e6, size()]),
  'host.notes.edit': figureOf('host.notes.edit', 'ms', ({ edit }) => [edit, gathered]),
};
