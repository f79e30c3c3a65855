import { Worker } from 'node:worker_threads';
import { Uri } from 'vscode';

/** A program running beside this one. */
export interface RunningWorker<Request> {
  send(request: Request): void;
  stop(): void;
}

/** Starts the worker that reads notes. (Node; the web has its own in `start.web.ts`.) */
export function startReader<Request, Reply>(
  extension: Uri,
  onReply: (reply: Reply) => void,
  onError: (error: Error) => void,
): RunningWorker<Request> {
  const worker = new Worker(Uri.joinPath(extension, 'dist', 'node', 'reader.js').fsPath);
  worker.on('message', onReply);
  worker.on('error', onError);
  worker.unref();
  return { send: (request) => worker.postMessage(request), stop: () => void worker.terminate() };
}
