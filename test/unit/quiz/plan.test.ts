import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Mark } from '../../../src/progress/progress';
import { CardIndex } from '../../../src/quiz/cardIndex';
import { nextDue as nextDueOf, type PlanLimits, plan as planOf } from '../../../src/quiz/plan';
import { spread } from '../../../src/quiz/questions/spread';
import type { Scope } from '../../../src/quiz/scope';
import type { Schedule } from '../../../src/schedule/types';
import { Library, type LibraryCard } from '../../../src/study/library';
import { readNote } from '../../../src/study/readNote';
import { cardsOf, FakeNote, schedule, topic } from './fakes';

const hour = 3_600_000;
const day = 24 * hour;
const now = 100 * day + 12 * hour;
const limits = { now, day: { start: 100 * day, end: 101 * day }, newPerDay: 3, newToday: 0, favoured: [] as string[] };

type Cards = ReadonlyMap<string, LibraryCard>;
type Schedules = ReadonlyMap<string, Schedule>;

function plan(cards: Cards, schedules: Schedules, scope: Scope, within: PlanLimits, ahead?: boolean) {
  return planOf({ index: new CardIndex(cards), schedules, marks: new Map() }, scope, within, ahead);
}

function nextDue(cards: Cards, schedules: Schedules, after: number) {
  return nextDueOf({ index: new CardIndex(cards), schedules, marks: new Map() }, after);
}

