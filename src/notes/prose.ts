import { CJK } from './script';

/**
 * Whether an indented "code" block is prose that someone indented by habit (Chinese notes indent paragraphs by tabs). Every line that
 * says something has to read like a sentence: one line of code among them keeps the whole as it is.
 */
export function isProse(indented: string): boolean {
  let prose = 0;
  let other = 0;
  for (const line of indented.split(/\r?\n|\r/)) {
    const text = line.trim();
    if (text === '') continue;
    if (isCodeLine(text)) other += text.length;
    else if (isProseLine(text)) prose += text.length;
    else other += text.length;
  }
  return prose > 0 && prose >= other * 4;
}

function isCodeLine(text: string): boolean {
  return (
    /[;{}]$/.test(text) ||
    /^(?:#{1,6}\s|\/\/|\/\*|\*\/|#!|#include|--\s|[$>]\s|<\/?[a-z]|import |package |@[A-Z])/.test(text) ||
    /[─-╿]|\+--|--\+|\|\s.*\|/.test(text)
  );
}

function isProseLine(text: string): boolean {
  const cjk = text.match(CJK)?.length ?? 0;
  const code = text.match(/[{}=<>|&$\\[\];]/g)?.length ?? 0;
  if (cjk >= 2) return cjk * 3 >= text.replace(/\s/g, '').length - cjk && code * 6 <= text.length;
  const words = text.match(/[A-Za-z][a-z'’-]*(?=[\s,.;:?!)]|$)/g) ?? [];
  const lettered = words.join('').length;
  return words.length >= 5 && lettered >= text.replace(/\s/g, '').length * 0.75 && code * 12 <= text.length;
}
