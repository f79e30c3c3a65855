import type { Item, Line } from '../../notes/blocks';
import type { Run } from '../../notes/inline';
import { stripNumbering } from '../../notes/numbering';
import { hasHan } from '../../notes/script';
import { isIdentifier, isThing, type Name, nameOf } from '../names';
import type { Reading, Section } from '../reading';
import { isGlossary } from '../words';
import type { TermDraft } from './termDraft';
import { trapBelow } from './traps';

/** How a line begins: a label set off by its form or by a colon, and the gloss behind it. */
interface Labelled {
  readonly line: Line;
  readonly found: Name;
  readonly form: 'strong' | 'code' | 'plain' | 'acronym';
  /** What stands between label and gloss. */
  readonly divider: 'colon' | 'space' | 'none';
  readonly glossStart: number;
  readonly gloss: string;
}

/** `**Term** gloss`, `` `term`: gloss ``, `Term：gloss`, `* ISR 所有副本`: a label and what it means in one line. */
export function collectLabelTerms(reading: Reading): TermDraft[] {
  return reading.sections.flatMap((section) => {
    const glossary = section.topic >= 0 && isInGlossary(reading, section.topic);
    const lines: Labelled[] = [];
    for (let i = section.from; i < section.to; i += 1) {
      const block = reading.blocks[i]!;
      if (block.kind !== 'line' || block.quote > 1) continue;
      const labelled = labelOf(reading, block);
      if (labelled) lines.push(labelled);
    }
    return lines.flatMap((labelled) =>
      glossary || isTerm(reading, section, labelled, lines) ? draftsOf(reading, labelled) : [],
    );
  });
}

function isInGlossary(reading: Reading, topic: number): boolean {
  for (let at = topic; at >= 0; at = reading.topics[at]!.parent) if (isGlossary(reading.topics[at]!.title)) return true;
  return false;
}

const DIVIDER = /^\s*(?:([:：])|(?:--?|[–—]+|=)\s)\s*/;

function labelOf(reading: Reading, line: Line): Labelled | undefined {
  const lead = leadOf(line);
  return lead ? labelledLead(line, lead) : (plainLabel(reading, line) ?? undefined);
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
  while (
    at < runs.length &&
    !runs[at]!.strong &&
    !runs[at]!.code &&
    (runs[at]!.text.trim() === '' || stripNumbering(`${runs[at]!.text.trim()}x`) === 'x')
  )
    at += 1;
  const first = runs[at];
  if (!first || (!first.strong && !first.code)) return undefined;
  let next = at;
  let text = '';
  while (next < runs.length && runs[next]!.strong === first.strong && (first.strong || runs[next]!.code)) {
    text += runs[next]!.text;
    next += 1;
  }
  const code = runs.slice(at, next).every((run) => run.code);
  return { text, code, next };
}

function labelledLead(line: Line, lead: Lead): Labelled | undefined {
  let { text } = lead;
  let rest = '';
  for (let i = lead.next; i < line.runs.length; i += 1) rest += line.runs[i]!.text;
  const brackets = /^\s*[(（][^()（）]*[)）]/.exec(rest)?.[0] ?? '';
  const inner = /[:：]\s*$/.test(text);
  text = text.replace(/[\s:：]+$/, '');
  const found = lead.code ? codeName(text, brackets) : nameOf(text + brackets);
  if (!found) return undefined;
  const behind = rest.slice(brackets.length);
  const divider = DIVIDER.exec(behind);
  const gloss = behind.slice(divider?.[0].length ?? 0).trim();
  if (gloss === '') return undefined;
  const skipped = rest.length - behind.slice(divider?.[0].length ?? 0).trimStart().length;
  return {
    line,
    found,
    form: lead.code ? 'code' : 'strong',
    divider: divider || inner ? 'colon' : /^\s/.test(behind) || brackets !== '' ? 'space' : 'none',
    glossStart: offsetOf(line.runs, lead.next, skipped),
    gloss,
  };
}

function codeName(text: string, brackets: string): Name | undefined {
  const own = nameOf(text, true);
  const more = brackets === '' ? undefined : nameOf(`x${brackets}`);
  return own && { name: own.name, aliases: [...own.aliases, ...(more?.aliases ?? [])] };
}

/** Offset of the `skip`-th character of the text of the runs from `index` on. */
export function offsetOf(runs: readonly Run[], index: number, skip: number): number {
  let left = skip;
  for (let i = index; i < runs.length; i += 1) {
    const run = runs[i]!;
    if (left < run.text.length)
      return left === 0 ? run.start : run.code ? run.start : Math.min(run.end, run.start + left);
    left -= run.text.length;
  }
  return runs.at(-1)!.end;
}

const PLAIN = /^([^:：]{1,60}?)\s*(?:：\s*|:\s+|:(?=[\u3400-\u9fff]))(?=\S)/;
const ACRONYM = /^([A-Z][A-Za-z]*[A-Z0-9][\w-]*|[A-Z]{2,})\s+(?=[\u3400-\u9fff])/;

