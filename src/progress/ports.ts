import type { Scheduler } from './progress';
import type { Fault } from './record';

/**
 * A folder of small files that are written once and never changed: whatever a crash or another window does, what was written stays.
 * Rejects when the folder can't be used, or there is no such file.
 */
export interface ProgressFiles {
  list(): Promise<readonly string[]>;
  read(name: string): Promise<string>;
  /** Resolves when the whole file stands under its name; a crash leaves either all of it or none. */
  write(name: string, text: string): Promise<void>;
  remove(name: string): Promise<void>;
}

/** The editor's key-value store (`globalState`). */
export interface ProgressState {
  keys(): readonly string[];
  get(key: string): unknown;
  /** Undefined takes the key away. */
  set(key: string, value: unknown): Promise<void>;
  /** Names the keys that Settings Sync may carry to the person's other devices. */
  sync(keys: readonly string[]): void;
}

/** Trouble with stored progress, for a person to be told once. */
export interface Trouble {
  readonly fault: Fault | 'unreadable-folder' | 'unreadable-file' | 'unsaved' | 'no-copy' | 'no-backup';
  /** The file or key that it is about: where a damaged one was set aside, or a newer one left alone; or the reason. */
  readonly where: string;
}

export interface StoreOptions {
  readonly files: ProgressFiles;
  /** Another such folder, for backups. */
  readonly backups: ProgressFiles;
  readonly state: ProgressState;
  readonly scheduler: Scheduler;
  /** Names of this device and this window; small letters and digits only. */
  readonly device: string;
  readonly window: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Resolves after so many milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
  readonly onTrouble: (trouble: Trouble) => void;
}
