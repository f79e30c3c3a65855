import { Uri, workspace } from 'vscode';
import type { ReadReply, ReadRequest } from './messages';
import type { RunningWorker } from './start';

interface WebWorker {
  onmessage: ((event: { data: unknown }) => void) | null;
  onerror: ((event: { message?: string }) => void) | null;
  postMessage(message: unknown): void;
  terminate(): void;
}

declare const Worker: new (url: string) => WebWorker;
declare const Blob: new (parts: readonly Uint8Array[], options: { type: string }) => object;
declare const URL: { createObjectURL(blob: object): string; revokeObjectURL(url: string): void };

/** Starts the worker that reads notes. What is sent before it runs waits for it. */
export function startReader(
  extension: Uri,
  onReply: (reply: ReadReply) => void,
  onError: (error: Error) => void,
): RunningWorker {
  let stopped = false;
  const starting = start(extension).then((worker) => {
    worker.onmessage = (event) => onReply(event.data as ReadReply);
    worker.onerror = (event) => onError(new Error(event.message ?? 'The worker that reads notes has stopped.'));
    if (stopped) worker.terminate();
    return worker;
  });
  starting.catch(onError);
  const use = (what: (worker: WebWorker) => void) => void starting.then(what, () => undefined);
  return {
    send: (request: ReadRequest) => use((worker) => worker.postMessage(request)),
    stop: () => {
      stopped = true;
      use((worker) => worker.terminate());
    },
  };
}

/** A worker may only be started from the host's own origin, which an extension's files do not have: their text has. */
async function start(extension: Uri): Promise<WebWorker> {
  const program = await workspace.fs.readFile(Uri.joinPath(extension, 'dist', 'reader.js'));
  const url = URL.createObjectURL(new Blob([program], { type: 'text/javascript' }));
  try {
    return new Worker(url);
  } finally {
    // The worker fetches the program in its own time, and needs no more of the name after it.
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  }
}
