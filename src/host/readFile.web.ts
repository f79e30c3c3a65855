import { type Uri, workspace } from 'vscode';
import type { Stamp } from '../study/noteCache';

/** What tells whether a file has changed. Rejects when there is no such file. */
export const stampOf = async (uri: Uri): Promise<Stamp> => workspace.fs.stat(uri);

/** All bytes of a file. Rejects when it can't be read. */
export const readFile = async (uri: Uri): Promise<Uint8Array> => workspace.fs.readFile(uri);
