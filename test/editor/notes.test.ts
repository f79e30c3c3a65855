import { assert } from 'chai';
import { Position, Uri, WorkspaceEdit, workspace } from 'vscode';
import type { InterviewStudyApi } from '../../api';
import { host } from './support/host';
import { findTopic, folder, openStudy, setNotes, until, writeFile } from './support/study';

describe(`notes in the ${host} extension host`, () => {
  let study: InterviewStudyApi;

  before(async () => {
    study = await openStudy();
  });

  after(() => setNotes([]));

  const topic = async (title: string) => findTopic(await study.topics(), title);

  it('has the built-in content at once', async () => {
    const kafka = await topic('Kafka');
    assert.ok(kafka && kafka.cards > 50);
    assert.ok(await topic('ZooKeeper'));
  });

  it('reads the notes of a folder', async () => {
    await setNotes(['notes']);
    await until(() => topic('What happens when a follower falls behind?'));
  });

  it('follows an edit before it is saved, a new file and a deleted one', async () => {
    const uri = await writeFile(
      'notes/fresh.md',
      '# Fresh\n\n### What is a raccoon?\n\nAn animal that washes its food.\n',
    );
    await setNotes(['notes']);
    await until(() => topic('What is a raccoon?'));

    const document = await workspace.openTextDocument(uri);
    const edit = new WorkspaceEdit();
    edit.insert(uri, new Position(document.lineCount, 0), '\n### What is a badger?\n\nAn animal that digs.\n');
    await workspace.applyEdit(edit);
    await until(() => topic('What is a badger?'), 5_000);
    await document.save();

    await writeFile('notes/newer.md', '# Newer\n\n### What is a heron?\n\nA bird that waits.\n');
    await until(() => topic('What is a heron?'));

    await workspace.fs.delete(Uri.joinPath(folder(), 'notes/newer.md'));
    await until(async () => !(await topic('What is a heron?')));
    assert.ok(await topic('What is a raccoon?'));
  });

  it('loses nothing over what can’t be read', async () => {
    await writeFile('odd/good.md', '# Good\n\n### What is an otter?\n\nAn animal that swims.\n');
    await writeFile(
      'odd/broken.md',
      '---\ntitle: [never closed\n: {\n---\n# Broken\n\n### What is a newt?\n\nAn animal.\n',
    );
    await writeFile(
      'odd/binary.md',
      new Uint8Array(4096).map((_, index) => index % 7),
    );
    await writeFile('odd/huge.md', `# Huge\n\n${'words and words '.repeat(1_400_000)}`);
    await writeFile('odd/empty.md', '');
    await setNotes(['odd', 'nowhere', '', '/no/such/place', 'notes']);
    await until(() => topic('What is an otter?'));
    await until(() => topic('What is a newt?'));
    await until(() => topic('What is a raccoon?'));
    assert.isUndefined(await topic('Huge'));
  });

  it('takes a pattern, and lets go of what is no longer named', async () => {
    await setNotes(['odd/g*.md']);
    await until(async () => !(await topic('What is a newt?')) && !(await topic('What is a raccoon?')));
    await until(() => topic('What is an otter?'));
    assert.ok(await topic('Kafka'));
  });
});
