import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, normalize, sep } from 'node:path';

const core = ['notes', 'study', 'terms', 'schedule', 'quiz', 'progress'];
/** Which folder may import a library that the project keeps in one place. */
const onlyIn: Record<string, string> = {
  'ts-fsrs': 'schedule',
  'fuse.js': 'terms',
  unified: 'notes',
  'remark-parse': 'notes',
};

interface Import {
  readonly file: string;
  readonly from: string;
}

function filesBelow(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => /\.tsx?$/.test(name)).map((name) => join(folder, name));
}

function importsBelow(folder: string): Import[] {
  return filesBelow(folder).flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    const found = text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g);
    return [...found].map((match) => ({ file, from: match[1]! }));
  });
}

/** The folder below `src` that a relative import leads to. */
function folderOf({ file, from }: Import): string | undefined {
  if (!from.startsWith('.')) return undefined;
  return normalize(join(dirname(file), from)).split(sep)[1];
}

describe('the layers', () => {
  const all = importsBelow('src');

  it('are what is looked at', () => {
    assert.ok(all.length > 100);
  });

  for (const folder of core) {
    it(`${folder} knows no editor and no Node`, () => {
      const outside = importsBelow(join('src', folder)).filter(
        (each) =>
          each.from === 'vscode' ||
          each.from.startsWith('node:') ||
          builtinModules.includes(each.from) ||
          (folderOf(each) !== undefined && !core.includes(folderOf(each)!)),
      );
      assert.deepEqual(outside, []);
    });
  }

  it('views and host do not know each other', () => {
    const views = importsBelow('src/views').filter((each) => folderOf(each) === 'host');
    const host = importsBelow('src/host').filter((each) => folderOf(each) === 'views');
    assert.deepEqual([...views, ...host], []);
  });

  it('each library has one place', () => {
    const strays = all.filter(
      (each) => onlyIn[each.from] !== undefined && !each.file.includes(`${sep}${onlyIn[each.from]}${sep}`),
    );
    assert.deepEqual(strays, []);
  });

  it('only what a person asks to write is written into their files: reviewing edits no note (F11)', () => {
    const writing = /\bWorkspaceEdit\b|\.edit\(|\bwriteFile\b|\bfs\.(?:rename|delete|copy)\b/;
    const writers = filesBelow('src').filter((file) => writing.test(readFileSync(file, 'utf8')));
    assert.deepEqual(writers.map((file) => file.split(sep).slice(1).join('/')).sort(), [
      // The progress, in the extension's own folder.
      'host/diskFiles.ts',
      'host/progressState.ts',
      'host/storageFiles.ts',
      // Add Term, the quick fix of a gap, Export Progress.
      'views/hover/addTerm.ts',
      'views/notes/gapsView.ts',
      'views/progress/progressTransfer.ts',
    ]);
  });

  it('of the extension, a page in a webview knows the messages only', () => {
    const inward = importsBelow('media').filter(
      (each) => each.from.includes('/src/') && !/src\/(quiz\/protocol|terms\/pageJargon)$/.test(each.from),
    );
    assert.deepEqual(inward, []);
  });
});
