/** What must be true before anything else can run: the packages of package-lock.json are in node_modules. Plain Node. */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const windows = process.platform === 'win32';

/** npm rewrites this file in node_modules at the end of every install, so its age is the age of the install. */
const installedLock = `${root}node_modules/.package-lock.json`;

function ageOf(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function run(command, args, options) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (error) throw error;
  return status ?? 1;
}

/** Installs the packages if they are missing or older than the lock file, then runs a TypeScript program and exits. */
export function runTypeScript(file) {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    console.error(`Interview Study needs Node 20 or newer; this is ${process.version}.`);
    process.exit(1);
  }
  if (ageOf(installedLock) < ageOf(`${root}package-lock.json`)) {
    console.log('Installing packages (npm ci)…');
    const status = run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { shell: windows });
    if (status !== 0) process.exit(status);
  }
  process.exit(run(process.execPath, ['--import', 'tsx', file, ...process.argv.slice(2)]));
}
