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

/** Number of bits, 0 to 64, in which two prints of 11 characters differ. */
export function printDistance(a: string, b: string): number {
  let distance = 0;
  for (let i = 0; i < 11; i++) {
    let bits = alphabet.indexOf(a[i] ?? 'A') ^ alphabet.indexOf(b[i] ?? 'A');
    for (; bits > 0; bits &= bits - 1) distance++;
  }
  return distance;
}
