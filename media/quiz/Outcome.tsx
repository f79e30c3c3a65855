import type { PageOutcome, PageQuestion } from '../../src/quiz/protocol';
import { Chosen } from './Choice';
import { usePage } from './context';
import { Html } from './Html';
import { Ordered } from './Steps';

interface Props {
  readonly question: PageQuestion;
  readonly outcome: PageOutcome;
  readonly language: string;
}

/** What is shown once the question is answered. */
export function Outcome({ question, outcome, language }: Props) {
  const { words } = usePage();
  const { answer, names, trap } = outcome;
  return (
    <section class="outcome" aria-label={words.strings.answer} tabIndex={-1} data-focus>
      <div lang={language}>
        {question.kind === 'choice' && <Chosen question={question} outcome={outcome} />}
        {question.kind === 'steps' && <Ordered question={question} outcome={outcome} />}
        {/* A cloze shows its answer in place of its blanks. */}
        {answer !== '' && question.task !== 'cloze' && (
          <Html html={answer} class={question.task === 'name' ? 'answer name' : 'answer'} />
        )}
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
