import type { PageOutcome, PageQuestion } from '../../src/quiz/protocol';
import { Chosen } from './Choice';
import { usePage } from './context';
import { Html } from './Html';
import { Icon } from './Icon';
import { Ordered } from './Steps';

interface Props {
  readonly question: PageQuestion;
  readonly outcome: PageOutcome;
  readonly language: string;
}

/** What is shown once the question is answered. */
export function Outcome({ question, outcome, language }: Props) {
  const { words } = usePage();
  const { answer, names, trap, right } = outcome;
  return (
    <section class="outcome" aria-label={words.strings.answer} tabIndex={-1} data-focus>
      {right !== undefined && (
        <p class={right ? 'result right' : 'result wrong'}>
          <Icon name={right ? 'right' : 'wrong'} />
          {right ? words.strings.right : words.strings.wrong}
        </p>
      )}
      <div lang={language}>
        {question.kind === 'choice' && <Chosen question={question} outcome={outcome} />}
        {question.kind === 'steps' && <Ordered question={question} outcome={outcome} />}
        {answer !== '' && <Html html={answer} class={question.task === 'name' ? 'answer name' : 'answer'} />}
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
    </section>
  );
}
