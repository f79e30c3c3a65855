import type { Uri } from 'vscode';
import type { ProgressFiles } from '../progress/ports';
import { StorageFiles } from './progressFiles';

/** The files of a folder, by VS Code's file system: a browser has no other. */
export const filesOf = (folder: Uri): ProgressFiles => new StorageFiles(folder);
