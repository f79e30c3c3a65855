import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { readNote } from '../../../src/study/readNote';
import { summary } from './summary';

const folder = join(__dirname, '../../fixtures/notes');

/** `UPDATE_FIXTURES=1 npx mocha test/unit/study/fixtures.test.ts` writes what is read now; look at the difference before you commit it. */
const update = process.env['UPDATE_FIXTURES'] === '1';

describe('notes in every style', () => {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.md'))) {
    it(file, () => {
      const text = readFileSync(join(folder, file), 'utf8');
      const read = summary(text, readNote(text));
      const expected = join(folder, file.replace(/\.md$/, '.json'));
      if (update) writeFileSync(expected, `${JSON.stringify(read, undefined, 2)}\n`);
      expect(read).deep.equal(JSON.parse(readFileSync(expected, 'utf8')));
    });
  }
});
