import './styles/base.css';
import './styles/header.css';
import './styles/question.css';
import './styles/markdown.css';
import '../diagram.css';
import '../maths.css';
import './styles/items.css';
import './styles/outcome.css';
import './styles/actions.css';
import './styles/end.css';
import './styles/help.css';
import './styles/adapt.css';
import './elements';
import { render } from 'preact';
import type { Snapshot } from '../../src/quiz/protocol';
import { listenForJargon } from '../jargon/jargon';
import { App } from './App';
import { onSnapshot, pageData, tell } from './host';
import { Words } from './words';

addEventListener('error', ({ message }) => tell({ type: 'failed', message }));
addEventListener('unhandledrejection', ({ reason }) => tell({ type: 'failed', message: String(reason) }));

const words = new Words(pageData());
const root = document.body.appendChild(document.createElement('div'));
root.id = 'quiz';

function show(snapshot?: Snapshot): void {
  render(<App snapshot={snapshot} words={words} />, root);
}

// Before the quiz listens to keys.
listenForJargon();
show();
onSnapshot(show);
tell({ type: 'ready' });
