import assert from 'node:assert/strict';
import fc from 'fast-check';
import { knownOf } from '../../../src/quiz/known';
import { lineOf } from '../../../src/quiz/place';
import { identify, type Known } from '../../../src/study/identity';
import { keepNote } from '../../../src/study/keptNote';
import { Library, type LibraryCard } from '../../../src/study/library';
import { packNote } from '../../../src/study/packedNote';
import { readNote } from '../../../src/study/readNote';

const titles = ['What is a lease?', 'What is a lock?', 'What are the leases of a region?', 'Why two phases? {#phases}'];
const answers = [
  'It ends by itself after some time.',
  'It is held by one at a time.',
  'It ends by itself after a time.',
];

/** No two answers are the same: of two cards that are alike to the letter it does not matter which is which. */
const answer = fc
  .tuple(fc.constantFrom(...answers), fc.nat())
  .map(([words, day]) => `${words} So I read on day ${day}.`);
const card = fc.record({ title: fc.constantFrom(...titles), answer });
const text = fc
  .array(card, { maxLength: 3 })
  .map((cards) => cards.map(({ title, answer }) => `### ${title}\n\n${answer}\n`).join('\n'));
const uri = fc.constantFrom('file:///a.md', 'file:///b.md', 'file:///c.md');
const step = fc.oneof(
  fc.record({ what: fc.constant('write' as const), uri, text }),
  fc.record({ what: fc.constant('delete' as const), uri, text }),
  fc.record({ what: fc.constant('study' as const), nth: fc.nat(9) }),
);

/** Each card's identity and place. */
function places(cards: ReadonlyMap<string, LibraryCard>): string[] {
  return [...cards].map(([id, card]) => `${id} ${card.note.uri} ${card.kind} ${lineOf(card)}`).sort();
}

describe('the identities of a library', () => {
  it('are after any changes what they are when all is looked at anew', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const library = new Library();
        const known = new Map<string, Known>();
        const own = new Set<string>();
        library.know(() => [...known.values()]);
        for (const each of steps) {
          if (each.what === 'study') {
            const cards = [...library.cards.values()];
            const studied = cards[each.nth % Math.max(1, cards.length)];
            if (studied) known.set(studied.id, knownOf(studied));
          } else if (each.what === 'delete') {
            library.update([], [each.uri]);
          } else {
            library.update([{ uri: each.uri, builtIn: false, note: keepNote(packNote(readNote(each.text))) }]);
          }
          const anew = identify(library.notes, [...known.values()], own);
          assert.deepEqual(places(library.cards), places(anew));
        }
      }),
    );
  });
});
