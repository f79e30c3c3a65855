import type { Uri } from 'vscode';
import type { Files } from '../study/files';
import { DiskFiles } from './diskFiles';
import { StorageFiles } from './storageFiles';

/**
 * The files of a folder, by Node where it can: VS Code's own file system asks the window for each step, which on a busy machine takes longer than a
 * person wants to wait for an answer to be kept.
 */
export function filesOf(folder: Uri): Files {
  return folder.scheme === 'file' ? new DiskFiles(folder.fsPath) : new StorageFiles(folder);
}
