import { parentPort } from 'node:worker_threads';
import type { ReadReply, ReadRequest } from './messages';

/** Answers each message of the program that started this worker. (Node; the web has its own in `serve.web.ts`.) */
export function serve(answer: (request: ReadRequest) => ReadReply): void {
  parentPort?.on('message', (request: ReadRequest) => parentPort?.postMessage(answer(request)));
}
