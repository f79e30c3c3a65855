import { expect } from 'chai';
import fc from 'fast-check';
import { readNote } from '../../../src/study/readNote';
import { termInsertion } from '../../../src/terms/termInsertion';

function added(note: string, name = 'ISR (In-Sync Replicas)', definition = 'The replicas that are in sync.'): string {
  const { offset, text } = termInsertion(note, name, definition);
  return note.slice(0, offset) + text + note.slice(offset);
}

const item = '- **ISR** (In-Sync Replicas): The replicas that are in sync.';

describe('a term put into a note', () => {
  it('stands last in the section of terms', () => {
    expect(added('# Kafka\n\n## Terms\n\n- **HW**: x\n\n## More\n\ntext\n')).equal(
      `# Kafka\n\n## Terms\n\n- **HW**: x\n${item}\n\n## More\n\ntext\n`,
    );
    expect(added('## Terms\n\n- **HW**: x')).equal(`## Terms\n\n- **HW**: x\n${item}\n`);
    expect(added('## Terms')).equal(`## Terms\n\n${item}\n`);
  });

  it('stands in a section of its own where there is none', () => {
    expect(added('# Kafka\n\ntext')).equal(`# Kafka\n\ntext\n\n## Terms\n\n${item}\n`);
    expect(added('')).equal(`## Terms\n\n${item}\n`);
    expect(added('# 卡夫卡\n', 'ISR', '同步副本的集合')).equal('# 卡夫卡\n\n## 术语\n\n- **ISR**：同步副本的集合\n');
  });

  it('is read back as it was given, in any note, and its line is told', () => {
    const line = fc.constantFrom('# a', '## Terms', '### b', 'text', '', '- **HW**: water', '```', '~~~', '| a |');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const note = lines.join('\n');
        const { offset, text, line: at } = termInsertion(note, 'ZBRX (Zebra)', 'Swaps the stripes of two zebras.');
        const after = note.slice(0, offset) + text + note.slice(offset);
        expect(after.split('\n')[at - 1]).match(/^- \*\*ZBRX\*\* \(Zebra\): Swaps/);
        // In a fence that nobody closed all is code.
        if (lines.some((each) => /^(```|~~~)/.test(each))) return;
        const term = readNote(after).terms.find(({ name }) => name === 'ZBRX');
        expect(term?.aliases).eql(['Zebra']);
      }),
    );
  });
});
