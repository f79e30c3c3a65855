/** The worker's program: Markdown comes in, what it says goes out. The only place of the running extension where notes are parsed for study. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { packNote } from '../../study/packedNote';
import { readNote } from '../../study/readNote';
import { scanTopics } from '../../study/scan';
import type { ReadReply, ReadRequest } from './messages';
import { serve } from './serve';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

serve(({ id, what, bytes, known }: ReadRequest): ReadReply => {
  if (what === 'scan') return { id, hash: '', note: packNote(scanTopics(decoder.decode(bytes))) };
  const hash = bytesToHex(sha256(bytes).subarray(0, 16));
  return { id, hash, note: hash === known ? undefined : packNote(readNote(decoder.decode(bytes))) };
});
