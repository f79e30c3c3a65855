import type { Disposable, Uri } from 'vscode';
import type { StudyNote } from '../study/model';
import type { ReadReply } from './worker/messages';
import { type RunningWorker, startReader } from './worker/start';

interface Waiting {
  readonly resolve: (note: StudyNote) => void;
  readonly reject: (error: Error) => void;
}

/** Reads notes in a worker, so that typing never waits for Markdown. The worker starts with the first note. */
export class NoteReader implements Disposable {
  readonly #extension: Uri;
  readonly #waiting = new Map<number, Waiting>();
  #worker: RunningWorker | undefined;
  #count = 0;

  constructor(extension: Uri) {
    this.#extension = extension;
  }

  /** Rejects when the worker dies; the next note starts a new one. */
  read(text: string): Promise<StudyNote> {
    this.#worker ??= startReader(
      this.#extension,
      (reply) => this.#settle(reply),
      (error) => this.#fail(error),
    );
    this.#count += 1;
    const id = this.#count;
    const note = new Promise<StudyNote>((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    this.#worker.send({ id, text });
    return note;
  }

  dispose(): void {
    this.#fail(new Error('Reading notes was stopped.'));
  }

  #settle({ id, note }: ReadReply): void {
    this.#waiting.get(id)?.resolve(note);
    this.#waiting.delete(id);
  }

  #fail(error: Error): void {
    this.#worker?.stop();
    this.#worker = undefined;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const each of waiting) each.reject(error);
  }
}
