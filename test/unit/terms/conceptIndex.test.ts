import { expect } from 'chai';
import fc from 'fast-check';
import type { LibraryNote } from '../../../src/study/library';
import { ConceptIndex } from '../../../src/terms/conceptIndex';
import { atOnce } from '../../../src/terms/steps';
import { noteOf } from './notes';

/** The concepts of an index, as text: system, names, and where each is defined. */
function told(index: ConceptIndex): string[] {
  return atOnce(index.concepts()).map(
    ({ system, names, definitions }) =>
      `${system.id}: ${names.join(', ')} (${definitions.map(({ note, term }) => `${note.uri} ${term.line}`).join(', ')})`,
  );
}

/** The concepts of an index that was given these notes one after the other. */
function toldAfter(...states: readonly (readonly LibraryNote[])[]): string[] {
  const index = new ConceptIndex();
  for (const notes of states) atOnce(index.update(notes));
  return told(index);
}

const name = fc.constantFrom('ISR', 'isr', 'HW', 'LEO', '同步副本', '高水位', 'watermark', 'lag');
const id = fc.constantFrom('kafka-isr', 'kafka-hw');
const names = fc.uniqueArray(name, { minLength: 1, maxLength: 3 });
const term = fc.oneof(names, fc.record({ id, names }));
const place = fc.record({ system: fc.constantFrom('kafka', 'flink'), uri: fc.constantFrom('a', 'b', 'c', 'd', 'e') });
const note = fc
  .tuple(place, fc.array(term, { maxLength: 4 }))
  .map(([where, terms]) => noteOf({ ...where, builtIn: false, terms }));
const library = fc
  .uniqueArray(note, { selector: ({ uri }) => uri, maxLength: 5 })
  .map((notes) => notes.toSorted((a, b) => (a.uri < b.uri ? -1 : 1)));

describe('the index of concepts', () => {
  it('takes out what a changed note no longer says', () => {
    const other = noteOf({ system: 'kafka', uri: 'b', terms: [['HW']] });
    const before = noteOf({ system: 'kafka', uri: 'a', terms: [['ISR'], ['LEO']] });
    const after = noteOf({ system: 'kafka', uri: 'a', terms: [['ISR', '同步副本']] });
    expect(toldAfter([before, other], [after, other])).eql(['kafka: ISR, 同步副本 (a 10)', 'kafka: HW (b 10)']);
  });

  it('takes apart what only a note that is gone has joined', () => {
    const one = noteOf({ system: 'kafka', uri: 'a', terms: [['ISR']] });
    const link = noteOf({ system: 'kafka', uri: 'b', terms: [['ISR', '同步副本']] });
    const two = noteOf({ system: 'kafka', uri: 'c', terms: [['同步副本']] });
    expect(toldAfter([one, link, two])).eql(['kafka: ISR, 同步副本 (a 10, b 10, c 10)']);
    expect(toldAfter([one, link, two], [one, two])).eql(['kafka: ISR (a 10)', 'kafka: 同步副本 (c 10)']);
  });

  it('is after any changes what it would be of the last notes alone', () => {
    fc.assert(
      fc.property(fc.array(library, { maxLength: 4 }), library, fc.boolean(), (earlier, last, twice) => {
        // Some notes are the same objects as before, as they are in a library.
        const states = twice ? [...earlier, last.slice(1), last] : [...earlier, last];
        expect(toldAfter(...states)).eql(toldAfter(last));
      }),
    );
  });
});
