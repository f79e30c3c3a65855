import type { Files } from '../study/files';
import type { Scheduler } from './progress';
import type { Fault } from './record';

/** The editor's key-value store (`globalState`). */
export interface ProgressState {
  keys(): readonly string[];
  get(key: string): unknown;
  /** Undefined takes the key away. */
  set(key: string, value: unknown): Promise<void>;
  /** Names the keys that Settings Sync may carry to the person's other devices. */
  sync(keys: readonly string[]): void;
}

/** What large progress can do no longer: Settings Sync carries it to no other device; its copy leaves out so many cards. */
export type Growth = 'not-synced' | 'partial-copy';

/** Trouble with stored progress, for a person to be told once. */
export interface Trouble {
  readonly fault: Fault | 'unreadable-folder' | 'unreadable-file' | 'unsaved' | 'no-copy' | 'no-backup' | Growth;
  /** The file or key that it is about: where a damaged one was set aside, or a newer one left alone, or unreadable and why; or the reason, or how many cards. */
  readonly where: string;
}

export interface StoreOptions {
  readonly files: Files;
  /** Another such folder, for backups. */
  readonly backups: Files;
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
