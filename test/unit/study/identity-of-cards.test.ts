import { expect } from 'chai';
import { keyOf } from '../../../src/study/key';
import { printDistance } from '../../../src/study/print';
import { readNote } from '../../../src/study/readNote';
import { simhash } from '../../../src/study/simhash';

const note = `# Kafka

## Replication

### What is the ISR?

The replicas of a partition that are caught up with its leader, the leader included.

### Who elects a new leader?

The controller, from the ISR, in the order of the list of replicas.
`;

/** Keys and prints of the cards by their questions. */
function cards(text: string) {
  return new Map(readNote(text).cards.map((card) => [card.question, card]));
}

const before = cards(note).get('What is the ISR?')!;

describe('content identity', () => {
  const same: [string, string][] = [
    ['CRLF', note.replaceAll('\n', '\r\n')],
    ['a BOM', `\ufeff${note}`],
    ['numbers', note.replace('### What', '### 3.1 What')],
    ['a moved section', note.replace('## Replication', '## Other\n\ntext\n\n## Copies')],
    ['case and space', note.replace('What is the ISR?', 'what is  the ISR ?')],
    ['full width', note.replace('ISR?', 'ISR？')],
    ['bold', note.replace('### What is the ISR?', '### **What is the ISR?**')],
    ['a lasting name', note.replace('What is the ISR?', 'What is the ISR? {#kafka-isr}')],
    ['another answer', note.replace(/The replicas of .*/, 'Those in sync.')],
  ];
  for (const [what, text] of same) {
    it(`stays with ${what}`, () => {
      expect(readNote(text).cards.map((card) => card.key)).include(before.key);
    });
  }

  it('is another for another question or kind', () => {
    expect(keyOf('question', 'What is C?')).not.equal(keyOf('question', 'What is C++?'));
    expect(keyOf('question', 'What is C?')).not.equal(keyOf('question', 'What is C#?'));
    expect(keyOf('question', '== or ===?')).not.equal(keyOf('question', '= or ==?'));
    expect(keyOf('question', 'a')).not.equal(keyOf('steps', 'a'));
    expect(keyOf('question', '?')).not.equal(keyOf('question', '!'));
    expect(keyOf('question', '什么是状态？')).equal(keyOf('question', '5. 什么是状态?'));
  });

  it('tells choices with one question apart by what they ask about', () => {
    const quiz = (code: string) => `# What is printed?\n\n\`\`\`js\n${code}\n\`\`\`\n\n- [ ] 1\n- [x] 2\n`;
    const [one, two] = [quiz('a'), quiz('b')].map((text) => readNote(text).cards[0]!.key);
    expect(one).not.equal(two);
  });

  it('takes the name of a heading for its own', () => {
    const [card] = readNote('# What? {#a-b}\n\nThat.\n').cards;
    expect([card?.question, card?.id]).deep.equal(['What?', 'a-b']);
  });
});

describe('simhash', () => {
  const { print } = before;
  const near = (text: string) => printDistance(print, [...cards(text).values()][0]!.print);

  it('is near for near texts and far for others', () => {
    expect(near(note.replace('caught up', 'cought up'))).lessThan(13);
    expect(near(note.replace('What is the ISR', 'What does ISR mean'))).lessThan(17);
    expect(printDistance(print, cards(note).get('Who elects a new leader?')!.print)).greaterThan(20);
  });

  it('is the same for the same text in other clothes', () => {
    expect(simhash('A **b** `c`\n d')).equal(simhash('a b c d'));
    expect(simhash('')).match(/^[\w-]{11}$/);
  });
});
