/**
 * Drives VS Code with the packaged extension, as users have it: the specs of `test/browser`.
 * `npm run browser -- [word…] [mocha options]`: only the files whose path contains a word.
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { packageVsix } from './package.mjs';
import { finish, root } from './processes.mjs';

const args = process.argv.slice(2);
const firstOption = args.findIndex((arg) => arg.startsWith('-'));
const words = firstOption < 0 ? args : args.slice(0, firstOption);
const options = firstOption < 0 ? [] : args.slice(firstOption);

const folder = join(root, 'test/browser');
const specs = (await readdir(folder, { recursive: true }))
  .filter((file) => file.endsWith('.spec.ts'))
  .map((file) => join(folder, file))
  .filter((path) => words.length === 0 || words.some((word) => path.includes(word)));
if (specs.length === 0) throw new Error(`No file in test/browser matches ${words.join(', ')}.`);

const vsix = process.env['INTERVIEW_STUDY_VSIX'] ?? (await packageVsix());
const { code } = await finish(
  process.execPath,
  [
    join(root, 'node_modules/mocha/bin/mocha.js'),
    '--config',
    join(folder, 'mocharc.json'),
    ...options,
    ...specs.sort(),
  ],
  { show: true, env: { ...process.env, INTERVIEW_STUDY_VSIX: vsix } },
);
process.exit(code);
