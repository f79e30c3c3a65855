/**
 * VS Code's own server from the npm package code-server: the host for machines that reach npm but not Microsoft's
 * downloads. Opened in a browser it is the whole workbench, with a Node and a web worker extension host.
 */
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, run, start, stop } from './processes.mjs';

const VERSION = '4.139.1';
const NODE = 24;
const cache = join(root, '.vscode-test');

export interface ServerProgram {
  readonly node: string;
  readonly main: string;
}

export interface ServerOptions {
  /** Holds the user's settings, the installed extensions and their files. */
  readonly dataDir: string;
  readonly port: number;
  /** Opens an unknown folder in Restricted Mode, as users have it; off by default. */
  readonly workspaceTrust?: boolean;
  /** The window's display language. */
  readonly language?: string;
  /** Lets a window load an extension under development and its tests. It also hides notifications. */
  readonly testing?: boolean;
}

export interface Server {
  /** The address of a window on a folder. */
  windowOn(folder: string): URL;
  readonly process: ChildProcess;
  /** Everything the server has printed so far. */
  log(): string;
  stop(): Promise<void>;
}

/** Brings the server into the cache folder, once. */
export async function installServer(): Promise<ServerProgram> {
  const home = join(cache, `server-${VERSION}`);
  if (!existsSync(home)) {
    console.log(`Installing the VS Code server (code-server ${VERSION} from npm, once)…`);
    await installInto(home);
  }
  return {
    node: Number(process.versions.node.split('.')[0]) >= NODE ? process.execPath : join(home, nodeBinary()),
    main: join(home, 'node_modules/code-server/lib/vscode/out/server-main.js'),
  };
}

/** Installs beside the final place and renames at the end: an interrupted install is never taken for a whole one. */
async function installInto(home: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  await removeAbandoned();
  const place = await mkdtemp(join(cache, 'installing-'));
  await writeFile(join(place, 'package.json'), '{ "private": true }\n');
  // Nothing of what the install scripts would compile is needed here, and they need much to compile it.
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await run('npm', ['install', ...quiet, `code-server@${VERSION}`, `${nodePackage()}@${NODE}`], { cwd: place });
  const vscode = join(place, 'node_modules/code-server/lib/vscode');
  await run('npm', ['install', '--omit=dev', ...quiet], { cwd: vscode });
  await run('npm', ['install', '--omit=dev', ...quiet], { cwd: join(vscode, 'extensions') });
  try {
    await rename(place, home);
  } catch (error) {
    // Another run may have been faster; its install is as good.
    await rm(place, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
}

async function removeAbandoned(): Promise<void> {
  const anHourAgo = Date.now() - 3_600_000;
  for (const name of await readdir(cache)) {
    const path = join(cache, name);
    if (name.startsWith('installing-') && (await stat(path)).mtimeMs < anHourAgo) {
      await rm(path, { recursive: true, force: true });
    }
  }
}

/** The packages that the npm package `node` would choose from in its install script. */
function nodePackage(): string {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const prefix = platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  return [prefix, platform, process.arch].join('-');
}

function nodeBinary(): string {
  return join('node_modules', nodePackage(), 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** Installs an extension the way a user does: from its VSIX. */
export async function installVsix(program: ServerProgram, dataDir: string, vsix: string): Promise<void> {
  await run(program.node, [
    program.main,
    '--accept-server-license-terms',
    '--server-data-dir',
    dataDir,
    '--install-extension',
    vsix,
  ]);
}

/** Starts the server and returns when it answers. */
export async function startServer(program: ServerProgram, options: ServerOptions): Promise<Server> {
  const { dataDir, port, workspaceTrust = false, language, testing = false } = options;
  const child = start(
    program.node,
    [
      program.main,
      ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'],
      ...['--accept-server-license-terms', '--server-data-dir', dataDir, '--disable-telemetry'],
      // A built server takes extensions under development only together with this driver.
      ...(testing ? ['--enable-smoke-test-driver'] : []),
      ...(workspaceTrust ? [] : ['--disable-workspace-trust']),
      ...(language ? ['--locale', language] : []),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let log = '';
  child.stdout?.on('data', (chunk: Buffer) => (log += chunk));
  child.stderr?.on('data', (chunk: Buffer) => (log += chunk));
  const origin = `http://127.0.0.1:${port}`;
  for (let tries = 0; !(await answers(origin)); tries++) {
    if (child.exitCode !== null || tries > 300) {
      await stop(child);
      throw new Error(`The VS Code server does not start:\n${log}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const windowOn = (folder: string): URL => {
    const url = new URL(origin);
    url.searchParams.set('folder', urlPath(folder));
    return url;
  };
  return { windowOn, process: child, log: () => log, stop: () => stop(child) };
}

/** A path as VS Code's addresses have it: on Windows `/C:/notes`. */
export function urlPath(path: string): string {
  return decodeURIComponent(pathToFileURL(path).pathname);
}

async function answers(origin: string): Promise<boolean> {
  try {
    return (await fetch(`${origin}/version`)).ok;
  } catch {
    return false;
  }
}

/** Whether nothing else listens on a port. */
export async function isFree(port: number): Promise<boolean> {
  return (await tryPort(port)) !== undefined;
}

export async function freePort(): Promise<number> {
  const port = await tryPort(0);
  if (port === undefined) throw new Error('No port is free.');
  return port;
}

/** Listens on a port for a moment; 0 lets the system choose one. */
async function tryPort(wanted: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
    });
  });
}
