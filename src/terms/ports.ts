import { classOf, digit, inSpacedWord } from './characters';

/** How far before a number, in characters, its `port` or its list is looked for. */
const view = 80;
const listView = 400;

/**
 * Whether the number at [start, end) stands where a port stands: after a host (`localhost:9092`, `[::1]:9092`, `0.0.0.0:9092->9092/tcp`, `PLAINTEXT://:9092`), after the
 * word port (`port: 8088`, `SERVER_PORT=8088`, `containerPort: 8088`, `--port 8088`, `EXPOSE 8088`, 端口 8088), before it (`9092 port`, 9092 端口),
 * or in a YAML list below `ports:`.
 */
export function isPort(text: string, start: number, end: number): boolean {
  if (isPartOfNumber(text, start, end)) return false;
  const before = text.slice(Math.max(0, start - view), start);
  if (/:\/\/:$/.test(before)) return true;
  if (/[\w\]*}]:$/.test(before)) return !/(^|[^\w.-])\d{1,2}:$/.test(before);
  if (/port(s|_number| number)?["'`]?\s*(\(|:|=|=>|->|is|,)?\s*["'`]?$/i.test(before)) return true;
  if (/(端口号?|\bEXPOSE|\s-p)\s*(为|是|:|：|=)?\s*$/.test(before)) return true;
  const after = text.slice(end, end + 16);
  if (/^\s*(端口|port\b)/i.test(after)) return true;
  return (
    /\n?[ \t]*-[ \t]*["']?([\w.]+:)?$/.test(before) && isInPortList(text.slice(Math.max(0, start - listView), start))
  );
}

function isPartOfNumber(text: string, start: number, end: number): boolean {
  const before = start > 0 ? text.charCodeAt(start - 1) : 0;
  const after = end < text.length ? text.charCodeAt(end) : 0;
  if (inSpacedWord(before) || inSpacedWord(after)) return true;
  const isDigitAt = (at: number) => at >= 0 && at < text.length && classOf(text.charCodeAt(at)) === digit;
  return (text[start - 1] === '.' && isDigitAt(start - 2)) || (text[end] === '.' && isDigitAt(end + 1));
}

/** Whether the last line of `before` is an item of a YAML list whose key is `ports`. */
function isInPortList(before: string): boolean {
  const lines = before.split('\n');
  for (let i = lines.length - 1; i >= 0; i--) {
    if (/^\s*(ports|expose)\s*:\s*$/.test(lines[i]!)) return true;
    if (!/^\s*(-|#|$)/.test(lines[i]!)) return false;
  }
  return false;
}
