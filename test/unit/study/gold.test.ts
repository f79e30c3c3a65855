import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect } from 'chai';

const repository = resolve(__dirname, '../../..');
const shared = resolve(repository, '../shared');

/** What the reader owes: precision and recall on real notes annotated by hand. */
const owed = [
  'topics.precision=0.98',
  'topics.recall=0.98',
  'cards.precision=0.95',
  'cards.recall=0.95',
  'terms.precision=0.92',
  'terms.recall=0.85',
  ...['label', 'block', 'table', 'config', 'bracket'].map((form) => `terms.${form}=0.95`),
  'gaps.precision=0.95',
  'gaps.recall=0.95',
  'mustNot=0',
].join(',');

describe('gold', () => {
  it('reads real notes as a person does', function () {
    if (!existsSync(join(shared, 'gold/score.mjs'))) {
      console.log('      skipped: no gold answers at ../shared/gold');
      this.skip();
    }
    const folder = mkdtempSync(join(tmpdir(), 'gold-'));
    try {
      for (const file of readdirSync(join(shared, 'seeds'))) {
        copyFileSync(join(shared, 'seeds', file), join(folder, file.replace(/\.txt$/, '.md')));
      }
      const tsx = join(repository, 'node_modules/.bin/tsx');
      const printed = execFileSync(tsx, [join(repository, 'scripts/notes.mts'), folder], { maxBuffer: 1 << 26 });
      const predictions = join(folder, 'predictions.json');
      writeFileSync(predictions, printed);
      expect(score(predictions)).equal('');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

/** What falls short, as the scorer says it; empty when nothing does. */
function score(predictions: string): string {
  try {
    execFileSync(process.execPath, [join(shared, 'gold/score.mjs'), '--min', owed, predictions], { stdio: 'pipe' });
    return '';
  } catch (error) {
    return String((error as { stderr?: Buffer }).stderr ?? error);
  }
}
