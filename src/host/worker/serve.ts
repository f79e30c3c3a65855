import type { ReadReply, ReadRequest } from './messages';

/** What a web worker has around it, and Node's has not. */
interface WorkerScope {
  onmessage?: (event: { data: unknown }) => void;
  postMessage?(message: unknown): void;
}

/** Answers each message of the program that started this worker. One program serves both hosts, which differ in how a worker is spoken to. */
export function serve(answer: (request: ReadRequest) => ReadReply): void {
  const scope = globalThis as unknown as WorkerScope;
  if (scope.postMessage) scope.onmessage = (event) => scope.postMessage?.(answer(event.data as ReadRequest));
  else void serveNode(answer);
}

async function serveNode(answer: (request: ReadRequest) => ReadReply): Promise<void> {
  const { parentPort } = await import('node:worker_threads');
  parentPort?.on('message', (request: ReadRequest) => parentPort.postMessage(answer(request)));
}
