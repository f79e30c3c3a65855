/**
 * esbuild splits only ESM, and VS Code of the supported range loads only CommonJS: so each ESM chunk is rewritten to CommonJS after the split.
 * `import()` in the source stays what it says: a file loaded when it is needed.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { build, type Metafile, type Plugin, type TransformOptions, transform } from 'esbuild';

/** Files by their names, all in one folder. */
type Files = Map<string, string>;

/** `import()` too becomes `require`: Node's own would not find the names that a minified CommonJS file exports. */
const commonJs = { format: 'cjs', target: 'es2022', supported: { 'dynamic-import': false } } as const;

export const chunksToCommonJs: Plugin = {
  name: 'chunks-to-commonjs',
  setup({ initialOptions, onEnd }) {
    initialOptions.write = false;
    initialOptions.metafile = true;
    const options: TransformOptions = { ...commonJs, minify: initialOptions.minify ?? false };
    onEnd(async ({ outputFiles = [], metafile }) => {
      const [first] = outputFiles;
      if (!first || !metafile) return;
      const files: Files = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
      // Joined files have no map, so whoever looks for a fault gets them as they are.
      if (initialOptions.minify) await joinStart(files, chunksOf('extension.js', metafile));
      await mkdir(dirname(first.path), { recursive: true });
      for (const [name, text] of files) {
        const code = name.endsWith('.js') ? (await transform(text, options)).code : text;
        await writeFile(join(dirname(first.path), name), code);
      }
    });
  },
};

/** The chunks that a file needs at once, and those that they need. */
function chunksOf(file: string, { outputs }: Metafile): string[] {
  const found = new Set<string>();
  const visit = (path: string) => {
    for (const each of outputs[path]?.imports ?? []) {
      if (each.external || each.kind !== 'import-statement' || found.has(each.path)) continue;
      found.add(each.path);
      visit(each.path);
    }
  };
  visit(Object.keys(outputs).find((path) => basename(path) === file)!);
  return [...found].map((path) => basename(path));
}

/**
 * What the start needs becomes one file, for each file more that is required costs it half a millisecond. The chunks in it stay as doors to it, for those that
 * are loaded later.
 */
async function joinStart(files: Files, chunks: readonly string[]): Promise<void> {
  const start = ["export * from './extension.js';"];
  for (const [index, chunk] of chunks.entries()) start.push(`export * as chunk${index} from './${chunk}';`);
  const { outputFiles } = await build({
    stdin: { contents: start.join('\n') },
    bundle: true,
    write: false,
    minify: true,
    target: 'es2022',
    format: 'esm',
    platform: 'node',
    external: ['vscode'],
    plugins: [inMemory(files, ['extension.js', ...chunks])],
  });
  files.set('extension.js', outputFiles[0]!.text);
  for (const [index, chunk] of chunks.entries()) {
    files.set(chunk, `module.exports = require('./extension.js').chunk${index};`);
  }
}

/** Lets a build find files that were never written; those that are not to be joined it leaves where they are. */
const inMemory = (files: Files, joined: readonly string[]): Plugin => ({
  name: 'in-memory',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\// }, ({ path }) =>
      joined.includes(basename(path)) ? { path: basename(path), namespace: 'memory' } : { path, external: true },
    );
    onLoad({ filter: /./, namespace: 'memory' }, ({ path }) => ({ contents: files.get(path) ?? '' }));
  },
});
