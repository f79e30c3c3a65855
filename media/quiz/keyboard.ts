import type { Snapshot } from '../../src/quiz/protocol';

/** What a key asks for. Keys that a control in focus handles itself ask for nothing. */
export type Intent =
  | {
      readonly type:
        | 'primary'
        | 'undo'
        | 'openNote'
        | 'bury'
        | 'suspend'
        | 'flag'
        | 'more'
        | 'help'
        | 'quit'
        | 'next'
        | 'previous'
        | 'later'
        | 'earlier';
    }
  | { readonly type: 'grade'; readonly grade: 1 | 2 | 3 | 4 }
  | { readonly type: 'option'; readonly index: number };

const arrows: Record<string, 'next' | 'previous'> = {
  ArrowDown: 'next',
  ArrowRight: 'next',
  ArrowUp: 'previous',
  ArrowLeft: 'previous',
};

/** As in Anki. */
const marks: Record<string, 'bury' | 'suspend' | 'flag'> = { '-': 'bury', '@': 'suspend', '*': 'flag' };

export function intentOf(event: KeyboardEvent, snapshot: Snapshot): Intent | undefined {
  if (event.isComposing || event.defaultPrevented) return undefined;
  const { key } = event;
  if (event.ctrlKey || event.metaKey) {
    return key.toLowerCase() === 'z' && !event.shiftKey && !event.altKey ? { type: 'undo' } : undefined;
  }
  if (event.altKey) {
    return key === 'ArrowUp' ? { type: 'earlier' } : key === 'ArrowDown' ? { type: 'later' } : undefined;
  }
  // What is typed into a field is text.
  if (isField(event)) return key === 'Enter' ? { type: 'primary' } : key === 'Escape' ? { type: 'quit' } : undefined;
  if (key === 'Escape') return { type: 'quit' };
  if (key === '?' || key === '？') return { type: 'help' };
  if (key === 'Enter' || key === ' ') return isControl(event) ? undefined : { type: 'primary' };
  const arrow = arrows[key];
  if (arrow) return { type: arrow };

  if (snapshot.view === 'question') {
    if (snapshot.outcome && /^[1-4]$/.test(key)) return { type: 'grade', grade: Number(key) as 1 | 2 | 3 | 4 };
    if (!snapshot.outcome && snapshot.question.kind === 'choice') {
      const index = optionIndex(key);
      if (index !== undefined && index < snapshot.question.items.length) return { type: 'option', index };
    }
    const mark = marks[key];
    if (mark) return { type: mark };
    if (key.toLowerCase() === 'm') return { type: 'more' };
    if (key.toLowerCase() === 'o') return { type: 'openNote' };
  }
  return key.toLowerCase() === 'u' ? { type: 'undo' } : undefined;
}

/** The letter of an option. */
export function optionLetter(index: number): string {
  return String.fromCharCode(65 + index);
}

/** Letters name all options, figures the first nine. */
function optionIndex(key: string): number | undefined {
  if (/^[1-9]$/.test(key)) return Number(key) - 1;
  return /^[a-z]$/i.test(key) ? key.toUpperCase().charCodeAt(0) - 65 : undefined;
}

function isField(event: KeyboardEvent): boolean {
  return event.composedPath().some((target) => target instanceof HTMLInputElement);
}

function isControl(event: KeyboardEvent): boolean {
  return event
    .composedPath()
    .some((target) => target instanceof Element && target.matches('button, a[href], vscode-button'));
}
