/**
 * A folder of small files that are written once and never changed, or can be made anew: whatever a crash or another window does, what was written
 * stays. Rejects when the folder can't be used, or there is no such file.
 */
export interface Files {
  list(): Promise<readonly string[]>;
  read(name: string): Promise<string>;
  /** Resolves when the whole file stands under its name; a crash leaves either all of it or none. */
  write(name: string, text: string): Promise<void>;
  remove(name: string): Promise<void>;
}
