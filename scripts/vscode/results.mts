/** Receives the results of tests that run inside an editor, test by test, over HTTP: the one way out of every host. */
import { createServer } from 'node:http';

/** What the tests send; `test/editor/support/report.ts` is the other end. */
export type Report =
  | { readonly kind: 'pass'; readonly title: string; readonly duration: number }
  | { readonly kind: 'fail'; readonly title: string; readonly error: string }
  | { readonly kind: 'skip'; readonly title: string }
  | { readonly kind: 'end' };

export interface Totals {
  passed: number;
  failed: number;
  skipped: number;
}

export interface Receiver {
  readonly url: string;
  readonly totals: Totals;
  /** Settles when the tests have said that they are through. */
  readonly ended: Promise<void>;
  close(): void;
}

export async function receiveResults(): Promise<Receiver> {
  const totals: Totals = { passed: 0, failed: 0, skipped: 0 };
  let end = (): void => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    // The web worker host's page has an origin of its own.
    response.writeHead(204, { 'Access-Control-Allow-Origin': '*' }).end();
    if (body === '') return;
    const report = JSON.parse(body) as Report;
    show(report, totals);
    if (report.kind === 'end') end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    totals,
    ended,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function show(report: Report, totals: Totals): void {
  switch (report.kind) {
    case 'pass':
      totals.passed++;
      console.log(`  ✔ ${report.title} (${report.duration} ms)`);
      break;
    case 'fail':
      totals.failed++;
      console.log(`  ✘ ${report.title}\n${report.error.replaceAll(/^/gm, '      ')}`);
      break;
    case 'skip':
      totals.skipped++;
      console.log(`  - ${report.title}`);
      break;
    case 'end':
      break;
  }
}
