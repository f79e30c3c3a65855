/** What must be true before anything else can run: the packages of package-lock.json are in node_modules. Plain Node. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const windows = process.platform === 'win32';

/** npm notes in the first of these what it has installed of the second. */
const [installed, wanted] = ['node_modules/.package-lock.json', 'package-lock.json'].map((file) => {
  const path = `${root}${file}`;
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {};
});

/** Compares contents, not ages: a checkout makes the lock file young, and an install costs the better part of a minute. */
function upToDate() {
  return Object.entries(wanted).every(
    ([name, { version, optional }]) => name === '' || optional || installed[name]?.version === version,
  );
}

function run(command, args, options) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (error) throw error;
  return status ?? 1;
}

/** Installs the packages if any is missing or of another version than locked, then runs a TypeScript program and exits. */
export function runTypeScript(file) {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    console.error(`Interview Study needs Node 20 or newer; this is ${process.version}.`);
    process.exit(1);
  }
  if (!upToDate()) {
    console.log('Installing packages (npm ci)…');
    // Nothing here needs an install script, and one of vsce's optional packages would compile for half a minute.
    const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    const status = run('npm', ['ci', ...quiet], { shell: windows });
    if (status !== 0) process.exit(status);
  }
  process.exit(run(process.execPath, ['--import', 'tsx', file, ...process.argv.slice(2)]));
}