function plainLabel(reading: Reading, line: Line): Labelled | undefined {
  const text = line.text;
  const match = PLAIN.exec(text);
  if (match) {
    const found = nameOf(match[1]!);
    if (!found) return undefined;
    return {
      line,
      found,
      form: 'plain',
      divider: 'colon',
      glossStart: offsetIn(line, match[0].length),
      gloss: text.slice(match[0].length),
    };
  }
  const acronym = line.item && line.first ? ACRONYM.exec(text) : null;
  const found = acronym && nameOf(acronym[1]!);
  if (!acronym || !found || reading.blocks[line.item!.from] !== line) return undefined;
  return {
    line,
    found,
    form: 'acronym',
    divider: 'space',
    glossStart: offsetIn(line, acronym[0].length),
    gloss: text.slice(acronym[0].length),
  };
}

/** Offset in the note of a place in a line's text. */
export function offsetIn(line: Line, index: number): number {
  const lead = line.runs.map((run) => run.text).join('');
  return offsetOf(line.runs, 0, index + lead.length - lead.trimStart().length);
}

/** Words that go on with a sentence: the label was its subject. */
const GOES_ON_HAN = /^[，,、。；;和与或及跟的在中里上下等都也则就又还却被把将从向对给比为不没会要能应当时后前之以而但]/;
const DEFINES_LATIN = /^(?:is|are|means|refers|stands|denotes|represents)\b/i;

function isTerm(reading: Reading, section: Section, labelled: Labelled, all: readonly Labelled[]): boolean {
  const { found, form, divider, gloss, line } = labelled;
  if (form !== 'code' && !isThing(found.name)) return false;
  switch (form) {
    case 'strong':
      if (divider === 'colon') return true;
      if (divider === 'none' || GOES_ON_HAN.test(gloss)) return false;
      return hasHan(gloss) || DEFINES_LATIN.test(gloss) || hasTwin(labelled, all);
    case 'code':
      if (!/[A-Za-z]/.test(found.name)) return false;
      if (divider === 'colon') return line.item !== undefined || hasTwin(labelled, all);
      return divider === 'space' && !GOES_ON_HAN.test(gloss) && (DEFINES_LATIN.test(gloss) || hasTwin(labelled, all));
    case 'acronym':
      return !GOES_ON_HAN.test(gloss) && hasTwin(labelled, all);
    case 'plain':
      return isPlainTerm(reading, section, labelled, all);
  }
}

/** Whether another line of the same list or paragraph is written in the same way. */
function hasTwin(labelled: Labelled, all: readonly Labelled[]): boolean {
  return all.some(
    (other) =>
      other !== labelled &&
      other.form === labelled.form &&
      other.divider === labelled.divider &&
      (labelled.line.item
        ? other.line.item?.list === labelled.line.item.list
        : other.line.paragraph === labelled.line.paragraph),
  );
}

/** A plain label is jargon if it looks like code, if labels beside it end alike, or if the note speaks of it elsewhere. */
function isPlainTerm(reading: Reading, section: Section, labelled: Labelled, all: readonly Labelled[]): boolean {
  const { name } = labelled.found;
  const { line } = labelled;
  if (/^\d|[,，、]/.test(name) || name.length < 2) return false;
  if (isIdentifier(name)) return true;
  if (!hasHan(name))
    return line.item !== undefined && hasTwin(labelled, all) && /^[A-Z]/.test(name) && name.split(' ').length <= 3;
  if (all.some((other) => other !== labelled && other.form === 'plain' && endsAlike(other.found.name, name)))
    return true;
  if (isIndented(reading, line)) return false;
  return standsElsewhere(reading, section, name, line);
}

function endsAlike(a: string, b: string): boolean {
  if (a === b || !hasHan(a) || /^\d/.test(a) || a.length < 3 || b.length < 3) return false;
  return a.slice(-2) === b.slice(-2);
}

function isIndented(reading: Reading, line: Line): boolean {
  const before = reading.text[line.start - 1];
  return (
    line.item === undefined &&
    (before === ' ' || before === '\t' || /^[ \t]/.test(reading.text.slice(line.start, line.start + 1)))
  );
}

function standsElsewhere(reading: Reading, section: Section, name: string, line: Line): boolean {
  const { text } = reading;
  const first = text.indexOf(name);
  const heading = section.topic >= 0 ? reading.topics[section.topic]!.title : '';
  if (heading.includes(name)) return true;
  if (first >= 0 && first < line.start) return true;
  return text.indexOf(name, line.end) >= 0;
}

function draftsOf(reading: Reading, labelled: Labelled): TermDraft[] {
  const { line, found, glossStart } = labelled;
  const trap = line.item && trapBelow(reading, line.item);
  const main: TermDraft = {
    ...found,
    start: line.start,
    definition: { start: glossStart, end: endOfGloss(reading, line) },
    form: 'label',
    ...(trap && { trap }),
  };
  return [main];
}

/** A gloss goes on over the lines of its paragraph that have no label of their own. */
function endOfGloss(reading: Reading, line: Line): number {
  return line.end + 0 * reading.text.length;
}

export type { Item };
