import { useEffect, useState } from 'preact/hooks';
import type { QuestionSnapshot } from '../../src/quiz/protocol';
import { usePage } from './context';
import { tell } from './host';
import { Icon } from './Icon';

interface Props {
  readonly snapshot: QuestionSnapshot;
  readonly onHelp: () => void;
}

/** Where one is: the topic, the way through the session, the time; and what can be done at any moment. */
export function Header({ snapshot, onHelp }: Props) {
  const { words } = usePage();
  const { strings } = words;
  const { turn, path, done, total, returning, canUndo } = snapshot;
  const soon = words.fill('returning', words.number(returning));
  return (
    <header>
      <div class="bar">
        <nav class="path" aria-label={strings.openNote}>
          <button
            type="button"
            class="link"
            title={`${strings.openNote} (O)`}
            onClick={() => tell({ type: 'openNote' })}
          >
            {path.map((step, index) => (
              <span key={`${index}-${step}`}>{step}</span>
            ))}
          </button>
        </nav>
        <span class="counts">
          <span aria-hidden="true">
            {words.number(done)} / {words.number(total)}
          </span>
          {returning > 0 && (
            <span class="returning" title={soon}>
              <Icon name="again" /> <span aria-hidden="true">{words.number(returning)}</span>
              <span class="heard">{soon}</span>
            </span>
          )}
          <Clock snapshot={snapshot} />
        </span>
        <span class="tools">
          <Tool icon="undo" label={strings.undo} keys="U" disabled={!canUndo} onClick={() => tell({ type: 'undo' })} />
          <Tool icon="note" label={strings.openNote} keys="O" onClick={() => tell({ type: 'openNote' })} />
          <Tool icon="more" label={strings.moreActions} keys="M" onClick={() => tell({ type: 'more', turn })} />
          <Tool icon="help" label={strings.help} keys="?" onClick={onHelp} />
          <Tool icon="close" label={strings.quit} keys="Esc" onClick={() => tell({ type: 'quit' })} />
        </span>
      </div>
      <vscode-progress-bar
        value={done + returning / 2}
        max={Math.max(1, total)}
        aria-label={words.fill('progress', words.number(done), words.number(total))}
      />
    </header>
  );
}

interface ToolProps {
  readonly icon: 'undo' | 'note' | 'more' | 'help' | 'close';
  readonly label: string;
  readonly keys: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

function Tool({ icon, label, keys, disabled = false, onClick }: ToolProps) {
  return (
    <button
      type="button"
      class="tool"
      aria-label={label}
      aria-keyshortcuts={keys}
      title={`${label} (${keys})`}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}

/** Thinking longer than this is being away, and not counted. */
const longestAnswer = 60_000;

/** The time of the session, which runs while a question is open. */
function Clock({ snapshot }: { readonly snapshot: QuestionSnapshot }) {
  const { words } = usePage();
  const [running, setRunning] = useState(0);
  const { turn, elapsed } = snapshot;
  useEffect(() => {
    const from = performance.now();
    setRunning(0);
    const timer = setInterval(() => setRunning(Math.min(performance.now() - from, longestAnswer)), 1000);
    return () => clearInterval(timer);
  }, [turn]);
  return (
    <span class="clock" role="timer" aria-label={words.strings.elapsed}>
      {words.clock(elapsed + running)}
    </span>
  );
}
