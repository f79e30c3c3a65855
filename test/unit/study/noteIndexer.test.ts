import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Files } from '../../../src/study/files';
import { Library } from '../../../src/study/library';
import { NoteCache } from '../../../src/study/noteCache';
import { type NoteFiles, NoteIndexer, type NoteReading } from '../../../src/study/noteIndexer';
import { packNote } from '../../../src/study/packedNote';
import { readNote } from '../../../src/study/readNote';
import { scanTopics } from '../../../src/study/scan';

/** A folder in memory: of notes, or of a cache. */
class Folder implements Files, NoteFiles {
  readonly files = new Map<string, string>();
  readonly failures: string[] = [];
  clock = 1;
  readonly #times = new Map<string, number>();

  put(name: string, text: string): void {
    this.files.set(name, text);
    this.clock += 1;
    this.#times.set(name, this.clock);
  }

  async list() {
    return [...this.files.keys()];
  }
  async read(name: string) {
    const text = this.files.get(name);
    if (text === undefined) throw new Error(`no ${name}`);
    return text;
  }
  async write(name: string, text: string) {
    this.files.set(name, text);
  }
  async remove(name: string) {
    this.files.delete(name);
  }

  async stat(uri: string) {
    const text = this.files.get(uri);
    return text === undefined ? undefined : { mtime: this.#times.get(uri)!, size: text.length };
  }
  async open(uri: string) {
    const [stamp, text] = [await this.stat(uri), this.files.get(uri)];
    return stamp && { stamp, bytes: new TextEncoder().encode(text) };
  }
  readonly edited = new Map<string, string>();
  unsaved(uri: string) {
    return this.edited.get(uri);
  }
  failed(uri: string) {
    this.failures.push(uri);
  }
}

/** Reads at once, and keeps a list of what it was asked for. */
class Reader implements NoteReading {
  readonly asked: string[] = [];

  async scan(bytes: Uint8Array) {
    const text = new TextDecoder().decode(bytes);
    this.asked.push(`scan ${/\w+/.exec(text)?.[0]}`);
    return packNote(scanTopics(text));
  }
  async read(bytes: Uint8Array, known?: string) {
    const text = new TextDecoder().decode(bytes);
    if (text.includes('deadly')) throw new Error('The worker died.');
    if (text === known) {
      this.asked.push(`same ${/\w+/.exec(text)?.[0]}`);
      return { hash: text, note: undefined };
    }
    this.asked.push(`read ${/\w+/.exec(text)?.[0]}`);
    return { hash: text, note: packNote(readNote(text)) };
  }
}

const noteOf = (name: string) => `# ${name}\n\n## What is ${name}?\n\nIt is a word.\n`;

class Start {
  readonly library = new Library();
  readonly reader = new Reader();
  readonly indexer: NoteIndexer;
  readonly #notes: Folder;
  wanted: string[] = [];
  cancelled = false;
  reports: string[] = [];

  constructor(notes: Folder, cache: Folder, version = '1') {
    this.#notes = notes;
    this.indexer = new NoteIndexer(this.library, notes, this.reader, new NoteCache(cache, version));
  }

  async index(): Promise<void> {
    await this.indexer.index([...this.#notes.files.keys()], {
      wanted: () => this.wanted.pop(),
      cancelled: () => this.cancelled,
      report: (done, all) => this.reports.push(`${done}/${all}`),
    });
  }