describe('plan', () => {
  const kafka = new FakeNote('file:///kafka.md', [topic('Kafka'), topic('Replication', 0), topic('Storage', 0)]);
  for (const [index, id] of ['a', 'b', 'c', 'd', 'e', 'f'].entries()) {
    kafka.question(id, `Question ${id}?`, 'Because.', index % 3);
  }
  const cards = cardsOf(kafka);
  const reviewed = (entries: Record<string, Partial<Schedule>>) =>
    new Map(Object.entries(entries).map(([id, part]) => [id, schedule(part)]));

  it('asks what is due, the most forgotten first, then new cards up to the limit of the day', () => {
    const schedules = reviewed({
      a: { due: now - day, lastReview: now - 11 * day, stability: 10 },
      b: { due: now - day, lastReview: now - 3 * day, stability: 2 },
      c: { due: now + 3 * day, lastReview: now },
    });
    assert.deepEqual(plan(cards, schedules, { kind: 'due' }, limits), {
      cards: ['b', 'a', 'd', 'e', 'f'],
      due: 2,
      learning: 0,
      fresh: 3,
      ahead: false,
    });
    assert.deepEqual(plan(cards, schedules, { kind: 'due' }, { ...limits, newToday: 2 }).cards, ['b', 'a', 'd']);
    assert.deepEqual(plan(cards, schedules, { kind: 'due' }, { ...limits, newToday: 9 }).cards, ['b', 'a']);
  });

  it('counts a card as due on the whole of its day of study (F24), not on the next', () => {
    const schedules = reviewed({ a: { due: limits.day.end - 1 }, b: { due: limits.day.end } });
    assert.deepEqual(plan(cards, schedules, { kind: 'due' }, { ...limits, newPerDay: 0 }).cards, ['a']);
  });

  it('asks a card in a learning step after everything else while its minutes are not over (F25)', () => {
    const schedules = reviewed({
      a: { phase: 'learning', due: now + 5 * 60_000, lastReview: now, stability: 0.2 },
      b: { phase: 'relearning', due: now - 1, lastReview: now - 10 * 60_000, stability: 1 },
      c: { due: now - 9 * day, lastReview: now - 30 * day, stability: 1 },
    });
    assert.deepEqual(plan(cards, schedules, { kind: 'due' }, { ...limits, newPerDay: 1 }).cards, ['b', 'c', 'd', 'a']);
  });

  it('plans alike whatever was planned before: cards answered, taken back, set anew between two plans', () => {
    const step = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'gone'),
      due: fc.option(fc.integer({ min: -5, max: 5 })),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const schedules = new Map<string, Schedule>();
        const index = new CardIndex(cards);
        for (const { id, due } of steps) {
          if (due === null) schedules.delete(id);
          else schedules.set(id, schedule({ due: now + due * day, lastReview: now - 9 * day }));
          const again = planOf({ index, schedules, marks: new Map() }, { kind: 'due' }, limits);
          assert.deepEqual(again, plan(cards, schedules, { kind: 'due' }, limits));
        }
      }),
    );
  });

  it('plans with the cards that the library holds now', () => {
    const library = new Library();
    const note = (text: string) => ({ uri: 'file:///a.md', builtIn: false, note: readNote(text) });
    library.update([note('# A\n\n### What is the first?\n\nOne.\n')]);
    const before = CardIndex.of(library);
    assert.equal(CardIndex.of(library), before);
    assert.equal(before.cards.size, 1);
    library.update([note('# A\n\n### What is the first?\n\nOne.\n\n### What is the second?\n\nTwo.\n')]);
    assert.equal([...CardIndex.of(library).byNote.values()].flat().length, 2);
  });

  it('takes a topic with its subtopics, and the whole note', () => {
    const ids = (index: number) =>
      plan(cards, new Map(), { kind: 'topic', uri: 'file:///kafka.md', topic: index }, { ...limits, newPerDay: 9 })
        .cards.toSorted()
        .join('');
    assert.equal(ids(1), 'be');
    assert.equal(ids(0), 'abcdef');
    assert.equal(ids(-1), 'abcdef');
    assert.deepEqual(plan(cards, new Map(), { kind: 'topic', uri: 'file:///gone.md', topic: 0 }, limits).cards, []);
  });

  it('gives all cards that were named, once, and passes over those that are gone', () => {
    const scope = { kind: 'cards' as const, ids: ['f', 'gone', 'a', 'f', 'b', 'c'] };
    assert.deepEqual(plan(cards, new Map(), scope, { ...limits, newPerDay: 1 }).cards.toSorted(), ['a', 'b', 'c', 'f']);
  });

  it('practises ahead where a topic has nothing due (F25), and only when asked in the whole library', () => {
    const schedules = new Map([...cards.keys()].map((id, index) => [id, schedule({ due: now + (9 - index) * day })]));
    const topicScope = { kind: 'topic' as const, uri: 'file:///kafka.md', topic: 1 };
    assert.deepEqual(plan(cards, schedules, topicScope, limits), {
      cards: ['e', 'b'],
      due: 0,
      learning: 0,
      fresh: 0,
      ahead: true,
    });
    assert.deepEqual(plan(cards, schedules, { kind: 'due' }, limits).cards, []);
    assert.deepEqual(plan(cards, schedules, { kind: 'due' }, limits, true).cards, ['f', 'e', 'd']);
    assert.equal(plan(new Map(), schedules, { kind: 'due' }, limits, true).ahead, false);
  });

  it('goes on with new cards of the note begun last, then the user’s own, with terms among the questions', () => {
    const own = new FakeNote('file:///own.md', [topic('Own'), topic('Topic', 0)]);
    const builtIn = new FakeNote('ext:///a.md', [topic('A')], { builtIn: true });
    builtIn.question('x', 'X?');
    for (const [index, id] of ['q1', 'q2', 'q3', 'q4'].entries()) own.question(id, `What is ${id}?`, 'It.', index % 2);
    for (const id of ['t1', 't2']) own.term(id, `Name ${id}`, 'Definition.', { topic: -1 });
    const all = cardsOf(builtIn, own);
    const wide = { ...limits, newPerDay: 9 };
    assert.deepEqual(plan(all, new Map(), { kind: 'due' }, wide).cards, ['q1', 'q2', 't1', 'q3', 'q4', 't2', 'x']);

    builtIn.question('y', 'Y?');
    const begun = reviewed({ y: { due: now + 5 * day, lastReview: now - day } });
    assert.equal(plan(cardsOf(own, builtIn), begun, { kind: 'due' }, limits).cards[0], 'x');
  });

  it('lets a first session of ten meet choices, which stand at the end of their topics', () => {
    const note = new FakeNote('file:///kafka.md', [
      topic('Kafka'),
      topic('Log', 0),
      topic('Producer', 0),
      topic('Terms', 0),
    ]);
    for (const at of [1, 2]) {
      for (let i = 0; i < 9; i++) note.question(`q${at}${i}`, `Question ${at}${i}?`, 'Because.', at);
      for (let i = 0; i < 3; i++)
        note.choice(`c${at}${i}`, `Which ${at}${i}?`, [{ text: 'a', correct: true }, { text: 'b' }], at);
    }
    for (let i = 0; i < 24; i++) note.term(`t${i}`, `Name ${i}`, 'Definition.', { topic: 3 });
    const first = plan(cardsOf(note), new Map(), { kind: 'due' }, { ...limits, newPerDay: 24 }).cards;
    const kinds = first.map((id) => id[0]).join('');
    assert.match(kinds.slice(0, 10), /c/);
    assert.equal(kinds.match(/c/g)?.length, 3, 'the choices of the first topic, none of the second');
  });

  it('offers a backlog in sessions of 200, the most forgotten first', () => {
    const old = new FakeNote('file:///old.md', [topic('Old')]);
    for (let i = 0; i < 300; i++) old.question(`o${i}`, `Question ${i}?`);
    const schedules = new Map([...old.cards.keys()].map((id, index) => [id, schedule({ stability: 1 + index })]));
    const backlog = plan(cardsOf(old), schedules, { kind: 'due' }, limits);
    assert.deepEqual([backlog.cards.length, backlog.cards[0], backlog.due], [200, 'o0', 300]);
    assert.ok(!backlog.cards.includes('o250'));
  });

  it('does not put siblings next to one another', () => {
    const order = plan(cards, new Map(), { kind: 'due' }, { ...limits, newPerDay: 6 }).cards;
    const topics = order.map((id) => cards.get(id)!.topic);
    for (let i = 1; i < topics.length; i++) assert.notEqual(topics[i], topics[i - 1]);

    const mixed = new FakeNote('file:///isr.md', [topic('A'), topic('B'), topic('C')]);
    mixed.question('what', 'How does the ISR shrink?', 'Because.', 0);
    mixed.term('isr', 'ISR', 'In-sync replicas.', { topic: 1 });
    mixed.question('other', 'Who elects?', 'The controller.', 2);
    assert.deepEqual(plan(cardsOf(mixed), new Map(), { kind: 'due' }, { ...limits, newPerDay: 9 }).cards, [
      'what',
      'other',
      'isr',
    ]);
  });

  it('says when the next card comes due', () => {
    const schedules = reviewed({
      a: { due: now + 2 * day },
      b: { due: now + day },
      c: { due: now - 1 },
      gone: { due: now + 1 },
    });
    assert.equal(nextDue(cards, schedules, now), now + day);
    assert.equal(nextDue(cards, new Map(), now), undefined);
  });
});

