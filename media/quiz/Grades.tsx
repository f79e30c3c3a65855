import type { PageOutcome } from '../../src/quiz/protocol';
import { usePage } from './context';

interface Props {
  readonly outcome: PageOutcome;
  readonly onGrade: (grade: 1 | 2 | 3 | 4) => void;
}

const names = { 1: 'again', 2: 'hard', 3: 'good', 4: 'easy' } as const;

/** How well it was recalled, and when each grade would bring the card back. */
export function Grades({ outcome, onGrade }: Props) {
  const { words } = usePage();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms; these are actions.
    <div class="grades" role="group" aria-label={words.strings.gradeQuestion}>
      {outcome.grades.map(({ grade, interval }) => (
        <vscode-button
          key={grade}
          class={`grade ${names[grade]}`}
          secondary={grade !== outcome.suggested}
          aria-keyshortcuts={String(grade)}
          data-item
          onClick={() => onGrade(grade)}
        >
          <span class="gradeText">
            <span class="gradeName">{words.strings[names[grade]]}</span>
            <span class="interval">{words.span(interval)}</span>
            <span class="key" aria-hidden="true">
              {grade}
            </span>
          </span>
        </vscode-button>
      ))}
    </div>
  );
}
