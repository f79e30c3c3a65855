/** The quiz page by itself, in a plain browser: what it shows, what its keys do, and who can use it. */
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { type Browser, chromium } from 'playwright-core';
import { installBrowser, quietFlags } from '../../scripts/vscode/chromium.mjs';
import type { QuestionSnapshot } from '../../src/quiz/protocol';
import { allThemes, type PageOptions, QuizPage } from './quizPage.page';
import { states } from './quizPage.states';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

describe('quiz page', () => {
  let browser: Browser;
  const pages: QuizPage[] = [];

  before(async () => {
    browser = await chromium.launch({ executablePath: await installBrowser(), args: quietFlags });
  });
  afterEach(async () => {
    await Promise.all(pages.splice(0).map((page) => page.close()));
  });
  after(() => browser.close());

  const open = async (options?: PageOptions) => {
    const quiz = await QuizPage.open(browser, options);
    pages.push(quiz);
    return quiz;
  };
  const at = async (state: keyof typeof states, options?: PageOptions) => {
    const quiz = await open(options);
    await quiz.show(states[state]!);
    await quiz.events();
    const { turn } = states[state] as QuestionSnapshot;
    return { quiz, turn };
  };

  it('says that it is ready, and stays quiet about its content security policy', async () => {
    const quiz = await open();
    assert.deepEqual(await quiz.events(), [{ type: 'ready' }]);
    for (const state of Object.values(states)) await quiz.show(state);
    assert.deepEqual(quiz.complaints, []);
  });

  it('shows nothing of what is no snapshot, and says so', async () => {
    const { quiz } = await at('recall');
    await quiz.show({ view: 'question', turn: 1 } as never);
    assert.equal((await quiz.events())[0]?.type, 'failed');
    assert.match(await quiz.page.locator('h1, [role=heading]').first().innerText(), /ISR/);
  });

  for (const theme of allThemes) {
    it(`has nothing that axe objects to, in ${theme}`, async () => {
      // What changes in a narrow panel is the same in every theme.
      for (const width of theme === 'dark' ? [900, 380] : [900]) {
        const quiz = await open({ theme, width });
        await quiz.page.evaluate(await (await import('node:fs/promises')).readFile(axe, 'utf8'));
        const check = async (name: string) => {
          const violations = await quiz.page.evaluate(async () => {
            const { axe } = window as unknown as typeof import('axe-core') & { axe: typeof import('axe-core') };
            const result = await axe.run(document, { resultTypes: ['violations'] });
            return result.violations.map(
              ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html}\n${node.failureSummary}`).join('\n')}`,
            );
          });
          assert.deepEqual(violations, [], `${name}, ${width} wide`);
        };
        // What moves is looked at when it has arrived.
        await quiz.page.emulateMedia({ reducedMotion: 'reduce' });
        for (const [name, state] of Object.entries(states)) {
          await quiz.show(state);
          await check(name);
        }
        await quiz.show(states['jargon']!);
        await quiz.page.locator('.jargon').first().focus();
        await check('jargon explained');
        await quiz.show(states['recall']!);
        await quiz.press('?');
        await check('help');
      }
    });
  }

  describe('by keyboard alone', () => {
    it('reveals with Space and with Enter', async () => {
      const { quiz, turn } = await at('recall');
      await quiz.press('Space', 'Enter');
      assert.deepEqual(await quiz.events(), [
        { type: 'reveal', turn },
        { type: 'reveal', turn },
      ]);
    });

    it('grades with 1 to 4 once the answer is shown, and with Enter as suggested', async () => {
      const { quiz: before } = await at('recall');
      await before.press('1', '2', '3', '4');
      assert.deepEqual(await before.events(), []);

      const { quiz, turn } = await at('recallAnswered');
      await quiz.press('1', '2', '3', '4', 'Enter', 'Space');
      const graded = (await quiz.events()).map((event) => event.type === 'grade' && event.turn === turn && event.grade);
      assert.deepEqual(graded, [1, 2, 3, 4, 3, 3]);

      const { quiz: wrong } = await at('choiceWrong');
      await wrong.press('Enter');
      assert.equal((await wrong.events()).map((event) => event.type === 'grade' && event.grade)[0], 1);
    });

    it('chooses an option by its letter, its figure, or the arrows', async () => {
      const { quiz, turn } = await at('choice');
      await quiz.press('b', '4', 'C');
      await quiz.press('ArrowDown', 'ArrowDown', 'Enter');
      const chosen = (await quiz.events()).map(
        (event) => event.type === 'answer' && event.turn === turn && event.chosen[0],
      );
      assert.deepEqual(chosen, [1, 3, 2, 1]);
      await quiz.press('e', '5');
      assert.deepEqual(await quiz.events(), []);
    });

    it('names options past the ninth by letters (F27)', async () => {
      const { quiz, turn } = await at('choice');
      const many = structuredClone(states['choice']) as QuestionSnapshot;
      many.question.items = Array.from({ length: 12 }, (_, index) => `<p>Option ${index}</p>`);
      await quiz.show(many);
      await quiz.press('l');
      assert.deepEqual(await quiz.events(), [{ type: 'answer', turn, chosen: [11] }]);
    });

    it('chooses several, and checks them with Enter', async () => {
      const { quiz, turn } = await at('chooseAll');
      await quiz.press('Enter');
      assert.deepEqual(await quiz.events(), []);
      await quiz.press('a', 'b', 'c', 'c', 'Enter');
      assert.deepEqual(await quiz.events(), [{ type: 'answer', turn, chosen: [0, 1] }]);
    });

    it('puts steps in order with Alt and the arrows', async () => {
      const { quiz, turn } = await at('steps');
      await quiz.press('ArrowDown', 'Alt+ArrowDown', 'Alt+ArrowDown');
      assert.match(await quiz.page.locator('[aria-live]').innerText(), /3.*5/);
      assert.match(await quiz.focused(), /followers fetch/);
      await quiz.press('ArrowDown', 'ArrowDown', 'Alt+ArrowUp', 'Alt+ArrowDown', 'Alt+ArrowDown', 'Enter');
      assert.deepEqual(await quiz.events(), [{ type: 'answer', turn, chosen: [1, 2, 0, 3, 4] }]);
    });

    it('takes a typed answer: letters are letters, Enter checks, an empty field shows the answer', async () => {
      const { quiz, turn } = await at('type');
      await quiz.page.keyboard.type('u1o*-@m? b');
      await quiz.press('Enter');
      assert.deepEqual(await quiz.events(), [{ type: 'type', turn, text: 'u1o*-@m? b' }]);

      const { quiz: empty, turn: other } = await at('type');
      assert.match(await empty.page.locator('footer .primary').innerText(), /Show Answer/);
      await empty.press('Enter', 'Escape');
      assert.deepEqual(await empty.events(), [{ type: 'type', turn: other, text: '' }, { type: 'quit' }]);
    });

    it('keeps what was typed when the page is thrown away while hidden (F21)', async () => {
      const { quiz } = await at('type');
      await quiz.page.keyboard.type('high w');
      await quiz.show(states['recall']!);
      await quiz.show(states['type']!);
      assert.equal(await quiz.page.locator('input').inputValue(), 'high w');
    });

    it('buries, suspends, flags, and offers more, before the answer and after it', async () => {
      for (const state of ['recall', 'choice', 'recallAnswered'] as const) {
        const { quiz, turn } = await at(state);
        await quiz.press('-', '@', '*', 'm');
        assert.deepEqual(await quiz.events(), [
          { type: 'act', turn, act: 'bury' },
          { type: 'act', turn, act: 'suspend' },
          { type: 'act', turn, act: 'flag' },
          { type: 'more', turn },
        ]);
      }
    });

    it('undoes, opens the note, shows its help, ends', async () => {
      const { quiz } = await at('recallAnswered');
      await quiz.press('u', 'Control+z', 'o', '?');
      assert.ok(await quiz.page.locator('dialog').isVisible());
      await quiz.press('1', 'Escape');
      assert.ok(!(await quiz.page.locator('dialog').isVisible()));
      await quiz.press('Escape');
      assert.deepEqual(
        (await quiz.events()).map((event) => event.type),
        ['undo', 'undo', 'openNote', 'quit'],
      );
    });

    it('does not act twice where a button has the focus', async () => {
      const { quiz, turn } = await at('recall');
      await quiz.page.locator('footer vscode-button').focus();
      await quiz.press('Enter', 'Space');
      assert.deepEqual(await quiz.events(), [
        { type: 'reveal', turn },
        { type: 'reveal', turn },
      ]);
    });

    it('reaches every control with Tab', async () => {
      const { quiz } = await at('recallAnswered');
      const reached = new Set<string>();
      for (let i = 0; i < 20; i++) {
        await quiz.press('Tab');
        reached.add(await quiz.page.evaluate(() => document.activeElement?.getAttribute('aria-keyshortcuts') ?? ''));
      }
      for (const keys of ['1', '2', '3', '4', 'U', 'O', 'M', '?', 'Esc']) assert.ok(reached.has(keys), keys);
    });
  });

  describe('jargon in an answer', () => {
    const card = '.jargonCard:not([hidden])';

    it('is explained on hover, as long as the mouse is on the term or its card', async () => {
      const { quiz } = await at('jargon');
      await quiz.page.locator('.jargon', { hasText: 'follower' }).hover();
      await quiz.page.locator(card, { hasText: 'copies the log' }).hover();
      await quiz.page.waitForTimeout(400);
      assert.equal(await quiz.page.locator(card).count(), 1);
      await quiz.page.locator('footer').hover();
      await quiz.page.locator(card).waitFor({ state: 'detached' });
    });

    it('is explained on focus, heard with its term, and closed by an Escape that closes nothing else', async () => {
      const { quiz } = await at('jargon');
      await quiz.press('Tab');
      assert.equal(await quiz.focused(), 'follower');
      const focused = quiz.page.locator(':focus');
      assert.equal(await focused.getAttribute('aria-describedby'), await quiz.page.locator(card).getAttribute('id'));
      await quiz.press('Escape');
      assert.equal(await quiz.page.locator(card).count(), 0);
      assert.deepEqual(await quiz.events(), []);
      await quiz.press('Escape');
      assert.deepEqual(await quiz.events(), [{ type: 'quit' }]);
    });

    it('stays inside a narrow panel, and goes with its answer', async () => {
      const { quiz } = await at('jargon', { width: 320, height: 400 });
      for (const term of await quiz.page.locator('.jargon').all()) {
        await term.focus();
        const box = (await quiz.page.locator(card).boundingBox())!;
        assert.ok(box.x >= 0 && box.y >= 0 && box.x + box.width <= 320 && box.y + box.height <= 400);
      }
      await quiz.show(states['recall']!);
      assert.equal(await quiz.page.locator('.jargonCard, .jargon').count(), 0);
    });
  });

  it('puts the focus where reading goes on', async () => {
    const { quiz } = await at('recall');
    assert.match(await quiz.focused(), /^What is the ISR/);
    await quiz.show({
      ...(states['recallAnswered'] as QuestionSnapshot),
      turn: (states['recall'] as QuestionSnapshot).turn,
    });
    assert.match(await quiz.focused(), /^The in-sync replicas/);
    await quiz.show(states['choice']!);
    assert.match(await quiz.focused(), /^With acks=all/);
    await quiz.show(states['summary']!);
    assert.equal(await quiz.focused(), 'Well done');
  });

  it('has nothing of the answer in its document before it is answered (F27)', async () => {
    const quiz = await open();
    const hidden: Record<string, RegExp> = {
      recall: /decides\.|replica\.lag|Sources/,
      name: /watermark|HW|高水位/i,
      type: /watermark|HW|高水位/i,
      cloze: /NOT_ENOUGH|min\.insync/,
      choice: /shrinks|NOT_ENOUGH|data-correct|right|wrong/,
      chooseAll: /Sequence numbers|right|wrong/,
      steps: /followers fetch\.$|right|wrong/,
    };
    for (const [name, secret] of Object.entries(hidden)) {
      await quiz.show(states[name]!);
      const html = await quiz.page.evaluate(() => document.querySelector('main')!.outerHTML);
      assert.doesNotMatch(html.replace(/the right (answer|definition)|all right answers/gi, ''), secret, name);
    }
  });

  it('drags a step to its place', async () => {
    const { quiz, turn } = await at('steps');
    const step = (text: string) => quiz.page.locator('.step', { hasText: text });
    await step('followers fetch').dragTo(step('appends the batch'));
    await quiz.press('Enter');
    assert.deepEqual(await quiz.events(), [{ type: 'answer', turn, chosen: [1, 2, 0, 3, 4] }]);
  });

  it('speaks Chinese', async () => {
    const { quiz } = await at('summary', { language: 'zh-cn' });
    assert.match(await quiz.page.locator('html').getAttribute('lang').then(String), /zh/);
  });
});
