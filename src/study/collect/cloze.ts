import type { Line } from '../../notes/blocks';
import { keyOf } from '../key';
import type { ClozeCard, Span } from '../model';
import { type Reading, sectionAt } from '../reading';
import { simhash } from '../simhash';
import { withoutTags } from '../tags';

/** `{{c1::hidden::hint}}`, as Anki writes it. */
const ANKI = /\{\{c\d{1,3}::((?:(?!::|\}\})[\s\S])+)(?:::((?:(?!\}\})[\s\S])*))?\}\}/g;
/** `==hidden==`. Not `a == b`, and not `a==b==c`. */
const MARKED = /(?<![\w=!<>+*/&|-])==(?=[^\s=])((?:(?!==)[^\n])*?[^\s=])==(?![\w=])/g;

interface Hole extends Span {
  /** Span with the marks around it. */
  readonly outer: Span;
  readonly hint: string | undefined;
}

/** Lines with marked pieces to hide. A line that is nothing but a piece asks nothing. */
export function collectCloze(reading: Reading): ClozeCard[] {
  return reading.blocks.flatMap((block) => {
    if (block.kind !== 'line') return [];
    const source = reading.text.slice(block.start, block.end);
    if (!source.includes('==') && !source.includes('{{c')) return [];
    const holes = holesIn(block, source);
    const question = shown(source, block.start, holes);
    if (holes.length === 0 || !/[\p{L}\p{N}]{2}/u.test(question.replace(/\[[^\]]*\]/g, ''))) return [];
    const { lines } = reading;
    return [
      {
        kind: 'cloze',
        question,
        topic: sectionAt(reading, block.start).topic,
        line: lines.lineAt(block.start),
        endLine: lines.lineAt(block.end - 1),
        answer: { start: block.start, end: block.end },
        holes: holes.map(({ start, end }) => ({ start, end })),
        key: keyOf('cloze', question),
        print: simhash(source),
      },
    ];
  });
}

function holesIn(line: Line, source: string): Hole[] {
  const holes: Hole[] = [];
  const code = line.runs.filter((run) => run.code);
  for (const [pattern, opening] of [
    [ANKI, 0],
    [MARKED, 2],
  ] as const) {
    for (const match of source.matchAll(pattern)) {
      const outer = { start: line.start + match.index, end: line.start + match.index + match[0].length };
      if (code.some((run) => outer.start < run.end && run.start < outer.end)) continue;
      if (holes.some((hole) => outer.start < hole.outer.end && hole.outer.start < outer.end)) continue;
      const start = outer.start + (opening === 0 ? match[0].indexOf('::') + 2 : opening);
      holes.push({ start, end: start + match[1]!.length, outer, hint: pattern === ANKI ? match[2] : undefined });
    }
  }
  return holes.sort((a, b) => a.start - b.start);
}

/** The line with its holes: `Only replicas in the [...] can be elected`; a hint stands in the brackets. */
function shown(source: string, base: number, holes: readonly Hole[]): string {
  let text = '';
  let at = 0;
  for (const { outer, hint } of holes) {
    text += `${source.slice(at, outer.start - base)}[${hint?.trim() || '...'}]`;
    at = outer.end - base;
  }
  return withoutTags(text + source.slice(at))
    .replace(/\*\*|__|`/g, '')
    .replace(/^\s*(?:[-*+]|\d+[.)])\s+/, '')
    .replace(/\[\[(?:[^[\]|]{0,200}\|)?([^[\]|]{1,200})\]\]/g, '$1')
    .trim();
}
