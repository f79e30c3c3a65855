import { parentPort } from 'node:worker_threads';

/** Answers each message of the program that started this worker. (Node; the web has its own in `serve.web.ts`.) */
export function serve<Request, Reply>(answer: (request: Request) => Reply): void {
  parentPort?.on('message', (request: Request) => parentPort?.postMessage(answer(request)));
}
