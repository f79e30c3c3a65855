/**
 * Runs the tests of `test/editor` inside VS Code, in the Node and in the web worker extension host.
 * `npm run editor -- [--host node|web] [word…]`: only the files whose path contains a word.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleEditorTests, type ExtensionHost } from './bundleEditorTests.mjs';
import { chooseHost } from './choose.mjs';
import { sampleWorkspace } from './folders.mjs';
import { stageExtension } from './package.mjs';
import { receiveResults } from './results.mjs';

const { values, positionals } = parseArgs({ options: { host: { type: 'string' } }, allowPositionals: true });
const hosts: readonly ExtensionHost[] =
  values.host === 'node' || values.host === 'web' ? [values.host] : ['node', 'web'];

const editor = await chooseHost();
console.log(`Using ${editor.name}.`);
const sum = { passed: 0, failed: 0, skipped: 0 };
for (const host of hosts) {
  console.log(`\nThe ${host === 'node' ? 'Node' : 'web worker'} extension host:`);
  const receiver = await receiveResults();
  try {
    const extension = await stageExtension();
    const tests = join(extension, 'test/index.js');
    await mkdir(join(extension, 'test'));
    await bundleEditorTests({ outfile: tests, host, reportUrl: receiver.url, words: positionals });
    await editor.runTests({ extension, tests, host, workspace: await sampleWorkspace(), ended: receiver.ended });
  } catch (error) {
    receiver.totals.failed++;
    console.error(error instanceof Error ? error.message : error);
  } finally {
    receiver.close();
  }
  sum.passed += receiver.totals.passed;
  sum.failed += receiver.totals.failed;
  sum.skipped += receiver.totals.skipped;
}
console.log(`\n  ${sum.passed} passing\n  ${sum.failed} failing\n  ${sum.skipped} pending`);
process.exit(sum.failed > 0 || sum.passed === 0 ? 1 : 0);
