/** The worker's program: Markdown comes in, what it says goes out. The only place of the running extension where notes are parsed. */
import { readNote } from '../../study/readNote';
import type { ReadReply, ReadRequest } from './messages';
import { serve } from './serve';

serve<ReadRequest, ReadReply>(({ id, text }) => ({ id, note: readNote(text) }));
