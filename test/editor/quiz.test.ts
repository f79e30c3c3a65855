import { assert } from 'chai';
import { type CodeLens, ConfigurationTarget, commands, TabInputWebview, window, workspace } from 'vscode';
import { host } from './support/host';
import { openStudy, setNotes, until, writeFile } from './support/study';

const text = '# Birds\n\n### What is a heron?\n\nA bird that waits.\n\n### What is a wren?\n\nA small bird.\n';

function quizTab() {
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.find(({ input }) => input instanceof TabInputWebview && input.viewType.includes('interviewStudy.quiz'));
}

describe(`the quiz in the ${host} extension host`, () => {
  const setLens = (on: boolean | undefined) =>
    workspace.getConfiguration('interviewStudy').update('codeLens.enabled', on, ConfigurationTarget.Workspace);

  before(() => openStudy());

  after(async () => {
    await setNotes([]);
    await setLens(undefined);
    const tab = quizTab();
    if (tab) await window.tabGroups.close(tab);
  });

  it('opens on a note, and on a card from the lens above its question', async () => {
    const uri = await writeFile('birds/birds.md', text);
    await setNotes(['birds']);
    await window.showTextDocument(uri);
    const lenses = async () =>
      (await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri)).filter(
        (lens) => lens.command?.command === 'interviewStudy.quizCard',
      );
    assert.deepEqual(await lenses(), []);
    await setLens(true);
    const found = await until(async () => {
      const now = await lenses();
      return now.length === 2 && now;
    });
    assert.deepEqual(
      found.map((lens) => lens.range.start.line),
      [2, 6],
    );

    await commands.executeCommand(found[0]!.command!.command, ...found[0]!.command!.arguments!);
    await until(async () => quizTab());
    await window.tabGroups.close(quizTab()!);
    await commands.executeCommand('interviewStudy.quizNote', uri);
    await until(async () => quizTab());
  });

  it('opens on what is due', async () => {
    const tab = quizTab();
    if (tab) await window.tabGroups.close(tab);
    await commands.executeCommand('interviewStudy.quizDue');
    await until(async () => quizTab());
  });
});
