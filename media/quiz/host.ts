import * as v from 'valibot';
import { type PageData, type PageEvent, pageDataSchema, type Snapshot, snapshotSchema } from '../../src/quiz/protocol';

interface VsCodeApi {
  postMessage(message: PageEvent): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

const vscode = acquireVsCodeApi();

export function tell(event: PageEvent): void {
  vscode.postMessage(event);
}

const draftSchema = v.object({ turn: v.number(), text: v.string() });

/** Keeps what is being typed: the page is thrown away whenever it is hidden. */
export function keepDraft(turn: number, text: string): void {
  vscode.setState({ turn, text } satisfies v.InferOutput<typeof draftSchema>);
}

/** What was being typed as the answer to a question. */
export function draftOf(turn: number): string {
  const result = v.safeParse(draftSchema, vscode.getState());
  return result.success && result.output.turn === turn ? result.output.text : '';
}

/** Hears what is to be on screen. What is no snapshot is not shown, and said to be none. */
export function onSnapshot(show: (snapshot: Snapshot) => void): void {
  addEventListener('message', (event: MessageEvent<unknown>) => {
    const result = v.safeParse(snapshotSchema, event.data);
    if (result.success) show(result.output);
    else tell({ type: 'failed', message: `Not a snapshot: ${result.issues[0].message}` });
  });
}

export function pageData(): PageData {
  const text = document.getElementById('data')?.textContent ?? '';
  return v.parse(pageDataSchema, JSON.parse(text)) as PageData;
}
