/** Installs Debian packages where this program may: as root on a system that has apt. */
import { existsSync } from 'node:fs';
import { finish, run } from './processes.mjs';

export function isDebianRoot(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && existsSync('/etc/debian_version');
}

export async function ensureDebianPackages(packages: readonly string[]): Promise<void> {
  console.log(`Installing ${packages.join(', ')} (by apt-get)…`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['install', '--yes', '--no-install-recommends', ...packages];
  // The lists of a fresh machine are empty or old; asking first whether they do saves their download on the others.
  if ((await finish('apt-get', install, { env })).code === 0) return;
  await run('apt-get', ['update'], { env });
  await run('apt-get', install, { env });
}
