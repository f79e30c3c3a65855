/** Runs the tests inside the extension host and sends each result to the program that started the editor. */
// Its build for browsers, which defines a global `mocha`.
import 'mocha';
import type { ReporterConstructor, Runner, Test } from 'mocha';
import type { Report } from '../../../scripts/vscode/results.mjs';

/** Set by the bundler: where the results go, or nothing for the console. */
declare const REPORT_URL: string;

/** `runTests` listens to the runner itself. */
const Silent = class {} as unknown as ReporterConstructor;

export async function runTests(load: () => void): Promise<void> {
  const sent: Promise<unknown>[] = [];
  const send = (report: Report): void => {
    if (REPORT_URL) sent.push(fetch(REPORT_URL, { method: 'POST', body: JSON.stringify(report) }));
    else console.log(report);
  };

  mocha.setup({ ui: 'bdd', timeout: 60_000, reporter: Silent });
  load();
  const failures = await new Promise<number>((resolve) => {
    // Not `mocha.run`: the one of the browser build reads the page's address, and the Node host has no page.
    const runner: Runner = Object.getPrototypeOf(mocha).run.call(mocha, resolve);
    runner.on('pass', (test) => send({ kind: 'pass', title: test.fullTitle(), duration: test.duration ?? 0 }));
    runner.on('fail', (test, error) => send({ kind: 'fail', title: test.fullTitle(), error: describeError(error) }));
    runner.on('pending', (test: Test) => send({ kind: 'skip', title: test.fullTitle() }));
  });
  await Promise.all(sent);
  send({ kind: 'end' });
  await Promise.all(sent);
  if (failures > 0) throw new Error(`${failures} failed`);
}

function describeError(error: Error): string {
  // The frames of mocha itself tell nothing.
  const stack = error.stack?.split(/\n\s+at callFn\b/)[0] ?? '';
  return stack.includes(error.message) ? stack : `${error.message}\n${stack}`;
}
