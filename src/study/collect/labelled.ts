import type { Line } from '../../notes/blocks';
import { stripNumbering } from '../../notes/numbering';
import { offsetIn, offsetOf } from '../../notes/offsets';
import { aliasesIn, type Name, nameOf, unique } from '../names';

/** How a line begins: a label set off by its form or by a colon, and the gloss behind it. */
export interface Labelled {
  readonly line: Line;
  readonly found: Name;
  readonly form: 'strong' | 'code' | 'plain' | 'acronym';
  /** What stands between label and gloss. */
  readonly divider: 'colon' | 'space' | 'none';
  readonly glossStart: number;
  readonly gloss: string;
}

/** The label of a line; undefined where it has none or the label names nothing. */
export function labelOf(line: Line): Labelled | undefined {
  const lead = leadOf(line);
  if (lead && lead.next < line.runs.length) return withLead(line, lead);
  return withColon(line) ?? withAcronym(line);
}

interface Lead {
  readonly text: string;
  readonly code: boolean;
  /** Index of the first run behind it. */
  readonly next: number;
}

/** The bold or code words that a line begins with, numbering in front left out. */
function leadOf(line: Line): Lead | undefined {
  const { runs } = line;
  let at = 0;
  while (at < runs.length && !runs[at]!.strong && !runs[at]!.code && isNumbering(runs[at]!.text)) at += 1;
  const first = runs[at];
  if (!first || (!first.strong && !first.code)) return undefined;
  let next = at;
  let text = '';
  while (next < runs.length && runs[next]!.strong === first.strong && (first.strong || runs[next]!.code)) {
    text += runs[next]!.text;
    next += 1;
  }
  return { text, code: runs.slice(at, next).every((run) => run.code), next };
}

function isNumbering(text: string): boolean {
  const bare = text.trim();
  return bare === '' || stripNumbering(`${bare}x`) === 'x';
}

const DIVIDER = /^\s*(?:([:：])|(?:--?|[–—]+|=)\s)\s*/;
const BRACKETS = /^\s*(?:[(（][^()（）]*[)）]|\[[^\]]*\])/;

function withLead(line: Line, lead: Lead): Labelled | undefined {
  let rest = '';
  for (let i = lead.next; i < line.runs.length; i += 1) rest += line.runs[i]!.text;
  const brackets = BRACKETS.exec(rest)?.[0] ?? '';
  const colon = /[:：]\s*$/.test(lead.text);
  const text = lead.text.replace(/[\s:：]+$/, '');
  const found = lead.code ? codeName(text, brackets) : nameOf(text + brackets);
  if (!found) return undefined;
  const behind = rest.slice(brackets.length);
  const divider = DIVIDER.exec(behind)?.[0].length ?? 0;
  const gloss = behind.slice(divider).trim();
  if (gloss === '') return undefined;
  return {
    line,
    found,
    form: lead.code ? 'code' : 'strong',
    divider: divider > 0 || colon ? 'colon' : /^\s/.test(behind) || brackets !== '' ? 'space' : 'none',
    glossStart: offsetOf(line.runs, lead.next, rest.length - behind.slice(divider).trimStart().length),
    gloss,
  };
}

function codeName(text: string, brackets: string): Name | undefined {
  const own = nameOf(text, true);
  const more = brackets === '' ? [] : aliasesIn(brackets.trim().slice(1, -1));
  return own && { name: own.name, aliases: unique(own.name, [...own.aliases, ...more]) };
}

const PLAIN = /^([^:：]{1,60}?)\s*(?:：\s*|:\s+|:(?=[\u3400-\u9fff]))(?=\S)/;

function withColon(line: Line): Labelled | undefined {
  const match = PLAIN.exec(line.text);
  const found = match && nameOf(match[1]!);
  return found ? labelled(line, found, 'plain', match[0].length) : undefined;
}

const ACRONYM = /^([A-Z][A-Za-z]*[A-Z0-9][\w-]*|[A-Z]{2,})\s+(?=[\u3400-\u9fff])/;

/** `* ISR 与 leader 保持同步的副本`. */
function withAcronym(line: Line): Labelled | undefined {
  const match = line.item && line.first && line.start - line.item.start < 8 ? ACRONYM.exec(line.text) : null;
  const found = match && nameOf(match[1]!);
  return found ? labelled(line, found, 'acronym', match[0].length) : undefined;
}

function labelled(line: Line, found: Name, form: 'plain' | 'acronym', length: number): Labelled {
  const divider = form === 'plain' ? 'colon' : 'space';
  return { line, found, form, divider, glossStart: offsetIn(line, length), gloss: line.text.slice(length) };
}
