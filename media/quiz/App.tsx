import { useEffect, useRef, useState } from 'preact/hooks';
import type { Snapshot } from '../../src/quiz/protocol';
import { Page } from './context';
import { NothingView, SummaryView } from './EndView';
import { Header } from './Header';
import { Help } from './Help';
import { tell } from './host';
import { intentOf } from './keyboard';
import { QuestionView } from './QuestionView';
import type { Words } from './words';

interface Props {
  readonly snapshot: Snapshot | undefined;
  readonly words: Words;
}

/** What the page looks like is what the last snapshot says; only the help sheet is the page's own. */
export function App({ snapshot, words }: Props) {
  const [help, setHelp] = useState(false);
  const [said, setSaid] = useState('');
  useKeys(snapshot, setHelp);
  useFocus(snapshot);
  useEffect(() => setSaid(snapshot ? summary(snapshot, words) : ''), [snapshot, words]);
  return (
    <Page.Provider value={{ words, announce: setSaid }}>
      {snapshot?.trouble && (
        <p class="trouble" role="alert">
          {snapshot.trouble}
        </p>
      )}
      {snapshot === undefined && <p class="loading">{words.strings.loading}</p>}
      {snapshot?.view === 'question' && (
        <>
          <Header snapshot={snapshot} onHelp={() => setHelp(true)} />
          <QuestionView key={snapshot.turn} snapshot={snapshot} />
        </>
      )}
      {snapshot?.view === 'summary' && <SummaryView snapshot={snapshot} />}
      {snapshot?.view === 'nothing' && <NothingView snapshot={snapshot} />}
      <p class="heard" aria-live="polite">
        {said}
      </p>
      <Help open={help} onClose={() => setHelp(false)} />
    </Page.Provider>
  );
}

/** The keys that mean the same everywhere. */
function useKeys(snapshot: Snapshot | undefined, setHelp: (open: boolean) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!snapshot) return;
      // Not what was drawn last: the dialog closes itself on Escape, and the next key may come before that is known.
      if (document.querySelector('dialog[open]')) {
        // Nothing behind it hears a key.
        event.stopImmediatePropagation();
        if (event.key === '?') setHelp(false);
        return;
      }
      const intent = intentOf(event, snapshot);
      if (intent?.type === 'help') setHelp(true);
      else if (intent?.type === 'undo' || intent?.type === 'openNote' || intent?.type === 'quit')
        tell({ type: intent.type });
      else if (intent?.type === 'more' && snapshot.view === 'question') tell({ type: 'more', turn: snapshot.turn });
      else if (
        (intent?.type === 'bury' || intent?.type === 'suspend' || intent?.type === 'flag') &&
        snapshot.view === 'question'
      )
        tell({ type: 'act', turn: snapshot.turn, act: intent.type });
      else if (intent?.type === 'primary' && snapshot.view !== 'question') tell({ type: 'quit' });
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKey, { capture: true });
    return () => removeEventListener('keydown', onKey, { capture: true });
  });
}

/** Puts the focus where reading goes on: at the question, then at its answer. */
function useFocus(snapshot: Snapshot | undefined): void {
  const place = snapshot?.view === 'question' ? `${snapshot.turn} ${snapshot.outcome !== undefined}` : snapshot?.view;
  const before = useRef<string>(undefined);
  useEffect(() => {
    if (place === undefined || place === before.current) return;
    before.current = place;
    focusReading();
  }, [place]);
  useEffect(() => {
    const onFocus = () => document.activeElement === document.body && focusReading();
    addEventListener('focus', onFocus);
    return () => removeEventListener('focus', onFocus);
  }, []);
}

function focusReading(): void {
  const target = document.querySelector<HTMLElement>('[data-focus]');
  target?.focus({ preventScroll: true });
  // The answer begins where the eye is; only where it would begin below the fold, the page moves.
  if (target && target.getBoundingClientRect().top > 0.7 * innerHeight) target.scrollIntoView({ block: 'start' });
}

/** What a screen reader says beyond what has the focus. */
function summary(snapshot: Snapshot, words: Words): string {
  if (snapshot.view !== 'question') return '';
  const { outcome, done, total } = snapshot;
  if (!outcome) return words.fill('progress', words.number(done), words.number(total));
  if (outcome.right === undefined) return '';
  return outcome.right ? words.strings.right : words.strings.wrong;
}
