import type { Line } from '../../notes/blocks';
import { hasHan } from '../../notes/script';
import type { Context } from '../context';
import { isInGlossary } from '../glossary';
import { isIdentifier, isThing, nameOf } from '../names';
import type { Reading, Section } from '../reading';
import { type Labelled, labelOf } from './labelled';
import { endBefore, labelledCode } from './labelledCode';
import type { TermDraft } from './termDraft';
import { trapBelow } from './traps';

/** `**Term** gloss`, `` `term`: gloss ``, `Term：gloss`, `* ISR 所有副本`: a label and what it means in one line. */
export function collectLabelTerms(reading: Reading, context: Context): TermDraft[] {
  return reading.sections.flatMap((section) => new Labels(reading, context, section).terms());
}

/** Searches of the whole text that one note may cost. */
const MAX_SEARCHES = 400;

class Labels {
  readonly #reading: Reading;
  readonly #context: Context;
  readonly #glossary: boolean;
  readonly #lines: { readonly labelled: Labelled; readonly index: number }[] = [];
  readonly #code: TermDraft[] = [];
  /** How many labels are written alike, by form and list; how many end alike, by question. */
  readonly #alike = new Map<string, number>();
  #searches = 0;

  constructor(reading: Reading, context: Context, section: Section) {
    this.#reading = reading;
    this.#context = context;
    this.#glossary = isInGlossary(reading, section.topic);
    for (let i = section.from; i < section.to; i += 1) {
      const block = reading.blocks[i]!;
      if (block.kind !== 'line' || block.quote > 1) continue;
      const labelled = labelOf(block, this.#glossary);
      if (labelled?.form !== 'code') this.#code.push(...labelledCode(reading.text, block, 0));
      if (!labelled) continue;
      this.#lines.push({ labelled, index: i });
      this.#count(this.#placeOf(labelled));
      const ending = this.#endingOf(labelled);
      if (ending !== undefined) this.#count(ending);
    }
  }

  terms(): TermDraft[] {
    const terms = this.#lines.flatMap(({ labelled, index }) =>
      (this.#glossary && labelled.form !== 'acronym') || this.#isTerm(labelled)
        ? draftsOf(this.#reading, labelled, index)
        : [],
    );
    return [...terms, ...this.#code];
  }

  #count(key: string): void {
    this.#alike.set(key, (this.#alike.get(key) ?? 0) + 1);
  }

  #placeOf({ line, form, divider }: Labelled): string {
    return `${form} ${divider} ${line.item ? `list ${line.item.list.start}` : `paragraph ${line.paragraph}`}`;
  }

  /** The last two letters of a Chinese name, and the question it stands under. */
  #endingOf({ line, form, found: { name } }: Labelled): string | undefined {
    if (form !== 'plain' || !hasHan(name) || name.length < 3 || /^\d/.test(name)) return undefined;
    return `ends ${name.slice(-2)} ${this.#context.questionAt(line.start)}`;
  }