  cards(): string[] {
    return this.library.notes.flatMap(({ note }) => note.cards.map((card) => card.question));
  }
}

describe('indexing notes', () => {
  const notes = new Folder();
  const cache = new Folder();
  beforeEach(() => {
    notes.files.clear();
    cache.files.clear();
    for (const name of ['alpha', 'beta', 'gamma']) notes.put(`file:///${name}.md`, noteOf(name));
  });

  it('reads what is there, and says how far it is', async () => {
    const start = new Start(notes, cache);
    await start.index();
    assert.deepEqual(start.cards(), ['What is alpha?', 'What is beta?', 'What is gamma?']);
    assert.deepEqual(start.reports, ['0/3', '3/3']);
  });

  it('parses nothing the second time', async () => {
    await new Start(notes, cache).index();
    const second = new Start(notes, cache);
    await second.index();
    assert.deepEqual(second.reader.asked, []);
    assert.equal(second.cards().length, 3);
  });

  it('parses only what changed, not what was merely touched, and forgets what is gone', async () => {
    await new Start(notes, cache).index();
    notes.put('file:///alpha.md', noteOf('alphabet'));
    notes.put('file:///beta.md', noteOf('beta'));
    notes.files.delete('file:///gamma.md');
    const second = new Start(notes, cache);
    await second.index();
    assert.deepEqual(second.reader.asked.toSorted(), ['read alphabet', 'same beta']);
    assert.deepEqual(second.cards(), ['What is alphabet?', 'What is beta?']);
    const third = new Start(notes, cache);
    await third.index();
    assert.deepEqual(third.reader.asked, []);
  });

  it('takes nothing from another version, nor from damaged files', async () => {
    await new Start(notes, cache).index();
    const other = new Start(notes, cache, '2');
    await other.index();
    assert.equal(other.reader.asked.length, 3);
    for (const name of cache.files.keys()) if (name.endsWith('.json')) cache.put(name, '[{"uri":"file:///alpha.md"},');
    const damaged = new Start(notes, cache, '2');
    await damaged.index();
    assert.equal(damaged.cards().length, 3);
  });

  it('shows the topics of many notes before it reads any, and reads first what is waited for', async () => {
    for (let i = 0; i < 60; i += 1) notes.put(`file:///n${i}.md`, noteOf(`n${i}`));
    const start = new Start(notes, cache);
    start.wanted = ['file:///n42.md'];
    await start.index();
    assert.ok(start.reader.asked.slice(0, 63).every((each) => each.startsWith('scan')));
    assert.equal(start.reader.asked[63], 'read n42');
    assert.equal(start.cards().length, 63);
  });

  it('keeps what it has when it is stopped', async () => {
    for (let i = 0; i < 60; i += 1) notes.put(`file:///n${i}.md`, noteOf(`n${i}`));
    const start = new Start(notes, cache);
    start.reader.read = async (bytes) => {
      start.cancelled = true;
      const text = new TextDecoder().decode(bytes);
      return { hash: text, note: packNote(readNote(text)) };
    };
    await start.index();
    assert.equal(start.library.notes.length, 63);
    assert.ok(start.cards().length < 10);
    assert.ok(start.library.notes.every(({ note }) => note.topics.length === 2));
  });

  it('goes on when a note can not be read', async () => {
    notes.put('file:///bad.md', '# deadly\n');
    const start = new Start(notes, cache);
    await start.index();
    assert.deepEqual(notes.failures, ['file:///bad.md']);
    assert.equal(start.cards().length, 3);
  });

  it('reads a note again when it has changed', async () => {
    const start = new Start(notes, cache);
    await start.index();
    notes.put('file:///beta.md', noteOf('theta'));
    await start.indexer.again('file:///beta.md');
    assert.deepEqual(start.cards(), ['What is alpha?', 'What is theta?', 'What is gamma?']);
  });

  it('goes back to what the file says when an edit is thrown away', async () => {
    const start = new Start(notes, cache);
    await start.index();
    notes.edited.set('file:///beta.md', noteOf('theta'));
    await start.indexer.again('file:///beta.md');
    notes.edited.clear();
    await start.indexer.again('file:///beta.md');
    assert.deepEqual(start.cards(), ['What is alpha?', 'What is beta?', 'What is gamma?']);
  });

  it('brings back notes that were taken out of the setting and put in again', async () => {
    const start = new Start(notes, cache);
    await start.index();
    await start.indexer.index([], { wanted: () => undefined, cancelled: () => false, report: () => undefined });
    assert.deepEqual(start.cards(), []);
    await start.index();
    assert.equal(start.cards().length, 3);
  });
});

describe('a quick scan', () => {
  const folder = join(__dirname, '../../fixtures/notes');
  const texts = readdirSync(folder).flatMap((name) =>
    name.endsWith('.md') ? [readFileSync(join(folder, name), 'utf8')] : [],
  );

  it('finds nearly all topics: those in indented text and without a mark come with the full reading', () => {
    let all = 0;
    let found = 0;
    for (const text of texts) {
      const scanned = new Set(scanTopics(text).topics.map(({ title, line }) => `${line} ${title}`));
      const { topics } = readNote(text);
      all += topics.length;
      found += topics.filter(({ title, line }) => scanned.has(`${line} ${title}`)).length;
      // And none that is not there.
      assert.ok(scanned.size <= topics.length, `${[...scanned]}`);
    }
    assert.ok(found >= all * 0.93, `${found} of ${all}`);
  });
});
