/**
 * Bundles the extension. Node gets real lazily loaded chunks, the web worker host gets one file: its `require` knows
 * nothing but `vscode`. `--watch` rebuilds on change, `--dev` leaves the code readable.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type BuildOptions, build, context, type Plugin, type TransformOptions, transform } from 'esbuild';
import { compileContent } from './content.mjs';

const watch = process.argv.includes('--watch');
const dev = watch || process.argv.includes('--dev');

const common: BuildOptions = {
  bundle: true,
  target: 'es2022',
  sourcemap: dev,
  minify: !dev,
  legalComments: 'none',
  external: ['vscode'],
  logLevel: 'warning',
};

/** The web's host is a worker: of packages with a form for pages, which use `document`, it takes that for workers. */
const webWorker: BuildOptions = {
  ...common,
  outdir: 'dist/web',
  platform: 'browser',
  conditions: ['worker'],
  // `start.web.ts` stands in for `start.ts`: what the web does differently is in files of its own.
  resolveExtensions: ['.web.ts', '.ts', '.js'],
};

/** `import()` too becomes `require`: Node's own would not find the names that a minified CommonJS file exports. */
const toCommonJs: TransformOptions = {
  format: 'cjs',
  minify: !dev,
  target: 'es2022',
  supported: { 'dynamic-import': false },
};

/**
 * esbuild splits only ESM, and VS Code of the supported range loads only CommonJS: so each ESM chunk is rewritten to
 * CommonJS after the split. `import()` in the source stays what it says: a file loaded when it is needed.
 */
const chunksToCommonJs: Plugin = {
  name: 'chunks-to-commonjs',
  setup(plugin) {
    plugin.initialOptions.write = false;
    plugin.onEnd(async (result) => {
      for (const file of result.outputFiles ?? []) {
        const map = file.path.endsWith('.map');
        const code = map ? file.text : (await transform(file.text, toCommonJs)).code;
        await mkdir(dirname(file.path), { recursive: true });
        await writeFile(file.path, code);
      }
    });
  },
};

const bundles: BuildOptions[] = [
  {
    ...common,
    entryPoints: { extension: 'src/extension.ts' },
    outdir: 'dist/node',
    platform: 'node',
    format: 'esm',
    splitting: true,
    chunkNames: 'chunk-[name]-[hash]',
    plugins: [chunksToCommonJs],
  },
  { ...webWorker, entryPoints: { extension: 'src/extension.ts' }, format: 'cjs' },
  {
    ...webWorker,
    // One worker for both hosts: it asks for what only Node has where it runs in Node.
    entryPoints: { reader: 'src/host/worker/reader.ts' },
    outdir: 'dist',
    external: ['node:worker_threads'],
    format: 'iife',
  },
  {
    ...common,
    entryPoints: { quiz: 'media/quiz/main.tsx', note: 'media/note/main.ts' },
    outdir: 'dist/webview',
    platform: 'browser',
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
  },
];

await rm('dist', { recursive: true, force: true });
await compileContent();
if (watch) {
  const contexts = await Promise.all(bundles.map((bundle) => context({ ...bundle, logLevel: 'info' })));
  await Promise.all(contexts.map((each) => each.watch()));
} else {
  await Promise.all(bundles.map((bundle) => build(bundle)));
}
