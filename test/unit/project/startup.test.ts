import assert from 'node:assert/strict';
import { build } from 'esbuild';

/** What of the bundle VS Code loads to activate the extension: the entry, and what it imports other than by `import()`. */
async function loadedAtStart(): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: ['src/extension.ts'],
    outdir: 'dist/node',
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    splitting: true,
    external: ['vscode'],
    logLevel: 'silent',
  });
  const entry = Object.keys(metafile.outputs).find((file) => metafile.outputs[file]!.entryPoint === 'src/extension.ts');
  const loaded = new Set([entry!]);
  for (const file of loaded) {
    for (const { path, kind, external } of metafile.outputs[file]!.imports) {
      if (kind !== 'dynamic-import' && !external) loaded.add(path);
    }
  }
  return [...loaded].flatMap((file) => Object.keys(metafile.outputs[file]!.inputs));
}

describe('the start', () => {
  it('loads no library: neither Markdown, nor search, nor the scheduler', async () => {
    const inputs = await loadedAtStart();
    assert.ok(inputs.includes('src/extension.ts'));
    assert.deepEqual(
      inputs.filter((file) => file.includes('node_modules/')),
      [],
    );
  });
});
