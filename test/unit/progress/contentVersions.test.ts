import assert from 'node:assert/strict';
import type { ProgressStore } from '../../../src/progress/store';
import { Library } from '../../../src/study/library';
import { readNote } from '../../../src/study/readNote';
import { MemoryFiles, MemoryState, openStore } from '../fakes/progress';

const start = 1_763_700_000_000;

const versions: readonly Readonly<Record<string, string>>[] = [
  {
    'kafka.md': `# Kafka

## Replication

### What is the ISR of a partition? {#isr}

The replicas that are caught up with the leader, the leader itself included.

### What does the high watermark say? {#high-watermark}

Up to which record all in-sync replicas have the log. Consumers read no further.

### How long does a broker keep records, and what removes them? {#retention}

Seven days by default. A segment goes when it is too old or the log too large, or is compacted by key.

## Old news

### Which process elected the controller before KRaft? {#old-election}

The broker that was the first to make its node in ZooKeeper.

## Terms

- ISR (In-Sync Replicas): the replicas that are caught up with the leader.
- LSO (Last Stable Offset): the end of what a consumer of committed records may read.
`,
  },
  // One question moved to another file and below another heading, one reworded, one split in two, one topic deleted, one term reworded, one gone.
  {
    'kafka.md': `# Kafka

## Copies of the data

### Which replicas belong to the in-sync set of a partition? {#isr}

The leader, and each follower that has fetched all of its log lately.

### How long does a broker keep records? {#retention}

Seven days by default.

### What removes old records? {#cleanup}

Segments are deleted when they are too old or too many, or compacted by key.

## Terms

- ISR (In-Sync Replicas): the set that a new leader is chosen from.
`,
    'consumers.md': `# Consumers

## Reading

### What does the high watermark say? {#high-watermark}

Up to which record all in-sync replicas have the log. Consumers read no further.
`,
  },
];

function libraryOf(notes: Readonly<Record<string, string>>, store?: ProgressStore): Library {
  const library = new Library();
  if (store) library.know(() => store.known);
  library.update(
    Object.entries(notes).map(([name, text]) => ({ uri: `content:/${name}`, builtIn: true, note: readNote(text) })),
    [],
  );
  return library;
}

/** Answers every card that a library has so many times. */
async function studyAll(store: ProgressStore, library: Library, times: number): Promise<void> {
  for (const [id, card] of library.cards) {
    const { key, print } = card.kind === 'term' ? card.term : card.card;
    for (let n = 1; n <= times; n++) {
      await store.add({ known: { id, kind: card.kind, key, print }, grade: 3, at: start + n * 60_000, took: 900 });
    }
  }
}

/** How often each card of a library was answered, by what it asks. */
function answered(store: ProgressStore, library: Library): Record<string, number> {
  return Object.fromEntries(
    [...library.cards].map(([id, card]) => [card.kind === 'term' ? card.term.name : id, store.schedule(id)?.reps ?? 0]),
  );
}

describe('content that changes with a version of the extension', () => {
  it('keeps the progress of cards that are moved, renamed, split and deleted (F8)', async () => {
    const files = new MemoryFiles();
    const state = new MemoryState();
    const { store: before } = await openStore(files, state);
    const [first, second] = versions;
    const all = libraryOf(first!, before);
    await studyAll(before, all, 2);
    assert.deepEqual(answered(before, all), {
      isr: 2,
      'high-watermark': 2,
      retention: 2,
      'old-election': 2,
      ISR: 2,
      LSO: 2,
    });

    const { store } = await openStore(files, state);
    assert.deepEqual(answered(store, libraryOf(second!, store)), {
      isr: 2,
      'high-watermark': 2,
      retention: 2,
      cleanup: 0,
      ISR: 2,
    });
    // Much is answered meanwhile, and folded; then what was gone is there again.
    const split = libraryOf(second!, store);
    await studyAll(store, split, 30);
    await store.settled();
    for (const place of [files, new MemoryFiles()]) {
      const { store: later } = await openStore(place, state);
      const back = answered(later, libraryOf(first!, later));
      assert.deepEqual([back['old-election'], back['LSO']], [2, 2]);
    }
  });
});
