import { encodeBits } from './print';

/**
 * 64-bit simhash over character 3-grams, 11 characters of base64url: texts that share most of their 3-grams differ in few bits.
 * Moses S. Charikar, "Similarity estimation techniques from rounding algorithms", STOC 2002.
 *
 * Case, white space and Markdown marks don't count. Texts longer than `LIMIT` are told apart by their first part.
 */
export function simhash(text: string): string {
  const codes = significant(text);
  const length = codes.length;
  counts.fill(0);
  let total = 0;
  for (let i = 0; i + 2 < Math.max(length, 3); i += 1) {
    const gram =
      Math.imul((codes[i] ?? 0) * 31 + (codes[i + 1] ?? 0) * 17, 0x9e3779b1) ^ Math.imul(codes[i + 2] ?? 0, 0x85ebca6b);
    const high = mix(gram ^ ((codes[i] ?? 0) << 16));
    const low = mix(high ^ gram ^ 0x27d4eb2f);
    total += 1;
    for (let bit = 0; bit < 32; bit += 1) {
      counts[bit]! += (high >>> bit) & 1;
      counts[32 + bit]! += (low >>> bit) & 1;
    }
  }
  let high = 0;
  let low = 0;
  for (let bit = 0; bit < 32; bit += 1) {
    if (counts[bit]! * 2 > total) high |= 1 << bit;
    if (counts[32 + bit]! * 2 > total) low |= 1 << bit;
  }
  return encodeBits(high, low);
}

const LIMIT = 2000;
const counts = new Int32Array(64);
const buffer = new Uint16Array(LIMIT);

function significant(text: string): Uint16Array {
  const lower = text.slice(0, LIMIT * 2).toLowerCase();
  let length = 0;
  for (let i = 0; i < lower.length && length < LIMIT; i += 1) {
    const code = lower.charCodeAt(i);
    // White space and the marks of Markdown: * _ ` # > | ~
    if (
      code <= 32 ||
      code === 42 ||
      code === 95 ||
      code === 96 ||
      code === 35 ||
      code === 62 ||
      code === 124 ||
      code === 126
    )
      continue;
    buffer[length] = code;
    length += 1;
  }
  return buffer.subarray(0, length);
}

/** Finaliser of MurmurHash3 (Austin Appleby, public domain): every bit of the input moves every bit of the output. */
function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
