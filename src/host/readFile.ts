import { readFile as readFromDisk, stat } from 'node:fs/promises';
import { type Uri, workspace } from 'vscode';
import type { Stamp } from '../study/noteCache';

/*
 * Files by VS Code's file system, which knows those far away and those that are none; but those on the disk by Node: VS Code asks the window before it
 * touches each, which for ten thousand notes takes four times as long as reading them.
 */

/** What tells whether a file has changed. Rejects when there is no such file. */
export async function stampOf(uri: Uri): Promise<Stamp> {
  if (uri.scheme !== 'file') return workspace.fs.stat(uri);
  const { mtime, size } = await stat(uri.fsPath);
  return { mtime: mtime.getTime(), size };
}

/** All bytes of a file. Rejects when it can't be read. */
export async function readFile(uri: Uri): Promise<Uint8Array> {
  return uri.scheme === 'file' ? readFromDisk(uri.fsPath) : workspace.fs.readFile(uri);
}
