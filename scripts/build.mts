/**
 * Bundles the extension. Node gets real lazily loaded chunks, the web worker host gets one file: its `require` knows
 * nothing but `vscode`. `--watch` rebuilds on change, `--dev` leaves the code readable.
 */
import { rm } from 'node:fs/promises';
import { type BuildOptions, build, context, type Plugin, transform } from 'esbuild';

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

/**
 * esbuild splits only ESM, and VS Code of the supported range loads only CommonJS: so each ESM chunk is rewritten to
 * CommonJS after the split. `import()` in the source stays what it says: a file loaded when it is needed.
 */
const chunksToCommonJs: Plugin = {
  name: 'chunks-to-commonjs',
  setup(plugin) {
    plugin.initialOptions.write = false;
    plugin.onEnd(async (result) => {
      const { mkdir, writeFile } = await import('node:fs/promises');
      const { dirname } = await import('node:path');
      for (const file of result.outputFiles ?? []) {
        const map = file.path.endsWith('.map');
        const code = map
          ? file.text
          : (await transform(file.text, { format: 'cjs', minify: !dev, target: 'es2022' })).code;
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
  {
    ...common,
    entryPoints: { extension: 'src/extension.ts' },
    outdir: 'dist/web',
    platform: 'browser',
    format: 'cjs',
  },
];

await rm('dist', { recursive: true, force: true });
if (watch) {
  const contexts = await Promise.all(bundles.map((bundle) => context({ ...bundle, logLevel: 'info' })));
  await Promise.all(contexts.map((each) => each.watch()));
} else {
  await Promise.all(bundles.map((bundle) => build(bundle)));
}