describe('spread', () => {
  it('keeps every item, and parts siblings where one of another kind is left', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 60 }), (kinds) => {
        const items = kinds.map((kind, index) => ({ kind, index }));
        const out = spread(items, (a, b) => a.kind === b.kind);
        assert.deepEqual(
          out.map((item) => item.index).toSorted((a, b) => a - b),
          items.map((item) => item.index),
        );
        const clash = out.findIndex((item, i) => i > 0 && item.kind === out[i - 1]!.kind);
        if (clash >= 0) assert.equal(new Set(out.slice(clash).map((item) => item.kind)).size, 1);
      }),
    );
  });
});

describe('plan, of cards that are not to be asked today', () => {
  const note = new FakeNote('file:///kafka.md', [topic('Kafka')]);
  for (const id of ['a', 'b', 'c']) note.question(id, `Why ${id}?`);
  const studied = (marks: Record<string, Mark>, schedules: Record<string, Schedule> = {}) => ({
    index: new CardIndex(cardsOf(note)),
    schedules: new Map(Object.entries(schedules)),
    marks: new Map(Object.entries(marks)),
  });
  const seconds = now / 1000;

  it('leaves out the suspended for good and the buried for the day', () => {
    const marks: Record<string, Mark> = {
      a: { at: seconds - 99 * 86_400, hold: 'suspended' },
      b: { at: seconds - 60, hold: 'buried' },
      c: { at: seconds - 86_400, hold: 'buried' },
    };
    assert.deepEqual(planOf(studied(marks), { kind: 'due' }, limits).cards, ['c']);
    const due = { a: schedule({ due: now - 1 }), b: schedule({ due: now - 1 }) };
    const { cards, due: count } = planOf(studied(marks, due), { kind: 'due' }, limits);
    assert.deepEqual([cards, count], [['c'], 0]);
    assert.equal(nextDueOf(studied(marks, { a: schedule({ due: now + 1 }) }), now), undefined);
  });

  it('asks the one card that a person names, suspended or not', () => {
    const marks: Record<string, Mark> = { a: { at: seconds, hold: 'suspended' } };
    assert.deepEqual(planOf(studied(marks), { kind: 'cards', ids: ['a'] }, limits).cards, ['a']);
    assert.deepEqual(planOf(studied(marks), { kind: 'cards', ids: ['a', 'b'] }, limits).cards, ['b']);
  });
});

