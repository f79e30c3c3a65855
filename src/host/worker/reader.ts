/** The worker's program: Markdown comes in, what it says goes out. */
import { parentPort } from 'node:worker_threads';
import { readNote } from '../../study/readNote';
import type { ReadReply, ReadRequest } from './messages';

parentPort?.on('message', ({ id, text }: ReadRequest) => {
  const reply: ReadReply = { id, note: readNote(text) };
  parentPort?.postMessage(reply);
});
