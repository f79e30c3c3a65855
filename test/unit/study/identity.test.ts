import assert from 'node:assert/strict';
import { identify, type Known } from '../../../src/study/identity';
import type { LibraryNote } from '../../../src/study/library';
import { readNote } from '../../../src/study/readNote';

const note = (uri: string, text: string): LibraryNote => ({ uri, builtIn: false, note: readNote(text) });

const before = `# Kafka

### What is the ISR of a partition?

The replicas that are caught up with the leader of the partition, the leader itself included, and can be elected.

### How does a consumer group balance its partitions?

A coordinator among the brokers hands the partitions out to the members whenever one comes or goes.
`;

/** The identities that a note's questions have once they have been studied. */
function studied(notes: LibraryNote[]): Known[] {
  return [...identify(notes, [])].map(([id, card]) => {
    const { key, print } = card.kind === 'term' ? card.term : card.card;
    return { id, kind: card.kind, key, print };
  });
}

function questions(notes: LibraryNote[], known: Known[]): Map<string, string> {
  const cards = [...identify(notes, known)].filter(([, card]) => card.kind === 'question');
  return new Map(cards.map(([id, card]) => [card.kind === 'term' ? '' : card.card.question, id]));
}

describe('the identity of a card', () => {
  const known = studied([note('file:///a.md', before)]);
  const ids = questions([note('file:///a.md', before)], known);
  const isr = ids.get('What is the ISR of a partition?')!;
  const group = ids.get('How does a consumer group balance its partitions?')!;

  function edited(text: string, uri = 'file:///a.md'): Map<string, string> {
    return questions([note(uri, text)], known);
  }

  const edits: [string, string, string?][] = [
    ['a moved and renamed file', before, 'file:///moved/b.md'],
    ['Windows line ends', before.replaceAll('\n', '\r\n')],
    ['a BOM', `\uFEFF${before}`],
    ['a renamed heading above', before.replace('# Kafka', '# Message queues')],
    ['a number before the question', before.replace('### What', '### 3. What')],
    ['another answer', before.replace(/The replicas that[^\n]*/, 'Leader and followers in sync.')],
    ['text in front', before.replace('# Kafka', '# Kafka\n\nNotes of a long evening.\n')],
  ];
  for (const [name, text, uri] of edits) {
    it(`survives ${name}`, () => {
      assert.equal(edited(text, uri).get('What is the ISR of a partition?'), isr);
      assert.equal(edited(text, uri).get('How does a consumer group balance its partitions?'), group);
    });
  }

  it('survives a typo that is put right', () => {
    assert.equal(
      edited(before.replace('of a partition?', 'of the partition?')).get('What is the ISR of the partition?'),
      isr,
    );
  });

  it('survives questions that change places', () => {
    const [head, first, second] = before.split(/(?=### )/);
    assert.deepEqual(edited(`${head}${second}\n${first}`), ids);
  });

  it('survives an answer that is made a list of steps', () => {
    const told =
      '# Q\n\n### What are the steps of a checkpoint?\n\nBarriers flow in. Every operator saves its state. The last one reports.\n';
    const listed = told.replace(
      /Barriers.*/,
      '1. Barriers flow in.\n2. Every operator saves its state.\n3. The last one reports.',
    );
    const [kept] = studied([note('file:///q.md', told)]);
    assert.equal(identify([note('file:///q.md', listed)], [kept!]).get(kept!.id)?.kind, 'steps');
  });

  it('is not taken by a card that stood beside it before', () => {
    const one =
      '### Which port does the first server take?\n\nIt takes port 2181, unless it is told to take another.\n';
    const two =
      '### Which port does the third server take?\n\nIt takes port 2183, unless it is told to take another.\n';
    const own = new Set<string>();
    const [kept] = studied([note('file:///q.md', one)]);
    identify([note('file:///q.md', `${one}\n${two}`)], [kept!], own);
    assert.ok(!identify([note('file:///q.md', two)], [kept!], own).has(kept!.id));
  });

  it('is not given to a question that merely stands in its place', () => {
    const other = before.replace(
      /### What[\s\S]*?(?=### How)/,
      '### What does a quota limit?\n\nThe bytes a client may send.\n\n',
    );
    const found = edited(other);
    assert.notEqual(found.get('What does a quota limit?'), isr);
    assert.equal(found.get('How does a consumer group balance its partitions?'), group);
  });

  it('tells one question in two notes apart, in whatever order they come', () => {
    const flink = `# Flink\n\n### What is a checkpoint?\n\nA snapshot of the state of all operators, taken by barriers that flow with the data.\n`;
    const spark = `# Spark\n\n### What is a checkpoint?\n\nAn RDD saved to reliable storage, so that its lineage can be cut there.\n`;
    const both = [note('file:///flink.md', flink), note('file:///spark.md', spark)];
    const knownBoth = studied(both).filter((each) => each.kind === 'question');
    assert.equal(new Set(knownBoth.map((each) => each.id)).size, 2);
    const moved = [note('file:///1.md', spark), note('file:///2.md', flink)];
    const cards = identify(moved, knownBoth);
    for (const each of knownBoth) {
      const card = cards.get(each.id);
      assert.ok(card && card.kind === 'question' && card.card.print === each.print);
    }
  });

  it('written in the note stands whatever else changes', () => {
    const named = `### Old words {#kafka-isr}\n\nOld answer.\n`;
    const renamed = `### Quite other words {#kafka-isr}\n\nQuite another answer.\n`;
    assert.ok(identify([note('file:///a.md', named)], []).has('kafka-isr'));
    assert.ok(identify([note('file:///b.md', renamed)], []).has('kafka-isr'));
  });
});
