import { useState } from 'preact/hooks';
import type { PageOutcome, PageQuestion } from '../../src/quiz/protocol';
import { usePage } from './context';
import { Html } from './Html';
import { Icon } from './Icon';

interface StepsProps {
  readonly question: PageQuestion;
  /** Indices of the steps in the order they now stand in. */
  readonly order: readonly number[];
  /** Puts the step at one place to another. */
  readonly onMove: (from: number, to: number) => void;
}

/** Steps to be put in order: dragged, moved by their buttons, or by Alt and the arrow keys. */
export function Steps({ question, order, onMove }: StepsProps) {
  const { words } = usePage();
  const [dragged, setDragged] = useState<number>();
  return (
    <ol class="steps" aria-labelledby="prompt">
      {order.map((step, place) => (
        <li
          key={step}
          class={dragged === step ? 'step dragged' : 'step'}
          data-item
          data-step={step}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a step takes the keys that move it.
          tabIndex={0}
          draggable
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          onDragStart={(event) => {
            setDragged(step);
            event.dataTransfer?.setData('text/plain', String(place));
          }}
          onDragOver={(event) => {
            event.preventDefault();
            const from = dragged === undefined ? -1 : order.indexOf(dragged);
            if (from >= 0 && from !== place) onMove(from, place);
          }}
          onDrop={(event) => event.preventDefault()}
          onDragEnd={() => setDragged(undefined)}
        >
          <span class="letter" aria-hidden="true">
            {place + 1}
          </span>
          <Html html={question.items[step] ?? ''} />
          <span class="movers">
            <button
              type="button"
              class="tool"
              aria-label={words.strings.moveUp}
              title={`${words.strings.moveUp} (Alt+↑)`}
              disabled={place === 0}
              onClick={() => onMove(place, place - 1)}
            >
              <Icon name="up" />
            </button>
            <button
              type="button"
              class="tool"
              aria-label={words.strings.moveDown}
              title={`${words.strings.moveDown} (Alt+↓)`}
              disabled={place === order.length - 1}
              onClick={() => onMove(place, place + 1)}
            >
              <Icon name="down" />
            </button>
          </span>
        </li>
      ))}
    </ol>
  );
}

interface OrderedProps {
  readonly question: PageQuestion;
  readonly outcome: PageOutcome;
}

/** The steps in their right order, with those marked that stood elsewhere. */
export function Ordered({ question, outcome }: OrderedProps) {
  const { words } = usePage();
  return (
    <ol class="steps" aria-label={words.strings.rightOrder}>
      {(outcome.order ?? []).map((step, place) => {
        const correct = outcome.items[step]?.correct ?? false;
        return (
          <li key={step} class={correct ? 'step right' : 'step wrong'}>
            <span class="letter" aria-hidden="true">
              {place + 1}
            </span>
            <div>
              <Html html={question.items[step] ?? ''} />
              <p class="verdict">
                <Icon name={correct ? 'right' : 'wrong'} />
                {correct
                  ? words.strings.rightPlace
                  : words.fill('wrongPlace', words.number(outcome.chosen.indexOf(step) + 1))}
              </p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
