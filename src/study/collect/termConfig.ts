import type { Code } from '../../notes/blocks';
import { hasHan } from '../../notes/script';
import type { Reading } from '../reading';
import type { TermDraft } from './termDraft';

const LANGS = new Set([
  '',
  'properties',
  'ini',
  'conf',
  'cfg',
  'config',
  'toml',
  'yaml',
  'yml',
  'env',
  'dotenv',
  'bash',
  'sh',
  'shell',
  'zsh',
  'console',
  'sql',
  'hql',
  'hive',
  'hocon',
  'text',
  'txt',
  'plaintext',
]);

/** `a.b.c=1`, `a.b: 1`, `SET a.b=1;`, `export A_B=1`. The key has to look like one: a dot, a dash, an underscore. */
const KEY = /^\s*(?:(SET|export|set)\s+)?([A-Za-z][\w-]*(?:[._-][\w-]+)+)\s*(?:=|:(?=\s|$)|\s(?=\S+$))/;
const COMMENT = /^\s*(?:#+|\/\/|--|;|!)\s*(\S.*)$/;
const TRAILING = /(?:^|[\s;])(?:#|\/\/|--)\s*(\S.*)$/;

/** Configuration keys that are explained by the comment above them or behind them. */
export function collectConfigTerms(reading: Reading): TermDraft[] {
  return reading.blocks.flatMap((block) =>
    block.kind === 'code' && LANGS.has(block.lang) ? keysOf(reading.text, block) : [],
  );
}

interface Source {
  readonly text: string;
  readonly start: number;
}

function keysOf(text: string, code: Code): TermDraft[] {
  const drafts: TermDraft[] = [];
  let comment: Source | undefined;
  for (const line of linesOf(text, code)) {
    const key = KEY.exec(line.text);
    const isComment = COMMENT.test(line.text) || (!key && isRemark(line.text));
    if (isComment) {
      // A comment of several lines says it all together; its first line leads the span.
      comment = comment ? { text: `${comment.text}\n${line.text}`, start: comment.start } : line;
      continue;
    }
    if (key && isKey(key[2]!, key[1], code.lang)) {
      const trailing = TRAILING.exec(line.text.slice(key[0].length));
      const own = trailing
        ? spanAt(line.start + key[0].length + trailing.index, trailing[0])
        : comment && spanAt(comment.start, comment.text);
      if (own) drafts.push({ name: key[2]!, aliases: [], start: line.start, definition: own, form: 'config' });
    }
    comment = undefined;
  }
  return drafts;
}

/** A comment that lost its mark: a line of words, no key and no code. */
function isRemark(line: string): boolean {
  return hasHan(line) && !/^\s*\w[\w.-]*\s*[=:]/.test(line) && !/[;{}]\s*$/.test(line);
}

function isKey(key: string, command: string | undefined, lang: string): boolean {
  if (/^(?:bash|sh|shell|zsh|console)$/.test(lang))
    return command?.toLowerCase() === 'export' || /\w\.\w+\.\w/.test(key) || /^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/.test(key);
  if (/^(?:sql|hql|hive)$/.test(lang)) return command?.toLowerCase() === 'set';
  return key.includes('.') || key.includes('-') || key.includes('_');
}

function spanAt(start: number, text: string): { start: number; end: number } {
  const lead = text.length - text.trimStart().length;
  return { start: start + lead, end: start + text.trimEnd().length };
}

/** The lines inside the fence. */
function* linesOf(text: string, code: Code): Generator<Source> {
  let start = code.start;
  let first = code.fenced;
  while (start < code.end) {
    let end = text.indexOf('\n', start);
    if (end < 0 || end > code.end) end = code.end;
    const line = text.slice(start, end).replace(/\r$/, '');
    if (!first && !/^\s*(?:`{3,}|~{3,})\s*$/.test(line)) yield { text: line, start };
    first = false;
    start = end + 1;
  }
}
