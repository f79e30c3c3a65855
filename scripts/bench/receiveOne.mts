import { createServer } from 'node:http';

/** Takes one JSON value over HTTP: from a program that runs inside VS Code. */
export async function receiveOne<T>(): Promise<{ readonly url: string; readonly value: Promise<T> }> {
  let settle: (value: T) => void = () => undefined;
  const value = new Promise<T>((resolve) => {
    settle = resolve;
  });
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    response.writeHead(204).end();
    settle(JSON.parse(body) as T);
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`, value };
}
