/** The beginning or the end of fenced code. */
export const FENCE = /^[ \t]*(`{3,}|~{3,})/;

/** Applies `change` to all but fenced code. */
export function outsideFences(markdown: string, change: (text: string) => string): string {
  let out = '';
  let pending = '';
  let fence = '';
  for (const line of markdown.split(/(?<=\n)/)) {
    const mark = FENCE.exec(line)?.[1];
    if (fence === '' && mark === undefined) {
      pending += line;
      continue;
    }
    out += change(pending);
    pending = '';
    out += line;
    if (mark === undefined) continue;
    if (fence === '') fence = mark;
    else if (mark.startsWith(fence)) fence = '';
  }
  return out + change(pending);
}
