import type { ReadReply, ReadRequest } from './messages';

interface WorkerScope {
  onmessage: ((event: { data: unknown }) => void) | null;
  postMessage(message: unknown): void;
}

/** Answers each message of the program that started this worker. */
export function serve(answer: (request: ReadRequest) => ReadReply): void {
  const scope = globalThis as unknown as WorkerScope;
  scope.onmessage = (event) => scope.postMessage(answer(event.data as ReadRequest));
}
