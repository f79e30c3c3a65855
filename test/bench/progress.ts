/**
 * Runs in a Node process of its own, so that each start is a first one. `start FOLDER` prints the milliseconds of a start over the progress in the
 * folder, `grade FOLDER COUNT` those of as many answers, one after the other, and of as many bare writes of the same bytes.
 */
import { readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { DiskFiles } from '../../src/host/diskFiles';
import { ProgressStore } from '../../src/progress/store';
import { manyCard } from '../unit/fakes/manyReviews';
import { fsrsScheduler } from '../unit/fakes/progress';

async function writeFlushed(path: string, text: string): Promise<void> {
  const file = await open(path, 'w');
  await file.writeFile(text);
  await file.datasync();
  await file.close();
}

function openStore(folder: string): Promise<ProgressStore> {
  const state = new Map<string, unknown>(Object.entries(JSON.parse(readFileSync(join(folder, 'state.json'), 'utf8'))));
  return ProgressStore.open({
    files: new DiskFiles(join(folder, 'progress')),
    backups: new DiskFiles(join(folder, 'backups')),
    state: {
      keys: () => [...state.keys()],
      get: (key) => state.get(key),
      // As VS Code does: the whole state as JSON.
      set: async (key, value) => {
        state.set(key, value);
        JSON.stringify(Object.fromEntries(state));
      },
      sync: () => undefined,
    },
    scheduler: fsrsScheduler,
    device: 'device',
    window: `bench${process.pid}`,
    now: Date.now,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms).unref()),
    onTrouble: (trouble) => {
      throw new Error(`${trouble.fault} ${trouble.where}`);
    },
  });
}

const [task, folder = '', count = '0'] = process.argv.slice(2);
const begin = performance.now();
const store = await openStore(folder);
const start = performance.now() - begin;
if (task === 'start') {
  console.log(JSON.stringify({ start, cards: store.schedules.size, reviews: store.tally.reviews }));
} else {
  const grades: number[] = [];
  const writes: number[] = [];
  for (let n = 0; n < Number(count); n++) {
    const known = manyCard(n * 7);
    const before = performance.now();
    await store.add({ known, grade: 3, at: Date.now(), took: 4_000 });
    const between = performance.now();
    await writeFlushed(join(folder, `bare-${n}`), 'x'.repeat(200));
    grades.push(between - before);
    writes.push(performance.now() - between);
    // Nobody answers faster; folds and copies happen in between, as they do.
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  console.log(JSON.stringify({ grades, writes }));
}
process.exit(0);
