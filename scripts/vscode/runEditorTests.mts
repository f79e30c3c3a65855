/**
 * Runs the tests of `test/editor` inside VS Code, in the Node and in the web worker extension host.
 * `npm run editor -- [--host node|web] [word…]`: only the files whose path contains a word.
 * `--bundle FILE` runs nothing: it writes the bundle that a debugger starts, which reports to the console.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleEditorTests } from './bundleEditorTests.mjs';
import { chooseHost } from './choose.mjs';
import { sampleWorkspace } from './folders.mjs';
import { stageExtension } from './package.mjs';
import { root } from './processes.mjs';
import { receiveResults } from './results.mjs';

const { values, positionals } = parseArgs({
  options: { host: { type: 'string' }, bundle: { type: 'string' } },
  allowPositionals: true,
});
if (values.bundle) {
  await bundleEditorTests({ outfile: join(root, values.bundle), host: 'node', words: positionals });
  process.exit();
}
const hosts = (['node', 'web'] as const).filter((host) => values.host === undefined || values.host === host);
if (hosts.length === 0) throw new Error('--host takes node or web.');

const editor = await chooseHost();
const extension = await stageExtension();
// Inside the extension's folder: that decides which host loads the tests.
const tests = join(extension, 'test/index.js');
const sum = { passed: 0, failed: 0, skipped: 0 };
for (const host of hosts) {
  console.log(`\nThe ${host === 'node' ? 'Node' : 'web worker'} extension host:`);
  const receiver = await receiveResults();
  try {
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
