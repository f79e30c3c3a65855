import type { Line } from '../../notes/blocks';
import { stripEmoji, stripNumbering } from '../../notes/numbering';
import { offsetIn, offsetOf } from '../../notes/offsets';
import { aliasesIn, type Name, nameOf, unique } from '../names';
import { isAside } from '../words';

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

/**
 * The label of a line; undefined where it has none or the label names nothing.
 *
 * @param listed whether the line is an entry of a glossary
 */
export function labelOf(line: Line, listed = false): Labelled | undefined {
  // An entry of a glossary may be called `source`; what stands below an entry or beside the list is about it.
  if (isAside(line.text) && !(listed && line.item && !line.item.list.parent)) return undefined;
  // `💡 Tip: …` is a remark; before an entry of a list a picture is its bullet.
  if (stripEmoji(line.text) !== line.text && !listed && !line.item) return undefined;
  const lead = leadOf(line);
  if (lead && lead.next < line.runs.length) {
    const found = withLead(line, lead, listed);
    if (found || !lead.em) return found;
  }
  return withColon(line, listed) ?? withAcronym(line);
}

interface Lead {
  readonly text: string;
  readonly code: boolean;
  /** In italics only, which set a name off where a colon follows. */
  readonly em: boolean;
  /** Index of the first run behind it. */
  readonly next: number;
}

/** The bold, italic or code words that a line begins with, numbering in front left out. */
function leadOf(line: Line): Lead | undefined {
  const { runs } = line;
  let at = 0;
  while (at < runs.length && !runs[at]!.strong && !runs[at]!.em && !runs[at]!.code && isNumbering(runs[at]!.text))
    at += 1;
  const first = runs[at];
  if (!first || (!first.strong && !first.em && !first.code)) return undefined;
  const em = !first.strong && !first.code;
  let next = at;
  let text = '';
  while (
    next < runs.length &&
    runs[next]!.strong === first.strong &&
    (first.strong || (em ? runs[next]!.em : runs[next]!.code))
  ) {
    text += runs[next]!.text;
    next += 1;
  }
  return { text, code: runs.slice(at, next).every((run) => run.code), em, next };
}

function isNumbering(text: string): boolean {
  const bare = text.trim();
  return bare === '' || stripNumbering(stripEmoji(`${bare}x`)) === 'x';
}

const DIVIDER = /^\s*(?:([:：])|(?:--?|[–—]+|=)\s)\s*/;
const BRACKETS = /^\s*(?:[(（][^()（）]*[)）]|\[[^\]]*\])/;

function withLead(line: Line, lead: Lead, listed: boolean): Labelled | undefined {
  let rest = '';
  for (let i = lead.next; i < line.runs.length; i += 1) rest += line.runs[i]!.text;
  const brackets = BRACKETS.exec(rest)?.[0] ?? '';
  const colon = /[:：]\s*$/.test(lead.text);
  const text = lead.text.replace(/[\s:：]+$/, '');
  const found = lead.code ? codeName(text, brackets, listed) : nameOf(text + brackets, false, listed);
  if (!found) return undefined;
  const behind = rest.slice(brackets.length);
  const divider = DIVIDER.exec(behind)?.[0].length ?? 0;
  const gloss = behind.slice(divider).trim();
  if (gloss === '' || (lead.em && divider === 0 && !colon)) return undefined;
  return {
    line,
    found,
    form: lead.code ? 'code' : 'strong',
    divider: divider > 0 || colon ? 'colon' : /^\s/.test(behind) || brackets !== '' ? 'space' : 'none',
    glossStart: offsetOf(line.runs, lead.next, rest.length - behind.slice(divider).trimStart().length),
    gloss,
  };
}

function codeName(text: string, brackets: string, listed: boolean): Name | undefined {
  const own = nameOf(text, true, listed);
  const more = brackets === '' ? [] : aliasesIn(brackets.trim().slice(1, -1), listed);
  return own && { name: own.name, aliases: unique(own.name, [...own.aliases, ...more]) };
}

const PLAIN = /^([^:：]{1,60}?)\s*(?:：\s*|:\s+|:(?=[\u3400-\u9fff]))(?=\S)/;

function withColon(line: Line, listed: boolean): Labelled | undefined {
  const match = PLAIN.exec(line.text);
  const found = match && nameOf(match[1]!, false, listed);
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
