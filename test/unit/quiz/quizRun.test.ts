import assert from 'node:assert/strict';
import * as v from 'valibot';
import { snapshotSchema } from '../../../src/quiz/protocol';
import { QuizRun } from '../../../src/quiz/quizRun';
import { restoreSession } from '../../../src/quiz/storedSession';
import { FakeNote, schedule, topic } from './fakes';
import { FakeWorld } from './fakeWorld';

const minute = 60_000;
const day = 24 * 60 * minute;

describe('a run of the quiz', () => {
  let note: FakeNote;
  let quiz: FakeWorld;
  beforeEach(() => {
    note = new FakeNote('file:///kafka.md', [topic('Kafka'), topic('Log', 0), topic('Groups', 0), topic('ACLs', 0)]);
    quiz = new FakeWorld();
  });
  const load = () => {
    quiz.cards = note.cards;
    quiz.texts.set(note.note.uri, note.text);
  };
  const questions = (...ids: string[]) => {
    for (const [index, id] of ids.entries()) note.question(id, `Question ${id}?`, `Answer ${id}.`, index + 1);
    load();
  };

  afterEach(() => {
    for (const snapshot of quiz.snapshots) v.parse(snapshotSchema, snapshot);
  });

  it('has read what the next question is made from when the grade is given, and reads it again where the note has changed', async () => {
    questions('a', 'b', 'c');
    await quiz.start();
    const revealAndGrade = async (meanwhile: () => void) => {
      await quiz.reveal();
      await new Promise((resolve) => setTimeout(resolve));
      meanwhile();
      await quiz.grade(4);
    };
    await revealAndGrade(() => quiz.texts.clear());
    assert.equal(quiz.prompt, 'Question b?');
    assert.deepEqual(quiz.reported, []);

    load();
    await revealAndGrade(() => {
      quiz.texts.set(note.note.uri, note.text.replace('Answer c', 'Another answer'));
      quiz.cards = new Map([...quiz.cards].map(([id, card]) => [id, { ...card }]));
    });
    await quiz.reveal();
    assert.doesNotMatch(quiz.question.outcome!.answer, /Answer c/);
  });

  it('shows a card that was edited as it is now when the person comes back to the page', async () => {
    questions('a', 'b');
    await quiz.start();
    await quiz.reveal();
    quiz.texts.set(note.note.uri, note.text.replace('Answer a', 'Mended a'));
    await quiz.run.handle({ type: 'ready' });
    assert.match(quiz.question.outcome!.answer, /Answer a/, 'the library has not read it yet');
    quiz.cards = new Map([...quiz.cards].map(([id, card]) => [id, { ...card }]));
    await quiz.run.handle({ type: 'ready' });
    assert.match(quiz.question.outcome!.answer, /Mended a/);
    quiz.cards = new Map([...quiz.cards].filter(([id]) => id !== 'a'));
    await quiz.run.handle({ type: 'ready' });
    assert.equal(quiz.prompt, 'Question b?');
  });

  it('asks, reveals, grades, asks the next, and sums up', async () => {
    questions('a', 'b');
    await quiz.start();
    assert.equal(quiz.prompt, 'Question a?');
    assert.deepEqual([quiz.question.done, quiz.question.total, quiz.question.fresh], [0, 2, true]);
    await quiz.reveal();
    assert.match(quiz.question.outcome!.answer, /Answer a/);
    assert.deepEqual(
      quiz.question.outcome!.grades.map(({ grade, interval }) => [grade, interval / minute]),
      [
        [1, 1],
        [2, 6],
        [3, 10],
        [4, (8 * day) / minute],
      ],
    );
    await quiz.grade(4);
    assert.equal(quiz.prompt, 'Question b?');
    assert.equal(quiz.question.done, 1);
    await quiz.grade(4, 7);
    assert.deepEqual(
      { ...quiz.summary, nextDue: undefined },
      {
        view: 'summary',
        cards: 2,
        answers: 2,
        firstTry: 2,
        fresh: 2,
        elapsed: 12_000,
        readAgain: [],
        nextDue: undefined,
        more: 2,
        canUndo: true,
      },
    );
    assert.equal(quiz.summary.nextDue, quiz.progress.schedule('a')!.due);
    assert.deepEqual(
      quiz.progress.reviews.map(({ card, grade, took }) => [card, grade, took]),
      [
        ['a', 4, 5000],
        ['b', 4, 7000],
      ],
    );
  });

  it('brings a card back after Again, and after a learning step, within the session (F25)', async () => {
    questions('a', 'b', 'c');
    await quiz.start();
    await quiz.grade(1);
    assert.equal(quiz.prompt, 'Question b?');
    assert.deepEqual([quiz.question.done, quiz.question.returning, quiz.question.total], [0, 1, 3]);
    quiz.now += 2 * minute;
    await quiz.grade(4);
    assert.equal(quiz.prompt, 'Question a?', 'its minute is over');
    await quiz.grade(3);
    assert.equal(quiz.prompt, 'Question c?');
    await quiz.grade(4);
    assert.equal(quiz.prompt, 'Question a?', 'nobody is made to wait for the last one');
    await quiz.grade(1);
    assert.equal(quiz.prompt, 'Question a?', 'a card follows itself when it is the last');
    await quiz.grade(4);
    assert.deepEqual(
      quiz.summary.readAgain.map((each) => each.title),
      ['Question a?'],
    );
    assert.equal(quiz.summary.firstTry, 2);
    assert.equal(quiz.summary.answers, 6);
  });

  it('says nothing of the answer before it is asked for (F27)', async () => {
    note.question('a', 'Question a?', 'Secret recall.', 1);
    note.choice(
      'b',
      'Question b?',
      [{ text: 'one', correct: true, explanation: 'Secret why.' }, { text: 'two' }, { text: 'three' }],
      2,
    );
    note.steps('c', 'Question c?', ['Step x', 'Step y', 'Step z'], 3);
    note.cloze('d', 'Question d?', 'It is ==Secret cloze==.', ['Secret cloze'], 1);
    load();
    await quiz.start();
    for (let i = 0; i < 4; i++) {
      const before = JSON.stringify(quiz.question);
      assert.doesNotMatch(before, /Secret|correct|"right"|"order":\[/, before);
      assert.equal(quiz.question.outcome, undefined);
      await quiz.run.handle({ type: 'grade', turn: quiz.question.turn, grade: 3 });
      assert.equal(quiz.progress.reviews.length, i, 'no grade before the answer');
      await quiz.grade(4);
    }
    assert.equal(quiz.snapshot.view, 'summary');
  });

  it('judges a choice and a wrong order, and suggests the grade', async () => {
    note.choice('b', 'Question b?', [{ text: 'one', correct: true }, { text: 'two' }, { text: 'three' }], 2);
    load();
    await quiz.start();
    await quiz.run.handle({ type: 'answer', turn: quiz.question.turn, chosen: [1] });
    assert.deepEqual([quiz.question.outcome!.right, quiz.question.outcome!.suggested], [false, 1]);
    await quiz.run.handle({ type: 'answer', turn: quiz.question.turn, chosen: [0] });
    assert.deepEqual(quiz.question.outcome!.chosen, [1], 'an answer is given once');
    await quiz.run.handle({ type: 'grade', turn: quiz.question.turn, grade: 1 });
    await quiz.run.handle({ type: 'answer', turn: quiz.question.turn, chosen: [0] });
    assert.deepEqual([quiz.question.outcome!.right, quiz.question.outcome!.suggested], [true, 3]);
  });

  it('counts one grade where two were sent for one question', async () => {
    questions('a', 'b');
    await quiz.start();
    await quiz.reveal();
    const { turn } = quiz.question;
    await Promise.all([
      quiz.run.handle({ type: 'grade', turn, grade: 4 }),
      quiz.run.handle({ type: 'grade', turn, grade: 4 }),
    ]);
    assert.equal(quiz.progress.reviews.length, 1);
    assert.equal(quiz.prompt, 'Question b?');
  });

  it('keeps the question, and says why, when a grade could not be kept (F22)', async () => {
    questions('a', 'b');
    await quiz.start();
    quiz.progress.failing = 'Your answer could not be kept: no space left on device.';
    await quiz.grade(3);
    assert.equal(quiz.prompt, 'Question a?');
    assert.equal(quiz.question.trouble, quiz.progress.failing);
    assert.ok(quiz.question.outcome, 'it can be graded again');
    assert.equal(quiz.reported.length, 1);
    quiz.progress.failing = undefined;
    await quiz.grade(4);
    assert.equal(quiz.prompt, 'Question b?');
    assert.equal(quiz.question.trouble, undefined);
    assert.equal(quiz.progress.reviews.length, 1);
  });

  it('has kept every answer when the window dies (F22), and goes on in mid-question (F21)', async () => {
    questions('a', 'b', 'c');
    await quiz.start();
    await quiz.grade(1);
    await quiz.reveal();
    assert.equal(quiz.progress.reviews.length, 1);

    // What a new window finds: the stored session, as JSON keeps it.
    const stored: unknown = JSON.parse(JSON.stringify(quiz.saved));
    const shown = quiz.question;
    quiz.now += 3 * 60 * minute;
    quiz.run = await QuizRun.resume(quiz.world, restoreSession(stored, quiz.now)!);
    assert.deepEqual({ ...quiz.question, elapsed: 0 }, { ...shown, elapsed: 0 });
    await quiz.run.handle({ type: 'grade', turn: quiz.question.turn, grade: 4 });
    assert.equal(quiz.progress.reviews[1]!.took, 0, 'the time away does not count');
    assert.equal(quiz.prompt, 'Question a?', 'what was due to come back does');
    await quiz.run.handle({ type: 'undo' });
    await quiz.run.handle({ type: 'undo' });
    assert.equal(quiz.progress.reviews.length, 0, 'undo reaches back over the restart');
  });

  it('draws the same again when the page was thrown away while hidden (F21)', async () => {
    questions('a', 'b');
    await quiz.start();
    await quiz.reveal();
    const shown = quiz.snapshot;
    await quiz.run.handle({ type: 'ready' });
    assert.deepEqual(quiz.snapshot, shown);
  });

  it('undoes without limit: the review is taken back, and the card is as it was before it', async () => {
    questions('a', 'b', 'c');
    await quiz.start();
    for (const grade of [1, 4, 3, 4, 4] as const) await quiz.grade(grade);
    assert.equal(quiz.snapshot.view, 'summary');
    const prompts: string[] = [];
    while (quiz.snapshot.canUndo) {
      await quiz.run.handle({ type: 'undo' });
      assert.ok(quiz.question.outcome, 'it comes back answered, to be graded again');
      prompts.push(quiz.prompt);
    }
    assert.equal(prompts.length, 5);
    assert.equal(prompts.at(-1), 'Question a?');
    assert.equal(quiz.progress.reviews.length, 0);
    assert.equal(quiz.progress.schedules.size, 0);
    for (const grade of [4, 4, 4] as const) await quiz.grade(grade);
    assert.equal(quiz.summary.cards, 3);
  });

  it('keeps the session as it is when an undo fails', async () => {
    questions('a', 'b');
    await quiz.start();
    await quiz.grade(4);
    quiz.progress.failing = 'no';
    await quiz.run.handle({ type: 'undo' });
    assert.equal(quiz.prompt, 'Question b?');
    assert.equal(quiz.question.trouble, 'no');
    assert.equal(quiz.progress.reviews.length, 1);
  });

  it('passes over cards that are gone, or of which no question can be made', async () => {
    questions('a', 'b', 'c');
    note.question('empty', 'Nothing?', '', 1);
    load();
    await quiz.start();
    quiz.cards = new Map([...note.cards].filter(([id]) => id !== 'b'));
    await quiz.grade(4);
    assert.equal(quiz.prompt, 'Question c?');
    await quiz.grade(4);
    assert.equal(quiz.summary.cards, 2);
  });

  it('passes over a note that can’t be read', async () => {
    questions('a');
    const gone = new FakeNote('file:///gone.md', [topic('Gone')]);
    gone.question('x', 'X?');
    quiz.cards = new Map([...gone.cards, ...note.cards]);
    await quiz.start({ kind: 'cards', ids: ['x', 'a'] });
    assert.equal(quiz.prompt, 'Question a?');
    assert.equal(quiz.reported.length, 1);
  });

  it('goes on with the next question where the stored one can no longer be asked', async () => {
    questions('a', 'b');
    await quiz.start();
    const stored = restoreSession(JSON.parse(JSON.stringify(quiz.saved)), quiz.now)!;
    quiz.cards = new Map([...note.cards].filter(([id]) => id !== 'a'));
    quiz.run = await QuizRun.resume(quiz.world, stored);
    assert.equal(quiz.prompt, 'Question b?');
  });

  it('does not ask again what was graded before the window died, though the session was not stored since', async () => {
    questions('a', 'b');
    await quiz.start();
    await quiz.reveal();
    const stored = restoreSession(JSON.parse(JSON.stringify(quiz.saved)), quiz.now)!;
    quiz.now += 5_000;
    await quiz.run.handle({ type: 'grade', turn: quiz.question.turn, grade: 3 });
    quiz.run = await QuizRun.resume(quiz.world, stored);
    assert.equal(quiz.prompt, 'Question b?');
    assert.equal(quiz.question.outcome, undefined);
  });

  it('says when nothing is due and when the next card is, and practises ahead when asked', async () => {
    questions('a', 'b');
    const due = quiz.now + 2 * day;
    quiz.progress.schedules.set('a', schedule({ due, lastReview: quiz.now }));
    quiz.progress.schedules.set('b', schedule({ due: due + day, lastReview: quiz.now }));
    await quiz.start();
    assert.deepEqual(quiz.snapshot, { view: 'nothing', nextDue: due, more: 2, canUndo: false });
    await quiz.run.handle({ type: 'next' });
    assert.equal(quiz.prompt, 'Question a?');
    assert.equal(quiz.question.ahead, true);
  });

  it('ends with the summary, then closes; closes at once where nothing was done', async () => {
    questions('a', 'b');
    await quiz.start();
    await quiz.run.handle({ type: 'quit' });
    assert.equal(quiz.closed, true);

    quiz.closed = false;
    await quiz.start();
    await quiz.grade(4);
    await quiz.run.handle({ type: 'quit' });
    assert.equal(quiz.closed, false);
    assert.equal(quiz.summary.cards, 1);
    assert.equal(quiz.summary.more, 1);
    await quiz.run.handle({ type: 'quit' });
    assert.equal(quiz.closed, true);
  });

  it('opens the note at the question, and from the summary at what is to be read again', async () => {
    questions('a', 'b');
    await quiz.start();
    await quiz.run.handle({ type: 'openNote' });
    await quiz.grade(4);
    await quiz.grade(1);
    await quiz.grade(4);
    await quiz.run.handle({ type: 'openNote', item: 0 });
    await quiz.run.handle({ type: 'openNote', item: 7 });
    assert.deepEqual(quiz.opened, [
      ['file:///kafka.md', 1],
      ['file:///kafka.md', 5],
    ]);
  });

  it('does not name the term in the path above it before the answer (F27)', async () => {
    const terms = new FakeNote('file:///k.md', [topic('Kafka'), topic('ISR and AR', 0)]);
    terms.term('isr', 'ISR', 'The replicas of a partition that are caught up with its leader.', { topic: 1 });
    quiz.cards = terms.cards;
    quiz.texts.set(terms.note.uri, terms.text);
    quiz.progress.schedules.set('isr', schedule({ stability: 5, reps: 2, due: quiz.now - day }));
    await quiz.start();
    assert.equal(quiz.question.question.task, 'type');
    assert.deepEqual(quiz.question.path, ['k', 'Kafka']);
    await quiz.reveal();
    assert.deepEqual(quiz.question.path, ['k', 'Kafka', 'ISR and AR']);
  });

  it('counts no more than a minute for an answer, and nothing for a clock set back (F23)', async () => {
    questions('a', 'b');
    await quiz.start();
    await quiz.grade(4, 600);
    await quiz.reveal();
    quiz.now -= 2 * day;
    await quiz.run.handle({ type: 'grade', turn: quiz.question.turn, grade: 4 });
    assert.deepEqual(
      quiz.progress.reviews.map((each) => each.took),
      [60_000, 0],
    );
  });

  it('takes in no stored session that is none', () => {
    for (const stored of [undefined, null, 1, 'x', [], {}, { queue: [] }, { ...quiz.saved, queue: [1] }]) {
      assert.equal(restoreSession(stored, 0), undefined);
    }
  });

  it('shows what can’t be rendered as it is written', async () => {
    note.question('deep', 'Deep?', `${'>'.repeat(20_000)} <b>`, 1);
    load();
    await quiz.start();
    await quiz.grade(4);
    const before = quiz.snapshots.findLast((each) => each.view === 'question' && each.outcome !== undefined);
    assert.match(JSON.stringify(before), /<pre>>>>|blockquote/);
    assert.equal(quiz.snapshot.view, 'summary');
  });

  it('logs what failed in the page', async () => {
    questions('a');
    await quiz.start();
    await quiz.run.handle({ type: 'failed', message: 'boom' });
    assert.match(String(quiz.reported[0]), /boom/);
  });

  it('judges what was typed, keeps it over a restart, and takes nothing for an answer too', async () => {
    note.term('isr', 'ISR', 'The replicas of a partition that are caught up with its leader.', {
      aliases: ['同步副本'],
    });
    load();
    quiz.progress.schedules.set('isr', schedule({ stability: 5, reps: 2, due: quiz.now - day }));
    for (const [text, right] of [
      ['同步副本', true],
      ['AR', false],
      ['', false],
    ] as const) {
      await quiz.start();
      assert.doesNotMatch(JSON.stringify(quiz.question), /ISR|同步副本/);
      await quiz.run.handle({ type: 'type', turn: quiz.question.turn, text });
      const { outcome } = quiz.question;
      assert.deepEqual([outcome!.right, outcome!.typed, outcome!.suggested], [right, text, right ? 3 : 1]);
      const stored = restoreSession(JSON.parse(JSON.stringify(quiz.saved)), quiz.now)!;
      quiz.run = await QuizRun.resume(quiz.world, stored);
      assert.deepEqual(quiz.question.outcome, outcome);
    }
  });

  it('buries a card until tomorrow and suspends one for good; undo brings both back', async () => {
    questions('a', 'b', 'c');
    await quiz.start();
    await quiz.run.handle({ type: 'act', turn: quiz.question.turn, act: 'bury' });
    assert.equal(quiz.prompt, 'Question b?');
    await quiz.reveal();
    await quiz.run.handle({ type: 'act', turn: quiz.question.turn, act: 'suspend' });
    assert.equal(quiz.prompt, 'Question c?');
    assert.equal(quiz.question.total, 3);
    await quiz.start();
    assert.equal(quiz.prompt, 'Question c?');
    await quiz.grade(4);
    assert.equal(quiz.summary.cards, 1);

    quiz.now += day;
    await quiz.start();
    assert.equal(quiz.prompt, 'Question a?', 'the bury is over, the suspension is not');
    assert.equal(quiz.question.total, 1);

    quiz.progress.marks.clear();
    quiz.progress.schedules.clear();
    await quiz.start();
    await quiz.run.handle({ type: 'act', turn: quiz.question.turn, act: 'bury' });
    await quiz.run.handle({ type: 'act', turn: quiz.question.turn, act: 'suspend' });
    const stored = restoreSession(JSON.parse(JSON.stringify(quiz.saved)), quiz.now)!;
    quiz.run = await QuizRun.resume(quiz.world, stored);
    for (const prompt of ['Question b?', 'Question a?']) {
      await quiz.run.handle({ type: 'undo' });
      assert.equal(quiz.prompt, prompt);
      assert.equal(quiz.question.outcome, undefined, 'as it was');
    }
    assert.ok([...quiz.progress.marks.values()].every((mark) => mark.hold === undefined));
  });

  it('flags a card, and begins anew with one that is reset', async () => {
    questions('a', 'b');
    quiz.progress.schedules.set('a', schedule({ due: quiz.now - day, reps: 9 }));
    await quiz.start();
    await quiz.run.handle({ type: 'act', turn: quiz.question.turn, act: 'flag' });
    assert.equal(quiz.question.flagged, true);
    assert.deepEqual((await quiz.run.current())?.reviews, 9);
    await quiz.run.act(quiz.question.turn, 'reset');
    assert.equal(quiz.prompt, 'Question a?');
    assert.deepEqual([quiz.question.fresh, quiz.question.flagged], [true, true]);
    assert.equal(quiz.progress.schedule('a'), undefined);
    await quiz.run.handle({ type: 'act', turn: quiz.question.turn, act: 'flag' });
    assert.equal(quiz.question.flagged, false);
  });

  it('changes nothing when what was decided could not be kept', async () => {
    questions('a', 'b');
    await quiz.start();
    quiz.progress.failing = 'no space left on device';
    await quiz.run.handle({ type: 'act', turn: quiz.question.turn, act: 'suspend' });
    assert.deepEqual([quiz.prompt, quiz.question.trouble], ['Question a?', 'no space left on device']);
  });

  it('says of what was forgotten again and again that it is better read', async () => {
    questions('a');
    quiz.progress.schedules.set('a', schedule({ due: quiz.now - day, lapses: 5 }));
    await quiz.start();
    await quiz.reveal();
    assert.equal(quiz.question.outcome!.forgotten, 5);
  });

  it('ends when the minutes of the day are over, and goes on when asked to', async () => {
    questions('a', 'b', 'c', 'd');
    quiz.minutesPerDay = 1;
    await quiz.start();
    await quiz.grade(4, 40);
    await quiz.grade(4, 40);
    assert.deepEqual([quiz.summary.cards, quiz.summary.minutesOver, quiz.summary.more], [2, 1, 2]);
    await quiz.start();
    assert.deepEqual([quiz.snapshot.view, 'minutesOver' in quiz.snapshot], ['nothing', true]);
    await quiz.run.handle({ type: 'next' });
    await quiz.grade(4, 40);
    assert.equal(quiz.prompt, 'Question d?');
    quiz.now += day;
    await quiz.start();
    assert.equal(quiz.prompt, 'Question d?', 'another day, other minutes');
  });

  it('does not ask what another window has asked or set aside meanwhile', async () => {
    questions('a', 'b', 'c', 'd');
    await quiz.start();
    quiz.progress.schedules.set('b', schedule({ due: quiz.now + 3 * day, lastReview: quiz.now }));
    quiz.progress.marks.set('c', { at: Math.floor(quiz.now / 1000), hold: 'buried' });
    await quiz.grade(4);
    assert.equal(quiz.prompt, 'Question d?');
  });

  it('does not ask a new card that another window has just begun to teach', async () => {
    questions('a', 'b', 'c');
    await quiz.start();
    const soon = { phase: 'learning', due: quiz.now + 10 * 60_000, lastReview: quiz.now + 5_000 } as const;
    quiz.progress.schedules.set('b', schedule(soon));
    await quiz.grade(4);
    assert.equal(quiz.prompt, 'Question c?');
  });

  it('explains jargon in the answer once it is shown, and looks for it without what the question names', async () => {
    note.question('a', 'What is the HW?', 'The offset that the ISR has.');
    load();
    const asked: string[] = [];
    quiz.findJargon = async (_, question) => {
      asked.push(question);
      const words = {
        find: (text: string) => [{ start: text.indexOf('ISR'), end: text.indexOf('ISR') + 3, id: 7 }],
        known: new Set<number>(),
        marked: new Set<number>(),
      };
      const term = {
        id: 7,
        name: 'ISR',
        names: [],
        system: 'Kafka',
        definition: 'Those in sync.',
        language: 'en' as const,
      };
      return { words, explain: async () => [...words.marked].map((id) => ({ ...term, id })) };
    };
    await quiz.start();
    assert.doesNotMatch(JSON.stringify(quiz.question), /jargon|in sync/);
    await quiz.reveal();
    assert.match(quiz.question.outcome!.answer, /aria-describedby="jargon-7">ISR</);
    assert.deepEqual(
      quiz.question.outcome!.jargon?.map(({ name }) => name),
      ['ISR'],
    );
    assert.doesNotMatch(quiz.question.question.prompt, /jargon/);
    assert.deepEqual(asked, ['What is the HW?']);
  });

  it('shows an answer without its jargon where that can not be found', async () => {
    questions('a');
    quiz.findJargon = () => Promise.reject(new Error('no glossary'));
    await quiz.start();
    await quiz.reveal();
    assert.match(quiz.question.outcome!.answer, /Answer a/);
    assert.match(String(quiz.reported), /no glossary/);
  });
});
