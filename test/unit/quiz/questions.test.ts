import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ask, pose, type Shuffle } from '../../../src/quiz/questions/makeQuestion';
import { type Material, siblingTerms } from '../../../src/quiz/questions/material';
import { mask, mentions, nameMarkdown } from '../../../src/quiz/questions/names';
import { isRight } from '../../../src/quiz/questions/present';
import { blank, type ChoiceQuestion, type Question, type StepsQuestion } from '../../../src/quiz/questions/question';
import type { LibraryCard } from '../../../src/study/library';
import { cardsOf, FakeNote, schedule, topic } from './fakes';

const asIs: Shuffle = (items) => [...items];
const reversed: Shuffle = (items) => items.toReversed();

function materialOf(card: LibraryCard, ...notes: readonly FakeNote[]): Material {
  return {
    card,
    siblings: siblingTerms(card, cardsOf(...notes).values()),
    texts: new Map(notes.map((note) => [note.note.uri, note.text])),
  };
}

function questionOf(
  card: LibraryCard,
  notes: readonly FakeNote[],
  shuffle = asIs,
  studied?: { stability: number; reps?: number },
) {
  const material = materialOf(card, ...notes);
  const asked = ask(material, studied && schedule(studied), shuffle);
  return asked && pose(asked, material);
}

/** Prints that differ from one another in about half of their bits. */
function farPrint(index: number): string {
  return ['AAAAAAAAAAA', '7777777AAAA', 'AAAA7777777', '7A7A7A7A7A7', 'A777AAA777A'][index % 5]!;
}

