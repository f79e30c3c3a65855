/**
 * Bundles the extension. Node gets real lazily loaded chunks, the web worker host gets one file: its `require` knows
 * nothing but `vscode`. `--watch` rebuilds on change, `--dev` leaves the code readable.
 */
import { rm } from 'node:fs/promises';
import { type BuildOptions, build, context } from 'esbuild';
import { chunksToCommonJs } from './commonJsChunks.mjs';
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
