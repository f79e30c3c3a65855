import { assert } from 'chai';
import { type CodeAction, ConfigurationTarget, commands, Range, Uri, window, workspace } from 'vscode';
import type { InterviewStudyApi } from '../../api';
import { host } from './support/host';
import { findTopic, folder, openStudy, setNotes, until, writeFile } from './support/study';

const note = (animal: string) => `# ${animal}s\n\n### What is a ${animal}?\n\nAn animal of the wood.\n`;

describe(`folders of notes in the ${host} extension host`, () => {
  let study: InterviewStudyApi;

  before(async () => {
    study = await openStudy();
  });

  after(async () => {
    await exclude(undefined);
    await setNotes([]);
  });

  const found = async (animal: string) => findTopic(await study.topics(), `What is a ${animal}?`);
  const gone = async (animal: string) => !(await found(animal));

  function exclude(globs: Readonly<Record<string, boolean>> | undefined) {
    return workspace.getConfiguration('files').update('exclude', globs, ConfigurationTarget.Workspace);
  }

  it('are read but for what files.exclude and .gitignore leave out, and anew when these change', async () => {
    await writeFile('garden/.gitignore', 'drafts/\n');
    await writeFile('garden/drafts/lynx.md', note('lynx'));
    await writeFile('garden/old/marten.md', note('marten'));
    await writeFile('garden/node_modules/kit/readme.md', note('ferret'));
    await writeFile('garden/hedgehog.md', note('hedgehog'));
    await exclude({ '**/old': true });
    await setNotes(['garden']);
    await until(() => found('hedgehog'));
    for (const animal of ['lynx', 'marten', 'ferret']) assert.isTrue(await gone(animal), animal);

    await exclude({ '**/old': false });
    await until(() => found('marten'));
    await writeFile('garden/.gitignore', 'old/\n');
    await until(() => found('lynx'));
    await until(() => gone('marten'));
  });

  it('are followed when a note or a folder is renamed, moved in or deleted', async () => {
    await writeFile('park/fox.md', note('fox'));
    await writeFile('outside/deep/deer.md', note('deer'));
    await setNotes(['park']);
    const fox = await until(() => found('fox'));

    await workspace.fs.rename(at('park/fox.md'), at('park/reynard.md'));
    await until(async () => (await found('fox'))?.uri !== fox.uri && (await found('fox')));

    await workspace.fs.rename(at('outside'), at('park/inside'));
    await until(() => found('deer'));
    await workspace.fs.rename(at('park/inside'), at('park/within'));
    await until(async () => (await found('deer'))?.uri?.includes('/within/'));
    await workspace.fs.delete(at('park/within'), { recursive: true });
    await until(() => gone('deer'));
    assert.ok(await found('fox'));
  });

  it('have gaps, which a quick fix marks as not wanted, and undo brings back', async () => {
    const uri = await writeFile('park/gaps.md', '# Owls\n\n## What do owls hear?\n\n## What do owls eat?\n\nMice.\n');
    await setNotes(['park']);
    const document = await workspace.openTextDocument(uri);
    await window.showTextDocument(document);
    const fixes = async () => {
      const line = new Range(2, 0, 2, 0);
      const actions = await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uri, line);
      return actions.filter(({ title }) => title.startsWith('Not a gap'));
    };
    const [fix] = await until(async () => ((await fixes()).length > 0 ? fixes() : undefined));
    assert.ok(await workspace.applyEdit(fix!.edit!));
    assert.equal(document.lineAt(2).text, '## What do owls hear? <!-- no gap -->');
    await until(async () => (await fixes()).length === 0);

    await commands.executeCommand('undo');
    assert.equal(document.lineAt(2).text, '## What do owls hear?');
    await until(async () => (await fixes()).length === 1);
    await document.save();
  });
});

function at(path: string): Uri {
  return Uri.joinPath(folder(), path);
}