describe('questions', () => {
  let note: FakeNote;
  beforeEach(() => {
    note = new FakeNote('file:///kafka.md', [topic('Kafka'), topic('Terms', 0)]);
  });

  describe('of a card with an answer', () => {
    it('asks to recall it', () => {
      const question = questionOf(note.question('a', 'What is *this*?', 'A **log**.'), [note]);
      assert.deepEqual(question, {
        kind: 'reveal',
        task: 'recall',
        prompt: 'What is \\*this\\*\\?',
        answer: 'A **log**.',
      });
    });

    it('asks nothing where there is none', () => {
      assert.equal(questionOf(note.question('a', 'What?', ''), [note]), undefined);
      assert.equal(questionOf(note.question('b', 'What?', '<!-- TODO -->'), [note]), undefined);
    });
  });

  describe('with written options (F27)', () => {
    const options = [
      { text: 'one', correct: true, explanation: 'because of one' },
      { text: 'two', explanation: 'not two' },
      { text: 'three' },
    ];

    it('keeps each option’s truth and explanation wherever it is shown', () => {
      fc.assert(
        fc.property(fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), (order) => {
          const own = new FakeNote('file:///a.md', [topic('A')]);
          const shuffle: Shuffle = (items) => order.map((index) => items[index]!);
          const question = questionOf(own.choice('a', 'Which?', options), [own], shuffle) as ChoiceQuestion;
          for (const shown of question.options) {
            const { correct = false, explanation } = options.find((option) => option.text === shown.text)!;
            assert.equal(shown.correct, correct);
            assert.equal(shown.explanation, explanation);
          }
          assert.deepEqual(
            question.options.map((option) => option.text),
            order.map((index) => options[index]!.text),
          );
        }),
      );
    });

    it('asks for all right answers where there are several, and takes nothing less', () => {
      const card = note.choice('a', 'Which?', [
        { text: 'one', correct: true },
        { text: 'two', correct: true },
        { text: 'three' },
      ]);
      const question = questionOf(card, [note]) as ChoiceQuestion;
      assert.equal(question.task, 'chooseAll');
      assert.equal(question.multiple, true);
      assert.equal(isRight(question, { chosen: [1, 0] }), true);
      assert.equal(isRight(question, { chosen: [0] }), false);
      assert.equal(isRight(question, { chosen: [0, 1, 2] }), false);
    });

    it('leaves options that speak of the others at the end', () => {
      for (const last of ['All of the above', 'None of these', '以上都对', '以上都不对', 'Both A and B']) {
        const own = new FakeNote('file:///a.md', [topic('A')]);
        const card = own.choice('a', 'Which?', [
          { text: 'one' },
          { text: 'two' },
          { text: 'three' },
          { text: last, correct: true },
        ]);
        const question = questionOf(card, [own], reversed) as ChoiceQuestion;
        assert.equal(question.options.at(-1)!.text, last);
      }
    });

    it('does not shuffle options that are named by their letters', () => {
      const card = note.choice('a', 'Which?', [{ text: 'one' }, { text: 'two' }, { text: 'A and B', correct: true }]);
      const question = questionOf(card, [note], reversed) as ChoiceQuestion;
      assert.deepEqual(
        question.options.map((option) => option.text),
        ['one', 'two', 'A and B'],
      );
    });

    it('shows why without the marks of the quotation that it is written in', () => {
      const card = note.choice('a', 'Which?', [
        { text: 'one', correct: true, explanation: '> It is.\n  > It was.' },
        { text: 'two' },
      ]);
      const question = questionOf(card, [note]) as ChoiceQuestion;
      assert.equal(question.options[0]!.explanation, 'It is.\nIt was.');
    });

    it('asks nothing where two options read the same', () => {
      const card = note.choice('a', 'Which?', [{ text: 'one', correct: true }, { text: 'two' }, { text: '**one**' }]);
      assert.equal(questionOf(card, [note]), undefined);
    });
  });

  describe('of steps', () => {
    const written = ['Write the log', 'Sync the disk', 'Answer the client'];

    it('shows them out of order, and knows where each belongs', () => {
      const card = note.steps('a', 'How?', written);
      const question = questionOf(card, [note], reversed) as StepsQuestion;
      assert.deepEqual(question.steps, written.toReversed());
      assert.deepEqual(
        question.right.map((step) => question.steps[step]),
        written,
      );
      assert.equal(isRight(question, { chosen: question.right }), true);
      assert.equal(isRight(question, { chosen: [0, 1, 2] }), false);
    });

    it('never shows them in the right order', () => {
      const question = questionOf(note.steps('a', 'How?', written), [note], asIs) as StepsQuestion;
      assert.notDeepEqual(question.steps, written);
    });

    it('asks to recall them where they can’t be put in order', () => {
      const two = note.steps('a', 'How?', ['First this', 'Then that']);
      const same = note.steps('b', 'How?', ['Write', 'Sync', 'Write']);
      const many = note.steps(
        'c',
        'How?',
        Array.from({ length: 12 }, (_, index) => `Step number ${index}`),
      );
      for (const card of [two, same, many]) assert.equal(questionOf(card, [note])?.task, 'recall');
    });
  });

  describe('learnt well', () => {
    const options = [{ text: 'the leader', correct: true, explanation: 'It has the log.' }, { text: 'the controller' }];
    const grown = { stability: 30, reps: 5 };

    it('is a choice without its options, where the question can do without', () => {
      const question = questionOf(note.choice('a', 'Who takes the writes?', options), [note], asIs, grown)!;
      assert.deepEqual([question.kind, question.task], ['reveal', 'recall']);
      assert.match(question.answer, /the leader[\s\S]*It has the log/);
      for (const text of ['Which of these takes writes?', '下列哪个角色处理写入？', 'What is true of the leader?']) {
        assert.equal(questionOf(note.choice('b', text, options), [note], asIs, grown)?.kind, 'choice', text);
      }
    });

    it('is steps without their list', () => {
      const card = note.steps('a', 'How?', ['Write the log', 'Sync the disk', 'Answer the client']);
      assert.equal(questionOf(card, [note], asIs, grown)?.task, 'recall');
    });
  });

  it('fills a cloze only after the answer, and hides its length', () => {
    const card = note.cloze('a', 'Storage', 'A topic has ==partitions==, a partition has ==a leader==.', [
      'partitions',
      'a leader',
    ]);
    const question = questionOf(card, [note])!;
    assert.equal(question.prompt, `A topic has ${blank}, a partition has ${blank}.`);
    assert.equal(question.answer, 'A topic has \uE001partitions\uE002, a partition has \uE001a leader\uE002.');
  });

  describe('of a term', () => {
    const definitions: Record<string, string> = {
      leader: 'The replica that takes all the writes to its partition and serves the reads.',
      segment: 'A piece of a log on disk: a file with its indexes; only the last is written to.',
      quota: 'A limit on the bandwidth or the requests of a client, kept by each of the brokers.',
      tombstone: 'A record without a value: it tells compaction to remove what has the same key.',
      rebalance: 'The work of giving out partitions anew after a member of a group came or went.',
    };
    let terms: Map<string, LibraryCard>;
    beforeEach(() => {
      terms = new Map(
        Object.entries(definitions).map(([name, definition], index) => [
          name,
          note.term(name, name, definition, { topic: 1, termPrint: farPrint(index) }),
        ]),
      );
    });

    it('goes from choosing to naming to defining as it is learnt', () => {
      const task = (studied?: { stability: number; reps?: number }) =>
        questionOf(terms.get('leader')!, [note], asIs, studied)?.task;
      assert.equal(task(), 'chooseDefinition');
      assert.equal(task({ stability: 1, reps: 1 }), 'chooseName');
      assert.equal(task({ stability: 5, reps: 2 }), 'type');
      assert.equal(task({ stability: 5, reps: 3 }), 'name');
      assert.equal(task({ stability: 50, reps: 4 }), 'define');
      assert.equal(task({ stability: 50, reps: 5 }), 'type');
    });

    it('takes wrong answers from its siblings, one of them right', () => {
      const question = questionOf(terms.get('leader')!, [note]) as ChoiceQuestion;
      assert.equal(question.options.length, 4);
      assert.deepEqual(
        question.options.filter((option) => option.correct).map((option) => option.text),
        [definitions['leader']],
      );
    });

    it('takes wrong answers from terms without a print, as those of the built-in content', () => {
      const own = new FakeNote('file:///a.md', [topic('A')]);
      for (const [name, definition] of Object.entries(definitions)) own.term(name, name, definition, { termPrint: '' });
      own.term('chief', 'chief', definitions['leader']!.replace('all', 'any'), { termPrint: '' });
      const question = questionOf(own.cards.get('leader')!, [own]) as ChoiceQuestion;
      assert.equal(question.options.length, 4);
      assert.ok(
        question.options.every(({ text }) => !text.includes('takes any')),
        'one that says the same',
      );
    });

    it('asks for no term that the note only mentions, and takes none for a wrong answer', () => {
      const mentioned = note.term(
        'm',
        'mention',
        'Somewhere in a sentence a mention (by the way) is made of it, and no more.',
        {
          topic: 1,
          termPrint: 'xxxxxxxxxxx',
          form: 'bracket',
        },
      );
      assert.equal(questionOf(mentioned, [note]), undefined);
      assert.ok(!siblingTerms(terms.get('leader')!, note.cards.values()).some((each) => each.id === 'm'));
    });

    it('makes of fewer than three siblings a choice of two names, and of none no choice', () => {
      const own = new FakeNote('file:///a.md', [topic('A')]);
      const card = own.term('leader', 'leader', definitions['leader']!);
      own.term('quota', 'quota', definitions['quota']!, { termPrint: '___________' });
      own.term('segment', 'segment', definitions['segment']!, { termPrint: '_A_A_A_A_A_' });
      const question = questionOf(card, [own]) as ChoiceQuestion;
      assert.deepEqual([question.task, question.options.length], ['which', 2]);
      const lone = new FakeNote('file:///a.md', [topic('A')]);
      assert.equal(questionOf(lone.term('leader', 'leader', definitions['leader']!), [lone])?.task, 'define');
    });

    it('never offers what may be right too: the same name, a name inside the other, the same or a near definition', () => {
      const also = [
        note.term('x1', 'Leader', 'Something that is said in other words, for whatever reason there may be for it.', {
          topic: 1,
        }),
        note.term(
          'x2',
          'partition leader',
          'Again the same thing in other words, about as long as the others of them are.',
          { topic: 1 },
        ),
        note.term('x3', 'head', definitions['leader']!, { topic: 1 }),
        note.term('x4', 'chief', 'Yet another one, whose print is that of the right one and so says the same thing.', {
          topic: 1,
          termPrint: 'AAAAA______',
        }),
        note.term('x5', 'follower', 'A replica that copies what the leader of the partition has taken in before it.', {
          topic: 1,
        }),
      ];
      const material = materialOf(terms.get('leader')!, note);
      for (const studied of [undefined, schedule({ stability: 1, reps: 1 })]) {
        const asked = ask(material, studied, asIs);
        assert.ok(asked && 'options' in asked);
        for (const card of also) assert.ok(!asked.options.includes(card.id), card.id);
      }
    });

    it('gives nothing away by length or by the kind of name', () => {
      const own = new FakeNote('file:///a.md', [topic('A')]);
      const card = own.term('leader', 'leader', definitions['leader']!, { termPrint: '___________' });
      for (const name of ['quota', 'segment', 'rebalance'])
        own.term(name, name, `Too short beside it, number ${name.length}.`, { termPrint: 'AAAAAAAAAAA' });
      assert.equal(questionOf(card, [own])?.task, 'chooseName');
      for (const name of ['a.quota', 'b.segment', 'c.d.rebalance'])
        own.term(name, name, definitions['quota']!.replace('limit', name), { termPrint: 'BBBBBBBBBBB' });
      const question = questionOf(card, [own], asIs, { stability: 1, reps: 1 }) as ChoiceQuestion;
      assert.ok(question.options.every((option) => !option.text.includes('.')));
    });

    it('hides the names of each term in its definition', () => {
      const card = note.term(
        'isr',
        'ISR',
        'All in-sync replicas of a partition, 同步副本 in Chinese. Only ISRs may become leader.',
        {
          aliases: ['In-Sync Replicas', '同步副本'],
          topic: 1,
        },
      );
      const named = questionOf(card, [note], asIs, { stability: 5, reps: 2 }) as Question;
      assert.equal(named.task, 'type');
      assert.doesNotMatch(named.prompt, /ISR|in-sync|同步/i);
      assert.deepEqual(named.names, ['In-Sync Replicas', '同步副本']);
    });

    it('is typed only where its name is what one would type', () => {
      const definition = 'How long a follower may go without catching up before it is out.';
      const taskOf = (name: string) => {
        const own = new FakeNote('file:///a.md', [topic('A')]);
        return questionOf(own.term('t', name, definition), [own], asIs, { stability: 5, reps: 2 })?.task;
      };
      for (const name of ['ISR', '高水位', 'high watermark', 'exactly-once']) assert.equal(taskOf(name), 'type', name);
      for (const name of ['replica.lag.time.max.ms', 'a long name of very many words', 'at least once / 至少一次']) {
        assert.equal(taskOf(name), 'name', name);
      }
    });

    it('does not ask for the name of what says nothing without it', () => {
      const card = note.term('acks', 'acks', 'acks=all for all', { topic: 1 });
      assert.equal(questionOf(card, [note], asIs, { stability: 5, reps: 2 })?.task, 'define');
    });

    it('is only defined where its definition goes on with a sentence begun elsewhere', () => {
      for (const [index, text] of [
        'is 4; there is no reduce at all in it.',
        '误区： “它就是一条数据绝不处理第二次。”',
        ': that number is about 320 MiB in all',
      ].entries()) {
        const card = note.term(`f${index}`, `fragment${index}`, text, { topic: 1 });
        for (const studied of [undefined, { stability: 5, reps: 2 }]) {
          assert.equal(questionOf(card, [note], asIs, studied)?.task, 'define');
        }
      }
    });

    it('is not asked for by what says its name, however that is spaced', () => {
      const says: Record<string, string> = {
        'transaction.max.timeout.ms': 'The longest `transaction.timeout.ms` that a broker allows a client to have.',
        轻度汇总层: '轻度汇总的数据落到 OLAP 引擎里，供报表查询使用。',
      };
      for (const [name, definition] of Object.entries(says)) {
        const own = new FakeNote('file:///a.md', [topic('A')]);
        const card = own.term('t', name, definition);
        for (const reps of [2, 3])
          assert.equal(questionOf(card, [own], asIs, { stability: 5, reps })?.task, 'define', name);
      }
      assert.equal(mask('Row 类型也是一种类型', ['Row类型']), `${blank}也是一种类型`);
    });

    it('is not asked what it means where all that is said of it is a remark, a default, a drawing, code or its own name', () => {
      const meaning = (name: string, definition: string) => {
        const own = new FakeNote('file:///a.md', [topic('A')]);
        return questionOf(own.term('t', name, definition), [own]);
      };
      assert.equal(meaning('汇总层', '（实时计算）'), undefined);
      assert.equal(meaning('spool.size', 'Default 64 MB.'), undefined);
      assert.equal(meaning('spool.size', '默认64'), undefined);
      assert.equal(meaning('spool path', 'writer ——> spool ——> disk ——> reader'), undefined);
      assert.equal(meaning('openLedger()', 'ledger.openLedger(id, "w");'), undefined);
      assert.equal(meaning('Spools.<Row>inOrder()', '有序：Spools.<Row>inOrder()'), undefined);
      for (const definition of [
        'Size of a spool. Default 64 MB.',
        '默认开启，写满后换一个文件',
        'What spool.size means to a writer',
      ])
        assert.equal(meaning('spool.size', definition)?.kind, 'reveal', definition);
    });

    it('offers no definition that stands out: by a blank, or by the words of the name', () => {
      const own = new FakeNote('file:///a.md', [topic('A')]);
      for (const [name, definition] of Object.entries(definitions)) own.term(name, name, definition, { termPrint: '' });
      const blanked = own.term(
        'log',
        'log',
        'A file; a log is only ever written at its end, and read from anywhere in it.',
        {
          termPrint: '',
        },
      );
      const named = own.term(
        'x',
        'flushInterval',
        'How long a record may wait for the next flush; the interval is in ms.',
        {
          termPrint: '',
        },
      );
      assert.equal(questionOf(blanked, [own])?.task, 'chooseName');
      assert.notEqual(questionOf(named, [own])?.task, 'chooseDefinition');
    });

    it('is asked again as it was, with the note’s words of today; not when a term in it is gone', () => {
      const card = terms.get('leader')!;
      const material = materialOf(card, note);
      const asked = ask(material, undefined, asIs)!;
      const edited = {
        ...material,
        texts: new Map([[note.note.uri, note.text.replace('takes all the writes', 'takes every write.....')]]),
      };
      assert.match((pose(asked, edited) as ChoiceQuestion).options[0]!.text, /every write/);
      assert.equal(pose(asked, { ...material, siblings: [] }), undefined);
    });
  });

  it('looks for siblings in the topic, then in the system, in the note’s language, and nowhere else', () => {
    const mixed = new FakeNote(
      'file:///all.md',
      [topic('Kafka'), topic('Log', 0), topic('Groups', 0), topic('Flink')],
      { system: '' },
    );
    const card = mixed.term('a', 'a', 'A.', { topic: 1 });
    for (const [id, at] of [
      ['group', 2],
      ['flink', 3],
      ['log', 1],
    ] as const)
      mixed.term(id, id, 'X.', { topic: at });
    assert.deepEqual(
      siblingTerms(card, mixed.cards.values()).map((each) => each.id),
      ['log', 'group'],
    );

    const kafka = new FakeNote('file:///1.md', [topic('Kafka')]);
    const more = new FakeNote('file:///2.md', [topic('Kafka')]);
    const flink = new FakeNote('file:///3.md', [topic('Flink')], { system: 'flink' });
    const own = kafka.term('own', 'own', 'X.');
    more.term('more', 'more', 'X.');
    flink.term('flink', 'flink', 'X.');
    assert.deepEqual(
      siblingTerms(own, cardsOf(kafka, more, flink).values()).map((each) => each.id),
      ['more'],
    );
  });
});

