import type { Code, Effects, Extension, State } from 'micromark-util-types';
import { FENCE } from './fences';

/**
 * Where Markdown holds maths: `$…$` and `$$…$$` as pandoc and GitHub read them. Dollars that are money, variables of a shell or code are none: no space
 * stands inside the marks, no letter and no figure outside.
 */

const dollar = 36;
const backslash = 92;

/** Lets micromark read maths as inline code; its first character tells which it is. */
export const mathText: Extension = { text: { [dollar]: { name: 'mathText', tokenize, previous } } };

/** For plain text, the same as `mathText`. */
const inline = /(?<![A-Za-z0-9$\\])(\${1,2})(?![\s$])(?:\\[\s\S]|[^$\\])*?(?<![\s\\])\1(?![A-Za-z0-9$])/g;

/** Lines that hold nothing but `$$`, which begin and end maths as fences do code. */
const block = /^([ \t>]*)\$\$[ \t]*$/m;

/** Whether a text may hold maths. */
export function mayHoldMaths(markdown: string): boolean {
  return markdown.search(inline) >= 0 || block.test(markdown) || /(?:```|~~~)\s*math/.test(markdown);
}

/** Changes what of a plain text is no maths. */
export function outsideMaths(text: string, change: (text: string) => string): string {
  let out = '';
  let from = 0;
  for (const { 0: maths, index } of text.matchAll(inline)) {
    out += change(text.slice(from, index)) + maths;
    from = index + maths.length;
  }
  return out + change(text.slice(from));
}

/** Markdown with its blocks of maths as code of the language `math`, which is another way to write them. */
export function mathFences(markdown: string): string {
  let fence = '';
  const lines = markdown.split('\n');
  for (const [index, line] of lines.entries()) {
    const mark = FENCE.exec(line.replace(/^[ \t>]+/, ''))?.[1];
    if (mark !== undefined && fence === '') fence = mark;
    else if (fence !== '' && fence !== '$$') {
      if (mark?.startsWith(fence)) fence = '';
    } else if (block.test(line)) {
      // One that has no end is no maths.
      if (fence === '' && !lines.slice(index + 1).some((each) => block.test(each))) break;
      lines[index] = line.replace(block, fence === '' ? '$1~~~~~~math' : '$1~~~~~~');
      fence = fence === '' ? '$$' : '';
    }
  }
  return lines.join('\n');
}

function previous(code: Code): boolean {
  return !isWord(code) && code !== dollar && code !== backslash;
}

function tokenize(effects: Effects, ok: State, nok: State): State {
  let size = 0;
  let closing = 0;
  let last: Code = null;
  return start;

  function start(code: Code): State | undefined {
    effects.enter('codeText');
    effects.enter('codeTextSequence');
    return opening(code);
  }

  function opening(code: Code): State | undefined {
    if (code === dollar && size < 2) {
      size++;
      effects.consume(code);
      return opening;
    }
    if (code === dollar || isSpace(code)) return nok(code);
    effects.exit('codeTextSequence');
    return between(code);
  }

  function between(code: Code): State | undefined {
    if (code === null) return nok(code);
    if (code === dollar) {
      if (isSpace(last)) return nok(code);
      effects.enter('codeTextSequence');
      closing = 0;
      return end(code);
    }
    if (isLineEnding(code)) {
      effects.enter('lineEnding');
      effects.consume(code);
      effects.exit('lineEnding');
      last = code;
      return between;
    }
    effects.enter('codeTextData');
    return data(code);
  }

  function data(code: Code): State | undefined {
    if (code === null || isLineEnding(code) || code === dollar) {
      effects.exit('codeTextData');
      return between(code);
    }
    effects.consume(code);
    last = code;
    return code === backslash ? escaped : data;
  }

  function escaped(code: Code): State | undefined {
    if (code === null || isLineEnding(code)) return data(code);
    effects.consume(code);
    last = backslash;
    return data;
  }

  function end(code: Code): State | undefined {
    if (code === dollar && closing < size) {
      closing++;
      effects.consume(code);
      return end;
    }
    if (closing < size || code === dollar || isWord(code)) return nok(code);
    effects.exit('codeTextSequence');
    effects.exit('codeText');
    return ok(code);
  }
}

function isLineEnding(code: Code): boolean {
  return code !== null && code < -2;
}

function isSpace(code: Code): boolean {
  return code === null || code < 0 || code === 32;
}

/** A Latin letter or a figure. */
function isWord(code: Code): boolean {
  return code !== null && code > 0 && /[A-Za-z0-9]/.test(String.fromCharCode(code));
}