  /** Whether another line of the same list or paragraph is written in the same way. */
  #hasTwin(labelled: Labelled): boolean {
    return this.#alike.get(this.#placeOf(labelled))! > 1;
  }

  #isTerm(labelled: Labelled): boolean {
    const { found, form, divider, gloss, line } = labelled;
    if (AMOUNT.test(gloss) || isLink(line, labelled.glossStart)) return false;
    if (form === 'code') return /[A-Za-z]/.test(found.name) && this.#isCodeTerm(labelled);
    if (isReversed(labelled)) return true;
    if (found.aliases.length === 0 && !isThing(found.name)) return false;
    if (this.#isPartOfAnswer(labelled)) return false;
    switch (form) {
      case 'strong':
        if (divider === 'colon') return true;
        if (divider === 'none' || GOES_ON_HAN.test(gloss)) return false;
        return hasHan(gloss) || DEFINES_LATIN.test(gloss) || this.#hasTwin(labelled);
      case 'acronym':
        return this.#alike.get(this.#placeOf(labelled)) === line.item!.list.items.length;
      case 'plain':
        return this.#isPlainTerm(labelled);
    }
  }

  #isCodeTerm(labelled: Labelled): boolean {
    const { divider, gloss, line } = labelled;
    if (divider === 'colon') return line.item !== undefined || this.#hasTwin(labelled);
    return divider === 'space' && !GOES_ON_HAN.test(gloss) && (DEFINES_LATIN.test(gloss) || this.#hasTwin(labelled));
  }

  /** In a list of advantages, reasons or steps a label says what the part is about, not what a word means. */
  #isPartOfAnswer({ line, found: { name, aliases } }: Labelled): boolean {
    if (aliases.length > 0 || isIdentifier(name) || /^[A-Z][\w.-]*$/.test(name)) return false;
    const title = this.#context.titleAt(line.start);
    if (title.includes(name)) return false;
    if (LISTS_PARTS.test(title)) return true;
    const before = line.item ? this.#reading.blocks[rootList(line).items[0]!.from - 1] : undefined;
    return before?.kind === 'line' && LEADS_IN.test(before.text) && LISTS_PARTS.test(before.text);
  }

  /** A plain label is jargon if it looks like code, if labels beside it end alike, or if the note speaks of it elsewhere. */
  #isPlainTerm(labelled: Labelled): boolean {
    const { name } = labelled.found;
    const { line } = labelled;
    if (/^\d|[,，、=]/.test(name) || name.length < 2) return false;
    if (line.item && hasHan(name) && labelled.found.aliases.some((alias) => !hasHan(alias))) return true;
    if (isIdentifier(name)) return !/\.(?:io|com|org|net|cn|dev)$/.test(name);
    if (!hasHan(name))
      return line.item !== undefined && this.#hasTwin(labelled) && /^[A-Z]/.test(name) && name.split(' ').length <= 3;
    const ending = this.#endingOf(labelled);
    if (ending !== undefined && this.#alike.get(ending)! > 1) return true;
    if (this.#context.titleAt(line.start).includes(name)) return true;
    return !isIndented(this.#reading, line) && this.#standsElsewhere(name, line);
  }

  #standsElsewhere(name: string, line: Line): boolean {
    this.#searches += 1;
    if (this.#searches > MAX_SEARCHES) return false;
    const { text } = this.#reading;
    const first = text.indexOf(name);
    return (first >= 0 && first < line.start) || text.indexOf(name, line.end) >= 0;
  }
}

/** A figure with its unit says how much something is, not what. */
const AMOUNT = /^[~≈<>约]?\s*\d[\d.,]*\s*(?:bytes?|字节|[KMGT]?i?B|ms|s|%|个|次|台|条|天|万|亿)?(?:\s\w{1,8})?[。.]?$/i;

/** Whether the gloss is a link and no more. */
function isLink(line: Line, glossStart: number): boolean {
  return line.runs.every(
    (run) => run.end <= glossStart || run.link !== undefined || !/[\p{L}\p{N}]/u.test(run.text.replace(URL, '')),
  );
}

const URL = /https?:\/\/\S+/g;

/** Words that go on with a sentence: the label was its subject. */
const GOES_ON_HAN = /^[，,、。；;和与或及跟的中里]/;
const DEFINES_LATIN = /^(?:is|are|means|refers|stands|denotes|represents)\b/i;

const LISTS_PARTS =
  /优点|缺点|优缺|优势|劣势|优劣|好处|坏处|特点|特性|特征|原因|为什么|为何|注意|步骤|建议|如何|怎么|怎样|吗[？?]?$|是否|区别|对比|比较|异同|影响|意义|\b(?:advantages?|disadvantages?|benefits?|drawbacks?|pros|cons|why|how|tips|practices?|steps|features?|characteristics|differences?|vs|compare|reasons?)\b/i;
/** A line that introduces the list below it: short, or ended by a colon. */
const LEADS_IN = /[:：]\s*$|^.{1,12}$/;

function rootList(line: Line) {
  let list = line.item!.list;
  while (list.parent) list = list.parent.list;
  return list;
}

function isIndented(reading: Reading, line: Line): boolean {
  const before = reading.text[line.start - 1];
  return line.item === undefined && (before === ' ' || before === '\t');
}

const CALL = /^[\w.$<>]+\([^()]*\)$/;

/** `有序流：forMonotonousTimestamps()`: the name stands on the right, and the label is its gloss. */
function isReversed({ form, found, gloss }: Labelled): boolean {
  return form !== 'code' && hasHan(found.name) && CALL.test(gloss);
}

function draftsOf(reading: Reading, labelled: Labelled, index: number): TermDraft[] {
  const { line, found, glossStart, gloss, form } = labelled;
  const reversed = isReversed(labelled) ? nameOf(gloss, true) : undefined;
  if (reversed) {
    const last = reversed.name
      .split('.')
      .at(-1)!
      .replace(/^<[^>]*>/, '');
    const aliases = [...reversed.aliases, ...(last === reversed.name ? [] : [last])];
    return [
      {
        name: reversed.name,
        aliases,
        start: line.start,
        definition: { start: line.start, end: line.end },
        form: 'label',
      },
    ];
  }
  const trap = line.item && trapBelow(reading, line.item);
  const definition = { start: glossStart, end: endOfGloss(reading, line, index) };
  const others = form === 'code' ? labelledCode(reading.text, line, 1) : [];
  // Where more labels stand on the line, the gloss of the first ends at the second.
  if (others[0]) definition.end = endBefore(reading.text, glossStart, others[0].start);
  const main: TermDraft = { ...found, start: line.start, definition, form: 'label', ...(trap && { trap }) };
  return [main, ...others];
}

/** English is wrapped: its gloss goes on over the lines of the paragraph that have no label. Chinese notes say one thing a line. */
function endOfGloss(reading: Reading, line: Line, index: number): number {
  let end = line.end;
  if (hasHan(line.text) && !/[，、；,]$/.test(line.text)) return end;
  for (let i = index + 1; i < reading.blocks.length; i += 1) {
    const next = reading.blocks[i]!;
    if (next.kind !== 'line' || next.paragraph !== line.paragraph || labelOf(next)) break;
    end = next.end;
  }
  return end;
}
