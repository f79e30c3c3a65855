import { assert } from 'chai';
import { Uri, workspace } from 'vscode';
import { StorageFiles } from '../../src/host/storageFiles';
import { folder } from './support/study';

describe('a folder of progress, by VS Code’s file system', () => {
  it('holds whole files, comes by itself, and may be deleted', async () => {
    const uri = Uri.joinPath(folder(), 'progress/inner');
    const files = new StorageFiles(uri);
    assert.deepEqual(await files.list(), []);
    await files.write('j-1', '进度');
    await files.write('j-2', 'two');
    await files.write('j-2', 'again');
    assert.sameMembers([...(await files.list())], ['j-1', 'j-2']);
    assert.equal(await files.read('j-1'), '进度');
    assert.equal(await files.read('j-2'), 'again');
    await files.remove('j-1');
    assert.deepEqual(await files.list(), ['j-2']);
    assert.equal(await outcome(files.read('j-1')), 'rejected');
    await workspace.fs.delete(uri, { recursive: true });
    await files.write('j-3', 'three');
    assert.deepEqual(await files.list(), ['j-3']);
  });

  it('says so when it can’t be written', async () => {
    const uri = Uri.joinPath(folder(), 'blocked');
    await workspace.fs.writeFile(uri, new TextEncoder().encode('a file where the folder should be'));
    assert.equal(await outcome(new StorageFiles(uri).write('j-1', 'one')), 'rejected');
  });
});

function outcome(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'fulfilled',
    () => 'rejected',
  );
}
