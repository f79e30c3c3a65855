import { useEffect, useRef } from 'preact/hooks';
import type { PageOutcome, PageQuestion } from '../../src/quiz/protocol';
import { explainJargon } from '../jargon/jargon';
import { Chosen } from './Choice';
import { usePage } from './context';
import { Html } from './Html';
import { tell } from './host';
import { Ordered } from './Steps';

interface Props {
  readonly question: PageQuestion;
  readonly outcome: PageOutcome;
  readonly language: string;
  readonly turn: number;
}

/** What is shown once the question is answered. */
export function Outcome({ question, outcome, language, turn }: Props) {
  const { words } = usePage();
  const { strings } = words;
  const { answer, names, trap, typed, forgotten, jargon } = outcome;
  const isName = question.task === 'name' || question.task === 'type';
  const cards = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (cards.current) explainJargon(jargon ?? [], cards.current);
  }, [jargon]);
  return (
    <section class="outcome" aria-label={words.strings.answer} tabIndex={-1} data-focus>
      <div lang={language}>
        {typed !== undefined && (
          <p class="given">
            <span class="label">{strings.yourAnswer}</span> {typed === '' ? strings.noAnswer : typed}
          </p>
        )}
        {question.kind === 'choice' && <Chosen question={question} outcome={outcome} />}
        {question.kind === 'steps' && <Ordered question={question} outcome={outcome} />}
        {/* A cloze shows its answer in place of its blanks. */}
        {answer !== '' && question.task !== 'cloze' && <Html html={answer} class={isName ? 'answer name' : 'answer'} />}
        {names.length > 0 && (
          <p class="names">
            <span class="label">{words.strings.alsoKnownAs}</span> {names.join(' · ')}
          </p>
        )}
        {trap && (
          <div class="trap">
            <p class="label">{words.strings.trap}</p>
            <Html html={trap} />
          </div>
        )}
      </div>
      {forgotten !== undefined && (
        <div class="leech">
          <p>{words.fill('forgotten', words.number(forgotten))}</p>
          <p>
            <vscode-button secondary onClick={() => tell({ type: 'openNote' })}>
              {strings.readSection}
            </vscode-button>
            <vscode-button secondary onClick={() => tell({ type: 'act', turn, act: 'suspend' })}>
              {strings.suspend}
            </vscode-button>
          </p>
        </div>
      )}
      <div ref={cards} />
    </section>
  );
}
