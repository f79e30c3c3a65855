import { Uri } from 'vscode';
import type { RunningWorker } from './start';

interface WebWorker {
  onmessage: ((event: { data: unknown }) => void) | null;
  onerror: ((event: { message?: string }) => void) | null;
  postMessage(message: unknown): void;
  terminate(): void;
}

declare const Worker: new (url: string) => WebWorker;

/** Starts the worker that reads notes. */
export function startReader<Request, Reply>(
  extension: Uri,
  onReply: (reply: Reply) => void,
  onError: (error: Error) => void,
): RunningWorker<Request> {
  const worker = new Worker(Uri.joinPath(extension, 'dist', 'web', 'reader.js').toString(true));
  worker.onmessage = (event) => onReply(event.data as Reply);
  worker.onerror = (event) => onError(new Error(event.message ?? 'The worker that reads notes has stopped.'));
  return { send: (request) => worker.postMessage(request), stop: () => worker.terminate() };
}
