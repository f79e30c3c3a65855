import { Worker } from 'node:worker_threads';
import { Uri } from 'vscode';
import type { ReadReply, ReadRequest } from './messages';

/** A reader of notes running beside this program. */
export interface RunningWorker {
  send(request: ReadRequest): void;
  stop(): void;
}

/** Starts the worker that reads notes. (Node; the web has its own in `start.web.ts`.) */
export function startReader(
  extension: Uri,
  onReply: (reply: ReadReply) => void,
  onError: (error: Error) => void,
): RunningWorker {
  const worker = new Worker(Uri.joinPath(extension, 'dist', 'reader.js').fsPath);
  worker.on('message', onReply);
  worker.on('error', onError);
  worker.unref();
  return { send: (request) => worker.postMessage(request), stop: () => void worker.terminate() };
}
