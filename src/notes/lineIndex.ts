/** Turns offsets into 1-based line numbers; `\r\n`, `\n` and `\r` end a line, as in the editor. */
export class LineIndex {
  private readonly starts: Uint32Array;
  private readonly count: number;

  constructor(text: string) {
    let starts = new Uint32Array(1024);
    let count = 1;
    const next = text.includes('\r') ? nextEnd : nextNewline;
    for (let end = next(text, 0); end >= 0; end = next(text, end + 1)) {
      if (count === starts.length) {
        const larger = new Uint32Array(count * 2);
        larger.set(starts);
        starts = larger;
      }
      starts[count] = end + 1;
      count += 1;
    }
    this.starts = starts;
    this.count = count;
  }

  lineAt(offset: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }
}

function nextNewline(text: string, from: number): number {
  return text.indexOf('\n', from);
}

/** The last character of the next line end, whichever it is. */
function nextEnd(text: string, from: number): number {
  for (let i = from; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) return i;
  }
  return -1;
}
