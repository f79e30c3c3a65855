interface WorkerScope {
  onmessage: ((event: { data: unknown }) => void) | null;
  postMessage(message: unknown): void;
}

/** Answers each message of the program that started this worker. */
export function serve<Request, Reply>(answer: (request: Request) => Reply): void {
  const scope = globalThis as unknown as WorkerScope;
  scope.onmessage = (event) => scope.postMessage(answer(event.data as Request));
}
