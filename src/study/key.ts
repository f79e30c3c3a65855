import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { stripNumbering } from '../notes/numbering';
import { encodeBits } from './print';

/**
 * Content identity: the first 64 bits of SHA-256 of the kind and the parts, normalised so that what readers take for the same text has the
 * same key (NFKC, lower case; white space, punctuation and numbering dropped). 11 characters of base64url.
 */
export function keyOf(kind: string, ...parts: readonly string[]): string {
  const hash = sha256(utf8ToBytes(`${kind}\n${parts.map(normalised).join('\n')}`));
  const view = new DataView(hash.buffer, hash.byteOffset);
  return encodeBits(view.getUint32(0), view.getUint32(4));
}

/** Punctuation that only divides a sentence. `C#`, `C++`, `a && b`, `*p` and `a/b` are other things than `C`, `a & b`, `p` and `ab`. */
const DROPPED = /(?![#&%@*/\\])[\s\p{P}\p{C}`´¨]+?/gu;

/** A text without anything that editing by taste changes. A text of nothing but marks stays as it is. */
export function normalised(text: string): string {
  const plain = stripNumbering(text).normalize('NFKC').toLowerCase();
  return plain.replace(DROPPED, '') || plain.trim();
}
