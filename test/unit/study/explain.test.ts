import assert from 'node:assert/strict';
import { explain } from '../../../src/study/explain';
import { gapGroups, markNoGap, notesWithGaps } from '../../../src/study/gapGroups';
import { Library } from '../../../src/study/library';
import { readNote } from '../../../src/study/readNote';

const text = `# Storage

## Caches

### What is a cache?

**Hit rate**: the share of reads that it answers.

### What are the steps of a read?

1. Ask the cache.
2. Ask the disk.

### Who invented it?

<!-- TODO look it up -->

## Ports

| System | Port |
| --- | --- |
| alpha | - |
| beta | 1 |

## History
`;

describe('what was read from a note', () => {
  it('is told line by line', () => {
    const told = explain(readNote(text)).map(({ line, what }) => `${line} ${what}`);
    assert.deepEqual(told, [
      '1 topic',
      '3 topic',
      '5 question',
      '7 term',
      '9 steps',
      '14 topic',
      '16 gap',
      '18 question',
      '22 gap',
      '25 gap',
    ]);
  });
});

describe('gaps', () => {
  const library = new Library();
  library.update([
    { uri: 'file:///notes/storage.md', builtIn: false, note: readNote(text) },
    { uri: 'interview-study:/en/x.md', builtIn: true, note: readNote('# X\n\n## Y\n') },
  ]);

  it('are grouped by topic, those of the person alone', () => {
    const groups = gapGroups(notesWithGaps(library)).map(
      ({ path, gaps }) => `${path.join(' / ')}: ${gaps.map((gap) => gap.title)}`,
    );
    assert.deepEqual(groups, ['Storage / Caches: Who invented it?', 'Storage / Ports: alpha', 'Storage: History']);
  });

  it('are none where the note says so, and say it where the quick fix writes it', () => {
    const lines = text.split('\n');
    for (const { line } of readNote(text).gaps) {
      const { at, text: mark } = markNoGap(lines[line - 1]!);
      lines[line - 1] = lines[line - 1]!.slice(0, at) + mark + lines[line - 1]!.slice(at);
    }
    const marked = readNote(lines.join('\n'));
    assert.deepEqual(marked.gaps, []);
    assert.deepEqual(
      marked.topics.map(({ title }) => title),
      readNote(text).topics.map(({ title }) => title),
    );
  });
});
