/** Runs inside the extension host: what a first start over a folder of many notes costs it, and an edit of one of them. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ConfigurationTarget, commands, extensions, Uri, workspace } from 'vscode';
import type { ApiTerm, InterviewStudyApi } from '../../api';
import type { NotesReport } from '../../scripts/bench/notesHost.mjs';

/** Set by the bundler: where the figures go. */
declare const REPORT_URL: string;

const pause = 50;

export async function run(): Promise<void> {
  const study = await extensions.getExtension<InterviewStudyApi>('interview-study.interview-study')!.activate();
  // The sidebar shows the tree and the gaps while all this goes on.
  await commands.executeCommand('workbench.view.extension.interviewStudy');
  await study.lookUp('ISR');
  await sleep(3_000);
  const files = (await workspace.findFiles('**/*.md')).length;
  const { notes: builtIn } = await study.extent();
  const idle = await delayOver(() => sleep(2_000));
  const before = await used();

  const start = performance.now();
  let first = 0;
  const reading = await delayOver(async () => {
    await workspace.getConfiguration('interviewStudy').update('notes', ['.'], ConfigurationTarget.Workspace);
    for (;;) {
      const { notes, reading } = await study.extent();
      if (first === 0 && notes - builtIn >= files) first = performance.now() - start;
      if (first > 0 && !reading) break;
      await sleep(pause);
    }
  });
  const all = performance.now() - start;
  await sleep(2_000);
  const memory = (await used()) - before;
  const edit = await editOne(study);
  const report: NotesReport = { files, first, all, idle: idle.p99, p99: reading.p99, max: reading.max, memory, edit };
  await fetch(REPORT_URL, { method: 'POST', body: JSON.stringify(report) });
}

/** Milliseconds from a change of a note on disk until hovers know the new term; the tree is drawn before that. */
async function editOne(study: InterviewStudyApi): Promise<number> {
  const [uri] = await workspace.findFiles('**/note-7.md');
  await study.lookUp('quokka');
  const text = `${new TextDecoder().decode(await workspace.fs.readFile(uri!))}\n\n## Terms\n\n- **quokka**: A small kangaroo of the west.\n`;
  const start = performance.now();
  await workspace.fs.writeFile(Uri.parse(uri!.toString()), new TextEncoder().encode(text));
  for (let found: readonly ApiTerm[] = []; found.length === 0; found = await study.lookUp('quokka')) await sleep(pause);
  return performance.now() - start;
}

/** How late the event loop is while something goes on, in milliseconds. */
async function delayOver(what: () => Promise<unknown>): Promise<{ readonly p99: number; readonly max: number }> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await what();
  delay.disable();
  return { p99: Math.max(0.01, delay.percentile(99) / 1e6 - 1), max: delay.max / 1e6 };
}

/** Bytes in use, of heap and outside of it, garbage taken away. */
async function used(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  // Twice: what was weakly held goes with the second.
  collect();
  await sleep(300);
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
