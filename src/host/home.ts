import { homedir } from 'node:os';

/** The user's home folder, for `~` in settings. (Node; the web has none.) */
export const homeFolder = (): string | undefined => homedir();
