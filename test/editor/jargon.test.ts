import { assert } from 'chai';
import {
  ConfigurationTarget,
  commands,
  type Hover,
  type Location,
  MarkdownString,
  NotebookCellData,
  NotebookCellKind,
  NotebookData,
  TabInputWebview,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import { host } from './support/host';
import { openStudy, until, writeFile } from './support/study';

const text = 'Kafka: the ISR shrinks.\nThe ISR again, and the LEO.\n';

async function hoverText(document: TextDocument, offset: number): Promise<string | undefined> {
  const hovers = await commands.executeCommand<Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    document.positionAt(offset),
  );
  const texts = hovers.flatMap(({ contents }) =>
    contents.map((content) => (content instanceof MarkdownString ? content.value : String(content))),
  );
  return texts.find((each) => each.includes('command:interviewStudy.'));
}

async function set(key: string, value: unknown, target = ConfigurationTarget.Global): Promise<void> {
  await workspace.getConfiguration('interviewStudy').update(key, value, target);
}

async function setFor(languageId: string, key: string, value: unknown): Promise<void> {
  await workspace
    .getConfiguration('interviewStudy', { languageId })
    .update(key, value, ConfigurationTarget.Global, true);
}

describe(`jargon in the ${host} extension host`, () => {
  before(() => openStudy());

  const open = (content: string, language = 'plaintext') => workspace.openTextDocument({ content, language });

  it('offers what to do with a term, and how well it is known', async () => {
    const hover = await until(async () => hoverText(await open(text), 12));
    for (const id of ['openNote', 'quizCard', 'knowTerm', 'muteTerm'])
      assert.include(hover, `command:interviewStudy.${id}`);
    assert.include(hover, '· New');
  });

  it('shows one hover, on the term alone', async () => {
    const document = await open('Kafka的ISR机制');
    await until(() => hoverText(document, 7));
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      document.positionAt(7),
    );
    assert.deepEqual(
      hovers.map(({ range }) => document.getText(range)),
      ['ISR'],
    );
  });

  it('is silent where a term is muted, until that is taken back', async () => {
    const document = await open(text);
    await until(() => hoverText(document, 12));
    try {
      await set('hover.muted', { 'kafka/ISR': ['everywhere'] });
      assert.isUndefined(await hoverText(document, 12));
      await set('hover.muted', { 'kafka/ISR': ['java'] });
      assert.isDefined(await hoverText(document, 12));
    } finally {
      await set('hover.muted', undefined);
    }
    assert.isDefined(await hoverText(document, 12));
  });

  it('explains in comments and strings only, where the setting says so', async () => {
    const document = await open('int ISR; // the ISR of Kafka', 'java');
    await until(() => hoverText(document, 17));
    try {
      await set('hover.where', 'commentsAndStrings');
      assert.isUndefined(await hoverText(document, 5));
      assert.isDefined(await hoverText(document, 17));
    } finally {
      await set('hover.where', undefined);
    }
  });

  it('is silent where the user’s settings say so or the workspace’s', async () => {
    const document = await open(text);
    await until(() => hoverText(document, 12));
    try {
      await set('hover.muted', { 'kafka/ISR': ['plaintext'] });
      await set('hover.muted', { 'kafka/ISR': ['java'] }, ConfigurationTarget.Workspace);
      assert.isUndefined(await hoverText(document, 12));
      assert.isUndefined(await hoverText(await open(`// ${text}`, 'java'), 15));
    } finally {
      await set('hover.muted', undefined, ConfigurationTarget.Workspace);
      await set('hover.muted', undefined);
    }
    assert.isDefined(await hoverText(document, 12));
  });

  it('explains what the settings of a language want explained in it', async () => {
    const code = 'ISR = 1 # the ISR of Kafka';
    const python = await open(code, 'python');
    const ruby = await open(code, 'ruby');
    const shown = async () => [
      await Promise.all([1, 15].map(async (offset) => (await hoverText(python, offset)) !== undefined)),
      await Promise.all([1, 15].map(async (offset) => (await hoverText(ruby, offset)) !== undefined)),
    ];
    await until(() => hoverText(python, 15));
    try {
      await setFor('python', 'hover.where', 'commentsAndStrings');
      assert.deepEqual(await shown(), [
        [false, true],
        [true, true],
      ]);
      await setFor('python', 'hover.enabled', false);
      assert.deepEqual(await shown(), [
        [false, false],
        [true, true],
      ]);
    } finally {
      await setFor('python', 'hover.where', undefined);
      await setFor('python', 'hover.enabled', undefined);
    }
    assert.deepEqual(await shown(), [
      [true, true],
      [true, true],
    ]);
  });

  it('speaks the language of the content at once when that is changed', async () => {
    const document = await open(text);
    try {
      await set('language', 'zh-cn');
      await until(async () => (await hoverText(document, 12))?.includes('Kafka › 术语'));
      await set('language', 'en');
      await until(async () => (await hoverText(document, 12))?.includes('Kafka › Terms'));
    } finally {
      await set('language', undefined);
    }
  });

  it('leads from a term in a comment to the note, and leaves code to its language', async () => {
    const document = await open('int ISR; // the ISR of Kafka', 'java');
    const definitions = (offset: number) =>
      commands.executeCommand<Location[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        document.positionAt(offset),
      );
    const [place] = await until(async () => {
      const found = await definitions(17);
      return found.length > 0 ? found : undefined;
    });
    assert.include(place!.uri.path, 'kafka.md');
    const note = await workspace.openTextDocument(place!.uri);
    assert.include(note.lineAt(place!.range.start.line).text, 'ISR');
    assert.isEmpty(await definitions(5));
  });

  it('goes from one occurrence to the next', async () => {
    const editor = await window.showTextDocument(await open(text));
    const found = {
      places: [
        [text.indexOf('ISR'), 14],
        [text.lastIndexOf('ISR'), 31],
      ],
    };
    for (const line of [0, 1, 0]) {
      await commands.executeCommand('interviewStudy.nextOccurrence', found);
      assert.equal(editor.selection.start.line, line);
      assert.equal(editor.document.getText(editor.selection), 'ISR');
    }
  });

  it('explains in documents of every kind: untitled, of another scheme, a notebook’s cell', async () => {
    const provider = workspace.registerTextDocumentContentProvider('elsewhere', {
      provideTextDocumentContent: () => text,
    });
    try {
      const elsewhere = await workspace.openTextDocument(Uri.parse('elsewhere:/repository/README'));
      const untitled = await workspace.openTextDocument(Uri.parse('untitled:/notes/draft.txt'));
      const edited = await window.showTextDocument(untitled);
      await edited.edit((builder) => builder.insert(untitled.positionAt(0), text));
      const cells = [new NotebookCellData(NotebookCellKind.Code, `# ${text}`, 'python')];
      const notebook = await workspace.openNotebookDocument('jupyter-notebook', new NotebookData(cells));
      assert.isDefined(await until(() => hoverText(elsewhere, 12)), 'another scheme');
      assert.isDefined(await until(() => hoverText(untitled, 12)), 'untitled');
      assert.isDefined(await until(() => hoverText(notebook.cellAt(0).document, 14)), 'notebook');
    } finally {
      provider.dispose();
    }
  });

  it('follows what a build file above says, as it is edited', async () => {
    const pom = (dependency: string) =>
      `<project><dependencies><dependency><artifactId>${dependency}</artifactId></dependency></dependencies></project>`;
    await writeFile('built/pom.xml', pom('guava'));
    const document = await workspace.openTextDocument(await writeFile('built/src/A.java', '// the HW is reached\n'));
    assert.isUndefined(await hoverText(document, 8));
    await writeFile('built/pom.xml', pom('kafka-clients'));
    await until(() => hoverText(document, 8));
    await writeFile('built/pom.xml', pom('guava'));
    await until(async () => (await hoverText(document, 8)) === undefined);
  });

  it('leads to definitions where the setting says so', async () => {
    const document = await open('int ISR; // the ISR of Kafka', 'java');
    const count = async (offset: number) =>
      (
        await commands.executeCommand<Location[]>(
          'vscode.executeDefinitionProvider',
          document.uri,
          document.positionAt(offset),
        )
      ).length;
    try {
      await set('definitions', 'everywhere');
      await until(async () => (await count(5)) > 0);
      await set('definitions', 'off');
      assert.deepEqual([await count(5), await count(17)], [0, 0]);
    } finally {
      await set('definitions', undefined);
    }
  });

  it('counts a term as known that a person says they know', async () => {
    const document = await open('Kafka: the LEO of a replica');
    const link = /command:interviewStudy\.knowTerm\?([^)]*)/.exec((await until(() => hoverText(document, 12))) ?? '');
    const [id] = JSON.parse(decodeURIComponent(link![1]!)) as string[];
    void commands.executeCommand('interviewStudy.knowTerm', id);
    await until(async () => !(await hoverText(document, 12))?.includes('· New'));
  });

  it('mutes a term in a file by the link of its hover, and the settings keep it', async () => {
    const uri = await writeFile('muted/a.txt', text);
    const document = await workspace.openTextDocument(uri);
    const link = /command:interviewStudy\.muteTerm\?([^)]*)/.exec((await until(() => hoverText(document, 12))) ?? '');
    void commands.executeCommand('interviewStudy.muteTerm', ...(JSON.parse(decodeURIComponent(link![1]!)) as string[]));
    const settings = () => workspace.getConfiguration('interviewStudy').inspect<object>('hover.muted')?.workspaceValue;
    try {
      await until(async () => {
        await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return settings();
      });
      assert.match(JSON.stringify(settings()), /"kafka\/ISR":\["file:[^"]*muted\/a.txt"\]/);
      assert.isUndefined(await hoverText(document, 12));
      assert.isDefined(await hoverText(await open(text), 12));
    } finally {
      await workspace
        .getConfiguration('interviewStudy')
        .update('hover.muted', undefined, ConfigurationTarget.Workspace);
    }
    assert.isDefined(await hoverText(document, 12));
  });

  it('asks the terms of the file', async () => {
    await window.showTextDocument(await open(text));
    await commands.executeCommand('interviewStudy.quizFile');
    const quiz = () =>
      window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .find(({ input }) => input instanceof TabInputWebview && input.viewType.includes('interviewStudy.quiz'));
    await window.tabGroups.close(await until(async () => quiz()));
  });
});