describe('names', () => {
  it('are found as whole words, in the plural, and in Chinese text', () => {
    assert.ok(mentions('Both leaders wait.', ['leader']));
    assert.ok(mentions('由Leader处理', ['leader']));
    assert.ok(mentions('写入副本后', ['副本']));
    assert.ok(!mentions('the leaderboard', ['leader']));
    assert.ok(!mentions('set `leader.imbalance.check`', ['leader']));
    assert.ok(mentions('C++ and C', ['C++']));
  });

  it('are masked longest first', () => {
    assert.equal(mask('the log start offset of a log', ['log', 'log start offset']), `the ${blank} of a ${blank}`);
  });

  it('show as they are in Markdown', () => {
    assert.equal(nameMarkdown('replica.lag.time.max.ms'), '`replica.lag.time.max.ms`');
    assert.equal(nameMarkdown('2*3 [x]'), '2\\*3 \\[x\\]');
    assert.equal(nameMarkdown('exactly-once'), 'exactly\\-once');
  });
});

describe('a typed answer', () => {
  const question = {
    kind: 'typed',
    task: 'type',
    prompt: '',
    answer: '',
    accepted: ['High watermark', 'HW', '高水位', 'KIP-966'],
    others: ['Low watermark', 'LW', '低水位'],
  } as const;
  const right = (typed: string) => isRight(question, { chosen: [], typed });

  it('is right by any of the names, in either language, however it is written', () => {
    for (const typed of [
      'High watermark',
      'high-watermark',
      ' HIGHWATERMARK ',
      'hw',
      '高水位',
      'HW（高水位）',
      'kip 966',
    ]) {
      assert.equal(right(typed), true, typed);
    }
  });

  it('forgives a slip in a long name, none in a short one or in a figure', () => {
    for (const typed of ['high watermrak', 'hihg watermark', 'high watermarks'])
      assert.equal(right(typed), true, typed);
    for (const typed of ['hq', '高水', 'KIP-965', 'high', 'watermark', '', '高水平'])
      assert.equal(right(typed), false, typed);
  });

  it('never takes another term for a slip', () => {
    const near = { ...question, accepted: ['partitioner'], others: ['partitions'] };
    assert.equal(isRight(near, { chosen: [], typed: 'partitione' }), true);
    assert.equal(isRight(near, { chosen: [], typed: 'Partitions' }), false);
    assert.equal(right('low watermark'), false);
  });

  it('that is anything at all is judged and never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => typeof right(typed) === 'boolean'));
  });
});
