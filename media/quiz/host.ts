import * as v from 'valibot';
import { type PageData, type PageEvent, pageDataSchema, type Snapshot, snapshotSchema } from '../../src/quiz/protocol';

interface VsCodeApi {
  postMessage(message: PageEvent): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

const vscode = acquireVsCodeApi();

export function tell(event: PageEvent): void {
  vscode.postMessage(event);
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
