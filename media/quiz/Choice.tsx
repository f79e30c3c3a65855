import type { PageOutcome, PageQuestion, Strings } from '../../src/quiz/protocol';
import { usePage } from './context';
import { Html } from './Html';
import { Icon } from './Icon';
import { optionLetter } from './keyboard';

interface ChoiceProps {
  readonly question: PageQuestion;
  readonly selected: readonly number[];
  readonly onPick: (index: number) => void;
}

/** Options to choose from: one click answers, unless several may be right. */
export function Choice({ question, selected, onPick }: ChoiceProps) {
  return (
    <ul class="options" aria-labelledby="prompt">
      {question.items.map((html, index) => (
        <li key={html}>
          <button
            type="button"
            class="option"
            data-item
            {...(question.multiple && { role: 'checkbox', 'aria-checked': selected.includes(index) })}
            aria-keyshortcuts={optionLetter(index)}
            onClick={() => onPick(index)}
          >
            <span class="letter" aria-hidden="true">
              {question.multiple && selected.includes(index) ? <Icon name="right" /> : optionLetter(index)}
            </span>
            <Html html={html} />
          </button>
        </li>
      ))}
    </ul>
  );
}

interface ChosenProps {
  readonly question: PageQuestion;
  readonly outcome: PageOutcome;
}

/** The options once answered: which are right, which were chosen, and why. */
export function Chosen({ question, outcome }: ChosenProps) {
  const { strings } = usePage().words;
  return (
    <ul class="options" aria-labelledby="prompt">
      {question.items.map((html, index) => {
        const { correct = false, explanation } = outcome.items[index] ?? {};
        const chosen = outcome.chosen.includes(index);
        const state = correct ? 'right' : chosen ? 'wrong' : 'plain';
        return (
          <li key={html}>
            <div class={`option ${state}`}>
              <span class="letter" aria-hidden="true">
                {state === 'plain' ? optionLetter(index) : <Icon name={state} />}
              </span>
              <div>
                <Html html={html} />
                {state !== 'plain' && <p class="verdict">{verdict(strings, correct, chosen, question.multiple)}</p>}
                {explanation && <Html html={explanation} class="explanation" />}
              </div>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function verdict(strings: Strings, correct: boolean, chosen: boolean, multiple: boolean): string {
  const whose = chosen ? strings.yourChoice : multiple ? strings.missed : undefined;
  return [correct ? strings.rightOption : strings.wrongOption, ...(whose ? [whose] : [])].join(' · ');
}
