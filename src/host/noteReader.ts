import type { Disposable, Uri } from 'vscode';
import type { NoteReading } from '../study/noteIndexer';
import type { PackedNote } from '../study/packedNote';
import type { ReadReply, ReadRequest } from './worker/messages';
import { type RunningWorker, startReader } from './worker/start';

interface Waiting {
  readonly resolve: (reply: ReadReply) => void;
  readonly reject: (error: Error) => void;
}

/** Reads notes in a worker, so that typing never waits for Markdown. The worker starts with the first note. */
export class NoteReader implements NoteReading, Disposable {
  readonly #extension: Uri;
  readonly #waiting = new Map<number, Waiting>();
  #worker: RunningWorker | undefined;
  #count = 0;

  constructor(extension: Uri) {
    this.#extension = extension;
  }

  async scan(bytes: Uint8Array): Promise<PackedNote> {
    return (await this.#ask({ what: 'scan', bytes })).note!;
  }

  read(bytes: Uint8Array, known?: string): Promise<ReadReply> {
    return this.#ask({ what: 'read', bytes, ...(known !== undefined && { known }) });
  }

  dispose(): void {
    this.#fail(new Error('Reading notes was stopped.'));
  }

  /** Rejects when the worker dies; the next note starts a new one. */
  #ask(request: Omit<ReadRequest, 'id'>): Promise<ReadReply> {
    this.#worker ??= startReader(
      this.#extension,
      (reply) => this.#settle(reply),
      (error) => this.#fail(error),
    );
    this.#count += 1;
    const id = this.#count;
    const reply = new Promise<ReadReply>((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    this.#worker.send({ id, ...request });
    return reply;
  }

  #settle(reply: ReadReply): void {
    this.#waiting.get(reply.id)?.resolve(reply);
    this.#waiting.delete(reply.id);
  }

  #fail(error: Error): void {
    this.#worker?.stop();
    this.#worker = undefined;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const each of waiting) each.reject(error);
  }
}
