/** The worker's program: Markdown comes in, what it says goes out. The only place of the running extension where notes are parsed for study. */
import { readNote } from '../../study/readNote';
import { serve } from './serve';

serve(({ id, text }) => ({ id, note: readNote(text) }));
