import { expect } from 'chai';
import fc from 'fast-check';
import { Matcher } from '../../../src/terms/matcher';

const word = fc.constantFrom(
  'leader',
  'Epoch',
  'epoch',
  'HW',
  'ISR',
  'log',
  'end',
  'offset',
  'Kafka',
  '高',
  '水位',
  '副本',
  '同步',
  'ack',
  'v2',
);
const joint = fc.constantFrom('', ' ', '-', '_', '.', '  ', '的', 's ', "'s ", '(', '\n');
const text = fc
  .array(fc.tuple(word, joint), { minLength: 1, maxLength: 30 })
  .map((parts) => parts.map((part) => part.join('')).join(''));
const name = fc.array(fc.tuple(word, fc.constantFrom('', ' ', '-', '.')), { minLength: 1, maxLength: 4 }).map((parts) =>
  parts
    .map((part) => part.join(''))
    .join('')
    .replace(/[-. ]+$/, ''),
);
const names = fc.uniqueArray(name, { minLength: 1, maxLength: 12 });

const letters = (written: string) => written.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const bare = (written: string) => letters(written).replace(/(es|s)$/, '');

describe('matcher, for any text and any names', () => {
  it('finds only what a name is written like', () => {
    fc.assert(
      fc.property(names, text, (list, content) => {
        for (const { start, end, names: found } of new Matcher(list).all(content)) {
          expect(found).not.empty;
          for (const index of found) expect(bare(content.slice(start, end))).equal(bare(list[index]!));
        }
      }),
    );
  });

  it('gives at a position the longest of all matches that cover it', () => {
    fc.assert(
      fc.property(names, text, (list, content) => {
        const matcher = new Matcher(list);
        const all = matcher.all(content);
        for (let at = 0; at < content.length; at++) {
          const covering = all.filter(({ start, end }) => start <= at && at < end);
          const longest = Math.max(-1, ...covering.map(({ start, end }) => end - start));
          const found = matcher.at(content, at);
          expect(found ? found.end - found.start : -1).equal(longest);
          if (found) expect(all).deep.include(found);
        }
      }),
    );
  });

  it('finds no match inside another, and none inside a longer word', () => {
    fc.assert(
      fc.property(names, text, (list, content) => {
        let last = -1;
        for (const { start, end } of new Matcher(list).all(content)) {
          expect(end).greaterThan(last);
          last = end;
          const before = content.slice(Math.max(0, start - 1), start);
          const inside = content.slice(start, end);
          if (/^[a-z]/.test(inside)) expect(before).not.match(/[a-z]/);
          if (/[a-z]$/.test(inside)) expect(content.slice(end, end + 1)).not.match(/[a-z]/);
        }
      }),
    );
  });

  it('finds every name that stands alone, as it is written', () => {
    fc.assert(
      fc.property(name, (written) => {
        fc.pre(letters(written).length > 1);
        const [match] = new Matcher([written]).all(`x ${written} x`);
        expect(match && `x ${written} x`.slice(match.start, match.end)).equal(written);
      }),
    );
  });

  it('hides nothing by what is refused', () => {
    fc.assert(
      fc.property(names, text, fc.nat(11), (list, content, refused) => {
        const kept = list.filter((_, index) => index !== refused);
        const filtered = new Matcher(list).all(content, (index) => index !== refused);
        const without = new Matcher(kept).all(content);
        expect(filtered.map(({ start, end }) => [start, end])).eql(without.map(({ start, end }) => [start, end]));
      }),
    );
  });

  it('stands any text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), fc.string({ unit: 'binary' }), (list, content) => {
        const matcher = new Matcher(list);
        for (const { start, end } of matcher.all(content)) expect(end).greaterThan(start);
        for (let at = 0; at <= content.length; at++) matcher.at(content, at);
      }),
    );
  });
});
