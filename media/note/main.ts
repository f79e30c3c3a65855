/** The page of a built-in note: scrolls to a heading or a term, and remembers where it stood. */
import '../diagram.css';
import '../maths.css';
import './note.css';

interface Shown {
  readonly uri: string;
  readonly place?: { readonly heading: number; readonly term?: string };
}

interface Remembered {
  readonly uri: string;
  readonly top: number;
}

declare function acquireVsCodeApi(): {
  getState(): Remembered | undefined;
  setState(state: Remembered): void;
};

const vscode = acquireVsCodeApi();
const shown = JSON.parse(document.getElementById('data')?.textContent ?? '{}') as Shown;
const before = vscode.getState();

if (shown.place) goTo(shown.place);
else if (before?.uri === shown.uri) scrollTo({ top: before.top });
remember();

addEventListener('message', (event: MessageEvent<Shown>) => event.data.place && goTo(event.data.place));
addEventListener('scrollend', remember);

function goTo({ heading, term }: NonNullable<Shown['place']>): void {
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
  vscode.setState({ uri: shown.uri, top: document.documentElement.scrollTop });
}
