import { assert } from 'chai';
import { commands, type Hover, MarkdownString, type TextDocument, workspace } from 'vscode';
import { host } from './support/host';
import { openStudy, setNotes, until, writeFile } from './support/study';

/** The hovers of ours where `|` stands in the text. */
async function hoverIn(marked: string, language = 'plaintext'): Promise<{ text: string; covered: string } | undefined> {
  const offset = marked.indexOf('|');
  const document = await workspace.openTextDocument({ language, content: marked.replace('|', '') });
  return hoverAt(document, offset);
}

async function hoverAt(document: TextDocument, offset: number): Promise<{ text: string; covered: string } | undefined> {
  const hovers = await commands.executeCommand<Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    document.positionAt(offset),
  );
  for (const hover of hovers) {
    const [content] = hover.contents;
    const text =
      content instanceof MarkdownString ? content.value : String((content as { value?: string })?.value ?? content);
    if (text.includes('command:interviewStudy.')) return { text, covered: document.getText(hover.range) };
  }
  return undefined;
}

describe(`hovers in the ${host} extension host`, () => {
  before(() => openStudy());
  after(() => setNotes([]));

  const named: [marked: string, covered: string][] = [
    ['A Kafka partition: the |ISR shrinks.', 'ISR'],
    ['Kafka的I|SR机制，HW（高水位）推进', 'ISR'],
    ['Kafka的ISR机制，H|W（高水位）推进', 'HW'],
    ['Kafka: the L|EO of a follower', 'LEO'],
    ['Kafka: all In-Sync |Replicas have it.', 'In-Sync Replicas'],
    ['Kafka 的每个同步|副本都写入了', '同步副本'],
    ['replica.lag.|time.max.ms=30000', 'replica.lag.time.max.ms'],
  ];
  for (const [marked, covered] of named) {
    it(`explains ${covered} in “${marked}”`, async () => {
      const hover = await until(() => hoverIn(marked));
      assert.equal(hover.covered, covered);
    });
  }

  it('explains jargon in plain Java that says of no system that it is about it', async () => {
    for (const [marked, covered] of [
      ['// I|SR and HW', 'ISR'],
      ['// ISR and H|W', 'HW'],
      ['// LEO, In-Sync Rep|licas', 'In-Sync Replicas'],
      ['// 水位|线', '水位线'],
      ['import org.apache.kafka.clients.admin.Admin;\n// the water|mark', 'watermark'],
    ] as const) {
      assert.equal((await until(() => hoverIn(marked, 'java'))).covered, covered, marked);
    }
  });

  it('is silent on ordinary code', async () => {
    for (const marked of [
      'i|f (ready) return;',
      'if (ready) ret|urn;',
      'DIS|RUPT',
      'the HW|M of memory',
      'leader|board',
    ]) {
      assert.isUndefined(await hoverIn(marked, 'java'), marked);
    }
  });

  it('explains what the user’s own notes define', async () => {
    await writeFile(
      'notes/own.md',
      '# Zebra system\n\n## Terms\n\n- **ZBRX** (Zebra Exchange): The part that swaps stripes.\n',
    );
    await setNotes(['notes']);
    const hover = await until(() => hoverIn('In the Zebra system, ask the Z|BRX first.'));
    assert.include(hover.text, 'swaps stripes');
  });

  it('lets nothing of a note run or load', async () => {
    const evil =
      '[click](command:workbench.action.quit) <img src=x onerror=alert(1)> ![p](https://evil.example/p.png) <script>1</script>';
    await writeFile('notes/evil.md', `# Quagga\n\n## Terms\n\n- **QWXZ** (Quiet Exploit): Harmless words. ${evil}\n`);
    await setNotes(['notes']);
    const hover = await until(() => hoverIn('Quagga has the Q|WXZ here'));
    assert.notMatch(hover.text, /command:workbench|<img|<script|!\[/);
  });
});
