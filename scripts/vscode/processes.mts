/** Starting other programs, and never leaving one behind. */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const windows = process.platform === 'win32';
const running = new Set<ChildProcess>();

/** Starts a program in a process group of its own, so that what it starts in turn can be ended with it. */
export function start(command: string, args: readonly string[], options: SpawnOptions = {}): ChildProcess {
  // npm is a `.cmd` file on Windows, which only a shell starts.
  const shell = windows && command === 'npm';
  const child = spawn(command, args, { cwd: root, detached: !windows, shell, ...options });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** Ends a started program and all that it started. */
export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  kill(child);
  await ended;
}

function kill(child: ChildProcess): void {
  if (child.pid === undefined) return;
  if (windows) spawn('taskkill', ['/pid', String(child.pid), '/T', '/F']);
  else {
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // Already gone.
    }
  }
}

process.once('exit', () => running.forEach(kill));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));

export interface RunOptions extends SpawnOptions {
  /** Also shows the output while it comes. */
  readonly show?: boolean;
}

export interface Finished {
  readonly code: number;
  readonly stdout: string;
  /** Both streams, as they came. */
  readonly output: string;
}

/** Runs a program to its end, without any input. */
export async function finish(command: string, args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  const { show = false, ...spawnOptions } = options;
  const child = start(command, args, { ...spawnOptions, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    output += text;
    if (show) process.stdout.write(text);
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    if (show) process.stderr.write(text);
  });
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => resolve(exitCode ?? 1));
  });
  return { code, stdout, output };
}

/** Runs a program that has to succeed, and returns its standard output. */
export async function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  const { code, stdout, output } = await finish(command, args, options);
  if (code === 0) return stdout;
  const shown = options.show ? '' : `:\n${output.trim().split('\n').slice(-30).join('\n')}`;
  throw new Error(`\`${[command, ...args].join(' ')}\` ended with ${code}${shown}`);
}
