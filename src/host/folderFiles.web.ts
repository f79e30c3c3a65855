import type { Uri } from 'vscode';
import type { Files } from '../study/files';
import { StorageFiles } from './storageFiles';

/** The files of a folder, by VS Code's file system: a browser has no other. */
export const filesOf = (folder: Uri): Files => new StorageFiles(folder);
