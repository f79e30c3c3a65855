import { assert } from 'chai';
import { extensions, Uri, workspace } from 'vscode';
// All that another extension has: the types that ship.
import type { ApiTopic, InterviewStudyApi } from '../../api';
import { extensionId, host } from './support/host';

describe(`the API as another extension sees it in the ${host} extension host`, () => {
  let api: InterviewStudyApi;

  before(async () => {
    const study = extensions.getExtension<InterviewStudyApi>(extensionId);
    api = (await study?.activate())!;
  });

  it('says which it is, and is what the extension exports', () => {
    assert.equal(api.version, 1);
    assert.strictEqual(extensions.getExtension<InterviewStudyApi>(extensionId)?.exports, api);
  });

  it('says what a term means, in both languages, and where that stands', async () => {
    const found = await api.lookUp('ISR');
    assert.includeMembers(
      found.map(({ language }) => language),
      ['en', 'zh'],
    );
    for (const { name, aliases, definition, system, uri, line } of found) {
      assert.include([name, ...aliases].join(), 'ISR');
      assert.equal(system, 'Kafka');
      assert.notMatch(definition, /[*`]|^$/);
      const note = await workspace.openTextDocument(Uri.parse(uri));
      assert.include(note.lineAt(line - 1).text, 'ISR');
    }
  });

  it('takes a term for one however it is written, but an acronym in capitals only', async () => {
    assert.isNotEmpty(await api.lookUp('in-sync replicas'));
    assert.isNotEmpty(await api.lookUp('同步副本'));
    assert.isEmpty(await api.lookUp('isr'));
    assert.isEmpty(await api.lookUp('a word that no note has'));
  });

  it('lists the topics with their cards', async () => {
    const check = ({ title, kind, uri, cards, known, due, children }: ApiTopic): void => {
      assert.isAtLeast(cards, Math.max(known, due), title);
      assert.equal(uri === undefined, kind === 'folder', title);
      children.forEach(check);
    };
    const topics = await api.topics();
    assert.isNotEmpty(topics);
    topics.forEach(check);
  });
});
