import { encodeBits } from './print';

/**
 * 64-bit simhash over character 3-grams, 11 characters of base64url: texts that share most of their 3-grams differ in few bits.
 * Moses S. Charikar, "Similarity estimation techniques from rounding algorithms", STOC 2002.
 *
 * Case, white space and Markdown marks don't count. Of a long text the first `LIMIT` characters that count are taken.
 */
export function simhash(text: string): string {
  const length = readCodes(text);
  counts.fill(0);
  const grams = Math.max(1, length - 2);
  for (let i = 0; i < grams; i += 1) {
    const gram =
      Math.imul(codes[i]! * 31 + codes[i + 1]! * 17, 0x9e3779b1) ^
      Math.imul(codes[i + 2]!, 0x85ebca6b) ^
      (codes[i]! << 16);
    const high = mix(gram);
    const low = mix(high ^ gram ^ 0x27d4eb2f);
    for (let nibble = 0; nibble < 8; nibble += 1) {
      lanes[nibble]! += SPREAD[(high >>> (nibble * 4)) & 15]!;
      lanes[8 + nibble]! += SPREAD[(low >>> (nibble * 4)) & 15]!;
    }
    // A lane holds 8 bits.
    if (i % 255 === 254) flush();
  }
  flush();
  return encodeBits(majority(0, grams), majority(32, grams));
}

const LIMIT = 2000;
const codes = new Uint16Array(LIMIT + 2);

/** How many of the 3-grams have each of the 64 bits, the low bit of each half first. */
const counts = new Int32Array(64);
/** The same counts on the way: four bits of a hash in the four bytes of a number, so that one addition counts four bits. */
const lanes = new Uint32Array(16);
const SPREAD = Uint32Array.from({ length: 16 }, (_, bits) =>
  [0, 1, 2, 3].reduce((sum, bit) => sum + ((bits >>> bit) & 1) * 256 ** bit, 0),
);

function flush(): void {
  for (let nibble = 0; nibble < 16; nibble += 1) {
    const lane = lanes[nibble]!;
    for (let bit = 0; bit < 4; bit += 1) counts[nibble * 4 + bit]! += (lane >>> (bit * 8)) & 255;
  }
  lanes.fill(0);
}

function majority(from: number, of: number): number {
  let bits = 0;
  for (let bit = 0; bit < 32; bit += 1) if (counts[from + bit]! * 2 > of) bits |= 1 << bit;
  return bits;
}

/** Fills `codes` with the characters that count, and two zeros behind them; returns how many. */
function readCodes(text: string): number {
  const lower = text.slice(0, LIMIT * 2).toLowerCase();
  let length = 0;
  for (let i = 0; i < lower.length && length < LIMIT; i += 1) {
    const code = lower.charCodeAt(i);
    if (code <= 32 || isMark(code)) continue;
    codes[length] = code;
    length += 1;
  }
  codes[length] = 0;
  codes[length + 1] = 0;
  return length;
}

/** `* _ ` # > | ~` */
function isMark(code: number): boolean {
  return code === 42 || code === 95 || code === 96 || code === 35 || code === 62 || code === 124 || code === 126;
}

/** Finaliser of MurmurHash3 (Austin Appleby, public domain): every bit of the input moves every bit of the output. */
function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