describe('plan, of cards about one fact', () => {
  const english = new FakeNote('file:///en.md', [topic('Kafka')]);
  english.question('what', 'What is the ISR, and who decides who is in it?');
  english.term('isr', 'ISR', 'The replicas that are caught up.', { aliases: ['In-Sync Replicas', '同步副本'] });
  english.question('why', 'Why does the ISR shrink?');
  const chinese = new FakeNote('file:///zh.md', [topic('Kafka')]);
  chinese.term('tongbu', '同步副本', '与 leader 保持同步的副本。');
  chinese.question('shenme', '什么是同步副本？');
  const cards = cardsOf(english, chinese);
  const scope = { kind: 'due' } as const;

  it('asks one of them a day: a term, the question what it is, the same in the other language', () => {
    const first = plan(cards, new Map(), scope, { ...limits, newPerDay: 9 }).cards;
    assert.deepEqual(first.toSorted(), ['what', 'why']);
  });

  it('asks none of them when one was asked today, and counts none as due', () => {
    const schedules = new Map([
      ['isr', schedule({ lastReview: limits.day.start, due: now + 9 * day })],
      ['shenme', schedule({ due: now - day })],
      ['why', schedule({ due: now - day })],
    ]);
    const today = plan(cards, schedules, scope, { ...limits, newPerDay: 9 });
    assert.deepEqual([today.cards, today.due], [['why'], 1]);
  });

  it('takes a question that is only a name for the question what it means', () => {
    const note = new FakeNote('file:///a.md', [topic('A')]);
    note.question('name', 'Map Join');
    note.term('term', 'MapJoin', 'A join on the map side.');
    assert.deepEqual(plan(cardsOf(note), new Map(), scope, limits).cards, ['name']);
  });

  it('lets what is being learnt come back the same day all the same', () => {
    const learning = { phase: 'learning', lastReview: now - hour, due: now - 1 } as const;
    const schedules = new Map([
      ['isr', schedule(learning)],
      ['what', schedule(learning)],
    ]);
    const today = plan(cards, schedules, scope, { ...limits, newPerDay: 0 });
    assert.deepEqual(today.cards.toSorted(), ['isr', 'what']);
  });

  it('leaves nothing out for a person who names the cards', () => {
    const ids = ['what', 'isr', 'tongbu'];
    assert.deepEqual(plan(cards, new Map(), { kind: 'cards', ids }, limits).cards.toSorted(), ids.toSorted());
  });
});

describe('plan, of the weakest', () => {
  it('asks what was forgotten most, then what is hardest, and leaves out what gave no trouble', () => {
    const note = new FakeNote('file:///kafka.md', [topic('A'), topic('B')]);
    for (const [index, id] of ['easy', 'hard', 'forgotten', 'often'].entries())
      note.question(id, `Why ${id}?`, 'It.', index % 2);
    const schedules = new Map([
      ['easy', schedule({ difficulty: 5, due: now + day })],
      ['hard', schedule({ difficulty: 7, due: now + 5 * day })],
      ['forgotten', schedule({ lapses: 1, due: now + day })],
      ['often', schedule({ lapses: 4, due: now - day })],
    ]);
    const weak = plan(cardsOf(note), schedules, { kind: 'weakest' }, limits);
    assert.deepEqual([weak.cards, weak.ahead], [['often', 'forgotten', 'hard'], true]);
  });
});

describe('plan, of what was hovered lately', () => {
  it('comes first among new cards, the latest first', () => {
    const note = new FakeNote('file:///kafka.md', [topic('A'), topic('B')]);
    for (const [index, id] of ['a', 'b', 'c', 'd'].entries()) note.question(id, `Why ${id}?`, 'It.', index % 2);
    const favoured = ['d', 'gone', 'c'];
    const { cards } = plan(cardsOf(note), new Map(), { kind: 'due' }, { ...limits, favoured });
    assert.deepEqual(cards, ['d', 'c', 'a']);
  });
});
