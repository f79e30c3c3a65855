import { assert } from 'chai';
import {
  ConfigurationTarget,
  commands,
  type Hover,
  type Location,
  MarkdownString,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { host } from './support/host';
import { openStudy, until } from './support/study';

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

async function set(key: string, value: unknown): Promise<void> {
  await workspace.getConfiguration('interviewStudy').update(key, value, ConfigurationTarget.Global);
}

describe(`jargon in the ${host} extension host`, () => {
  before(() => openStudy());

  const open = (content: string, language = 'plaintext') => workspace.openTextDocument({ content, language });

  it('offers what to do with a term, and how well it is known', async () => {
    const hover = await until(async () => hoverText(await open(text), 12));
    for (const id of ['openNote', 'quizCard', 'knowTerm', 'muteTerm'])
      assert.include(hover, `command:interviewStudy.${id}`);
    assert.include(hover, '*New*');
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
});
