import type { Uri } from 'vscode';
import type { ReadReply, ReadRequest } from './messages';
import type { RunningWorker } from './start';

/** Reads notes where it runs: on the web that is a worker already, beside the window and not in it. */
export function startReader(
  _extension: Uri,
  onReply: (reply: ReadReply) => void,
  onError: (error: Error) => void,
): RunningWorker {
  let stopped = false;
  const read = async ({ id, text }: ReadRequest): Promise<void> => {
    const { readNote } = await import('../../study/readNote');
    if (!stopped) onReply({ id, note: readNote(text) });
  };
  return {
    send: (request) => void read(request).catch(onError),
    stop: () => {
      stopped = true;
    },
  };
}
