const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** 64 bits as 11 characters of base64url. */
export function encodeBits(high: number, low: number): string {
  let bits = (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
  let text = '';
  for (let i = 0; i < 11; i++) {
    text = alphabet[Number(bits & 63n)] + text;
    bits >>= 6n;
  }
  return text;
}

/** The two halves of a print of 11 characters, as signed 32-bit numbers. */
export function decodeBits(print: string): readonly [high: number, low: number] {
  // Eleven characters hold 66 bits; the first two bits are none of the print.
  let high = 0;
  let low = 0;
  for (let i = 0; i < 11; i++) {
    const bits = Math.max(0, alphabet.indexOf(print[i] ?? 'A'));
    high = (high << 6) | (low >>> 26);
    low = (low << 6) | bits;
  }
  return [high, low];
}

/** Number of bits that are set in a 32-bit number. */
export function ones(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Number of bits, 0 to 64, in which two prints of 11 characters differ. */
export function printDistance(a: string, b: string): number {
  const [highA, lowA] = decodeBits(a);
  const [highB, lowB] = decodeBits(b);
  return ones(highA ^ highB) + ones(lowA ^ lowB);
}
