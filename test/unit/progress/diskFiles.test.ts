import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DiskFiles } from '../../../src/host/diskFiles';

describe('a folder of progress on the disk', () => {
  let place: string;
  beforeEach(async () => {
    place = await mkdtemp(join(tmpdir(), 'interview-study-files-'));
  });
  afterEach(() => rm(place, { recursive: true }));

  it('holds whole files, comes by itself, and may be deleted', async () => {
    const folder = join(place, 'progress/inner');
    const files = new DiskFiles(folder);
    assert.deepEqual(await files.list(), []);
    await files.write('j-1', '进度');
    await files.write('j-2', 'two');
    await files.write('j-2', 'again');
    assert.deepEqual([...(await files.list())].sort(), ['j-1', 'j-2']);
    assert.equal(await files.read('j-1'), '进度');
    assert.equal(await files.read('j-2'), 'again');
    await files.remove('j-1');
    assert.deepEqual(await files.list(), ['j-2']);
    await assert.rejects(files.read('j-1'));
    await rm(folder, { recursive: true });
    await files.write('j-3', 'three');
    assert.deepEqual(await readdir(folder), ['j-3']);
  });

  it('says so when it can’t be read or written, and leaves nothing behind', async () => {
    const blocked = join(place, 'blocked');
    await writeFile(blocked, 'a file where the folder should be');
    const files = new DiskFiles(blocked);
    await assert.rejects(files.list());
    await assert.rejects(files.write('j-1', 'one'));
    await assert.rejects(new DiskFiles(place).write('no/such/place', 'one'));
    assert.deepEqual(await readdir(place), ['blocked']);
  });
});
