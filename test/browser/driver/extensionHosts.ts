/** Finds the Node extension hosts that a server has started. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

export async function extensionHostsOf(server: number): Promise<number[]> {
  const processes = existsSync('/proc/self/stat') ? await fromProc() : fromPs();
  return processes
    .filter(({ parent, command }) => parent === server && command.includes('--type=extensionHost'))
    .map(({ pid }) => pid);
}

/** Linux without the `ps` program, as in small containers. */
async function fromProc(): Promise<Process[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const read = await Promise.all(
    pids.map(async (pid): Promise<Process[]> => {
      try {
        const status = await readFile(`/proc/${pid}/status`, 'utf8');
        const parent = /^PPid:\s*(\d+)/m.exec(status)?.[1];
        return [{ pid: Number(pid), parent: Number(parent), command: await readFile(`/proc/${pid}/cmdline`, 'utf8') }];
      } catch {
        return []; // It has ended meanwhile.
      }
    }),
  );
  return read.flat();
}

function fromPs(): Process[] {
  const lines = execFileSync('ps', ['-axo', 'pid=,ppid=,command='], { encoding: 'utf8' }).trim().split('\n');
  return lines.map((line) => {
    const [pid, parent, ...command] = line.trim().split(/\s+/);
    return { pid: Number(pid), parent: Number(parent), command: command.join(' ') };
  });
}
