/** Bundles the tests of `test/editor` into one file that an extension host can load. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { root } from './processes.mjs';

export type ExtensionHost = 'node' | 'web';

const folder = join(root, 'test/editor');

/** The test files whose path contains one of the words, or all. */
async function testFiles(words: readonly string[]): Promise<string[]> {
  const all = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.test.ts')).sort();
  const wanted = all.filter((file) => words.length === 0 || words.some((word) => join(folder, file).includes(word)));
  if (wanted.length === 0) throw new Error(`No file in test/editor matches ${words.join(', ')}.`);
  return wanted.map((file) => `./${file.replaceAll('\\', '/')}`);
}

/**
 * The web worker host has no Node, so it needs mocha's build for browsers, and one build for both hosts keeps them
 * alike. That build is CommonJS in a package of ES modules: a namespace of its own hides the package from esbuild.
 */
const mochaForBrowsers: Plugin = {
  name: 'mocha-for-browsers',
  setup(plugin) {
    const script = join(root, 'node_modules/mocha/mocha.js');
    plugin.onResolve({ filter: /^mocha$/ }, () => ({ path: script, namespace: 'script' }));
    plugin.onLoad({ filter: /./, namespace: 'script' }, async () => ({ contents: await readFile(script, 'utf8') }));
  },
};

export async function bundleEditorTests(options: {
  readonly outfile: string;
  readonly host: ExtensionHost;
  /** Where the results go; without it, to the console. */
  readonly reportUrl?: string;
  readonly words: readonly string[];
}): Promise<void> {
  const files = await testFiles(options.words);
  await build({
    stdin: {
      // `require` in a function: the files may only run once mocha has defined `describe`.
      contents: `import { runTests } from './support/report.ts';
        export const run = () => runTests(() => { ${files.map((file) => `require('${file}');`).join(' ')} });`,
      resolveDir: folder,
      loader: 'ts',
    },
    outfile: options.outfile,
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    target: 'es2022',
    sourcemap: options.reportUrl ? false : 'inline',
    external: ['vscode'],
    define: { EXTENSION_HOST: JSON.stringify(options.host), REPORT_URL: JSON.stringify(options.reportUrl ?? '') },
    plugins: [mochaForBrowsers],
    logLevel: 'warning',
  });
}
