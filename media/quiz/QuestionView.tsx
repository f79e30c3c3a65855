import { useEffect, useRef } from 'preact/hooks';
import type { QuestionSnapshot } from '../../src/quiz/protocol';
import { Choice } from './Choice';
import { usePage } from './context';
import { Grades } from './Grades';
import { Html } from './Html';
import { draftOf, keepDraft, tell } from './host';
import { Icon } from './Icon';
import { intentOf } from './keyboard';
import { Outcome } from './Outcome';
import { Steps } from './Steps';
import { TypedField } from './TypedField';
import { useLive } from './useLive';

interface Props {
  readonly snapshot: QuestionSnapshot;
}

/** One question, from asked to graded. Begins anew with every turn. */
export function QuestionView({ snapshot }: Props) {
  const { words, announce } = usePage();
  const { strings } = words;
  const { turn, question, outcome, language, fresh, ahead, flagged } = snapshot;
  const selected = useLive<readonly number[]>(() => []);
  const order = useLive<readonly number[]>(() => question.items.map((_, index) => index));
  const typed = useLive(() => draftOf(turn));
  const root = useRef<HTMLElement>(null);

  const grade = (value: 1 | 2 | 3 | 4) => tell({ type: 'grade', turn, grade: value });
  const answer = (chosen: readonly number[]) => tell({ type: 'answer', turn, chosen: [...chosen] });
  const type = (text: string) => {
    typed.set(text);
    keepDraft(turn, text);
  };
  const pick = (index: number) => {
    const before = selected.get();
    if (!question.multiple) answer([index]);
    else selected.set(before.includes(index) ? before.filter((each) => each !== index) : [...before, index]);
  };
  const move = (from: number, to: number) => {
    const { length } = order.get();
    if (to < 0 || to >= length) return;
    const moved = order.get().toSpliced(from, 1);
    moved.splice(to, 0, order.get()[from]!);
    order.set(moved);
    announce(words.fill('movedTo', words.number(to + 1), words.number(length)));
  };
  const primary = () => {
    if (outcome) grade(outcome.suggested);
    else if (question.kind === 'reveal') tell({ type: 'reveal', turn });
    else if (question.kind === 'typed') tell({ type: 'type', turn, text: typed.get().trim() });
    else if (question.kind === 'steps') answer(order.get());
    else if (question.multiple && selected.get().length > 0) answer(selected.get());
  };

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const intent = intentOf(event, snapshot);
      switch (intent?.type) {
        case 'primary':
          primary();
          break;
        case 'grade':
          grade(intent.grade);
          break;
        case 'option':
          pick(intent.index);
          break;
        case 'next':
        case 'previous':
          // Long text scrolls by the same keys, until something to walk through has the focus.
          if (!walk(root.current, intent.type === 'next' ? 1 : -1)) return;
          break;
        case 'earlier':
        case 'later': {
          const step = (document.activeElement as HTMLElement | null)?.dataset['step'];
          const place = order.get().indexOf(Number(step ?? Number.NaN));
          if (place < 0) return;
          move(place, place + (intent.type === 'later' ? 1 : -1));
          break;
        }
        default:
          return;
      }
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });

  return (
    <>
      <main ref={root} class={outcome ? 'answered' : ''}>
        <article>
          <p class="task">
            {outcome?.right === undefined ? words.task(question.task) : <Result right={outcome.right} />}
            {fresh && <vscode-badge>{strings.fresh}</vscode-badge>}
            {ahead && <vscode-badge>{strings.ahead}</vscode-badge>}
            {flagged && <vscode-badge>{strings.flagged}</vscode-badge>}
          </p>
          <div lang={language}>
            {/* Shown as a heading, so that one can find it and it is read out first. */}
            {/* biome-ignore lint/a11y/useSemanticElements: it holds rendered Markdown, which may be more than a line. */}
            <div
              id="prompt"
              role="heading"
              aria-level={1}
              tabIndex={-1}
              {...(!outcome && question.kind !== 'typed' && { 'data-focus': '' })}
            >
              <Html
                html={outcome && question.task === 'cloze' ? outcome.answer : question.prompt}
                class={`prompt ${question.task}`}
              />
            </div>
            {question.stem && <Html html={question.stem} class="stem" />}
            {!outcome && question.kind === 'choice' && (
              <Choice question={question} selected={selected.get()} onPick={pick} />
            )}
            {!outcome && question.kind === 'typed' && <TypedField text={typed.get()} onChange={type} />}
            {!outcome && question.kind === 'steps' && <Steps question={question} order={order.get()} onMove={move} />}
          </div>
          {outcome && <Outcome question={question} outcome={outcome} language={language} turn={turn} />}
        </article>
      </main>
      <footer>
        {outcome ? (
          <Grades outcome={outcome} onGrade={grade} />
        ) : (
          (question.kind !== 'choice' || question.multiple) && (
            <vscode-button
              class="primary"
              disabled={question.kind === 'choice' && selected.get().length === 0}
              aria-disabled={question.kind === 'choice' && selected.get().length === 0}
              aria-keyshortcuts="Enter"
              onClick={primary}
            >
              {question.kind === 'reveal'
                ? strings.reveal
                : question.kind === 'steps'
                  ? strings.checkOrder
                  : question.kind === 'typed' && typed.get().trim() === ''
                    ? strings.reveal
                    : strings.check}
              <span class="key" aria-hidden="true">
                ⏎
              </span>
            </vscode-button>
          )
        )}
      </footer>
    </>
  );
}

function Result({ right }: { readonly right: boolean }) {
  const { strings } = usePage().words;
  return (
    <span class={right ? 'result right' : 'result wrong'}>
      <Icon name={right ? 'right' : 'wrong'} /> {right ? strings.right : strings.wrong}
    </span>
  );
}

/** Moves the focus among the options, steps or grades; the first press goes to the first. False when there are none. */
function walk(main: HTMLElement | null, by: 1 | -1): boolean {
  const items = [...(main?.parentElement?.querySelectorAll<HTMLElement>('[data-item]') ?? [])];
  const at = items.indexOf(document.activeElement?.closest<HTMLElement>('[data-item]') as HTMLElement);
  const isGrades = items[0]?.classList.contains('grade') ?? false;
  if (items.length === 0 || (isGrades && at < 0)) return false;
  items[at < 0 ? (by > 0 ? 0 : items.length - 1) : (at + by + items.length) % items.length]?.focus();
  return true;
}
