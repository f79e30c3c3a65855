/** The page of a built-in note: scrolls to a heading or a term, explains its jargon, and remembers where it stood. */
import '../diagram.css';
import '../maths.css';
import './note.css';
import * as v from 'valibot';
import { type ShownNote, shownNoteSchema } from '../../src/terms/pageJargon';
import { explainJargon, listenForJargon } from '../jargon/jargon';

interface Remembered {
  readonly uri: string;
  readonly top: number;
  /** The place that the page was born with: the page has been there. */
  readonly born?: string;
}

declare function acquireVsCodeApi(): {
  getState(): Remembered | undefined;
  setState(state: Remembered): void;
};

const vscode = acquireVsCodeApi();
const shown = v.parse(shownNoteSchema, JSON.parse(document.getElementById('data')?.textContent ?? ''));
const before = vscode.getState();

listenForJargon();
const cards = document.createElement('div');
document.querySelector('main')?.append(cards);
explainJargon(shown.jargon ?? [], cards);

// A tab that was hidden is born again when it is shown: it stays where it was read.
const born = shown.place && JSON.stringify(shown.place);
if (before?.uri === shown.uri && (!born || before.born === born)) scrollTo({ top: before.top });
else if (shown.place) goTo(shown.place);
remember();

addEventListener('message', (event: MessageEvent<unknown>) => {
  const told = v.safeParse(shownNoteSchema, event.data);
  if (told.success && told.output.place) goTo(told.output.place);
});
addEventListener('scrollend', remember);

function goTo({ heading, term }: NonNullable<ShownNote['place']>): void {
  const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')];
  const target = (term !== undefined && termAfter(headings[heading], term)) || headings[heading];
  if (!target) return;
  target.scrollIntoView({ block: 'start' });
  target.setAttribute('tabindex', '-1');
  (target as HTMLElement).focus({ preventScroll: true });
}

/** The list item that defines a term: the first after the heading whose bold words are its name. */
function termAfter(heading: Element | undefined, name: string): Element | undefined {
  for (const bold of document.querySelectorAll('li > strong, li > p > strong')) {
    const follows = !heading || heading.compareDocumentPosition(bold) & Node.DOCUMENT_POSITION_FOLLOWING;
    if (follows && bold.textContent?.trim() === name) return bold.closest('li') ?? undefined;
  }
  return undefined;
}

function remember(): void {
  vscode.setState({ uri: shown.uri, top: document.documentElement.scrollTop, ...(born && { born }) });
}
