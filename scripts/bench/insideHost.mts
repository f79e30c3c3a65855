/** Measures inside the extension host: a program of `test/bench` runs there, and sends what it measured over HTTP. */
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { sampleWorkspace } from '../vscode/folders.mjs';
import { stageExtension } from '../vscode/package.mjs';
import { root } from '../vscode/processes.mjs';
import { serverEditor } from '../vscode/serverEditor.mjs';
import { receiveOne } from './receiveOne.mjs';

/** Runs the program once per entry of `defines`, each time in a new window with our extension, not yet active, and another beside it. */
export async function measureInside<Sample>(
  program: string,
  beside: string,
  defines: readonly Record<string, string>[],
): Promise<Sample[]> {
  const [editor, extension, workspace] = await Promise.all([serverEditor(), stageExtension(), sampleWorkspace()]);
  await activateWhenAsked(extension);
  const samples: Sample[] = [];
  for (const [index, define] of defines.entries()) {
    const report = await receiveOne<Sample>();
    const tests = join(extension, `test/${basename(program, '.ts')}-${index}.js`);
    await build({
      entryPoints: [join(root, program)],
      outfile: tests,
      bundle: true,
      format: 'cjs',
      external: ['vscode'],
      define: { ...define, REPORT_URL: JSON.stringify(report.url) },
    });
    const ended = report.value.then(() => undefined);
    await editor.runTests({ extension, beside: [beside], tests, host: 'node', workspace, ended });
    samples.push(await report.value);
  }
  return samples;
}

/** Takes the events from a manifest at which the editor would activate the extension by itself, before its time is taken. */
async function activateWhenAsked(extension: string): Promise<void> {
  const file = join(extension, 'package.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  await writeFile(file, JSON.stringify({ ...manifest, activationEvents: [] }));
}
