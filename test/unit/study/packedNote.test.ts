import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';
import { readContent } from '../../../scripts/content/notes';
import type { StudyNote } from '../../../src/study/model';
import { packNote, unpackNote } from '../../../src/study/packedNote';
import { readNote } from '../../../src/study/readNote';

/** Through a file and back. */
function through(note: StudyNote): StudyNote {
  return unpackNote(JSON.parse(JSON.stringify(packNote(note))));
}

describe('a packed note', () => {
  const folder = 'test/fixtures/notes';
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.md'))) {
    it(`is the note again: ${file}`, () => {
      const note = readNote(readFileSync(`${folder}/${file}`, 'utf8'));
      expect(through(note)).deep.equal(note);
    });
  }

  it('is the note again: the built-in content', () => {
    for (const { note } of readContent('zh-cn').values()) expect(through(note)).deep.equal(note);
  });

  it('is the note again, whatever is in it', () => {
    const place = fc.nat(1000);
    const span = fc.record({ start: place, end: place });
    const card = {
      question: fc.string(),
      topic: fc.integer({ min: -1, max: 9 }),
      line: place,
      endLine: place,
      answer: span,
    };
    const identity = fc.record(
      { id: fc.string(), key: fc.string(), print: fc.string() },
      { requiredKeys: ['key', 'print'] },
    );
    const stem = fc.record({ stem: span }, { requiredKeys: [] });
    const spans = fc.array(span, { maxLength: 4 });
    const option = fc.record(
      { text: span, correct: fc.boolean(), explanation: span },
      { requiredKeys: ['text', 'correct'] },
    );
    const parts = fc.oneof(
      fc.record({ kind: fc.constant('question' as const) }),
      fc.record({ kind: fc.constant('steps' as const), steps: spans }),
      fc.record({ kind: fc.constant('cloze' as const), holes: spans }),
      fc.record({ kind: fc.constant('choice' as const), options: fc.array(option, { maxLength: 4 }) }),
    );
    const cards = fc.tuple(parts, fc.record(card), identity, stem).map((all) => Object.assign({}, ...all));
    const term = fc.record(
      {
        name: fc.string(),
        aliases: fc.array(fc.string(), { maxLength: 3 }),
        topic: place,
        line: place,
        moreLines: fc.array(place, { maxLength: 3 }),
        definition: span,
        form: fc.constantFrom('label', 'block', 'table', 'config', 'bracket', 'prose'),
        trap: span,
        picture: span,
      },
      { requiredKeys: ['name', 'aliases', 'topic', 'line', 'moreLines', 'definition', 'form'] },
    );
    const terms = fc.tuple(term, identity).map((all) => Object.assign({}, ...all));
    const topic = fc.record({ title: fc.string(), parent: fc.integer({ min: -1, max: 9 }), line: place });
    const none = { meta: { tags: [], context: [] }, language: 'en' as const, gaps: [], findings: [] };
    fc.assert(
      fc.property(fc.array(topic), fc.array(cards), fc.array(terms), (topics, cards, terms) => {
        const note: StudyNote = { ...none, topics, cards, terms };
        expect(through(note)).deep.equal(note);
      }),
    );
  });
});
