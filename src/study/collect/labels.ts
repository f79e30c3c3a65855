import type { Line } from '../../notes/blocks';
import { leadingNumber, stripNumbering } from '../../notes/numbering';
import { hasHan } from '../../notes/script';
import { blankLinesBetween } from '../content';
import type { Question, Reading, Section } from '../reading';
import { isAnswerLabel, isAspect, isInterrogative } from '../words';
import { boxesBetween } from './boxes';
import { startsOptions } from './choices';
import { isFirstOption } from './optionLines';

/**
 * Questions that are no headings: a bold line, a bold line in a quote, a numbered line, a line that ends in a question mark. A section whose
 * questions are written so is cut at them.
 */
export function collectLabels(reading: Reading, section: Section): Question[] {
  const marks = marksOf(reading, section);
  return marks.map((mark, i) => {
    const next = marks[i + 1]?.index ?? section.to;
    return {
      title: mark.title,
      id: undefined,
      start: mark.line.start,
      topic: section.topic,
      from: mark.index + 1,
      to: endOfAnswer(reading, mark.index, next),
      form: 'label',
      ...((mark.number !== undefined || isRevealed(reading, mark.index + 1)) && { sure: true }),
    };
  });
}

interface Mark {
  readonly index: number;
  readonly line: Line;
  readonly title: string;
  /** `bold`, `quoted`: by its form; `numbered`, `asked`: a plain line; `stem`: options to choose from stand below. */
  readonly form: 'bold' | 'quoted' | 'numbered' | 'asked' | 'stem';
  readonly asks: boolean;
  readonly number: number | undefined;
  /** In the middle of a paragraph: a question only where it goes on counting. */
  readonly inner?: boolean;
  readonly task?: boolean;
}

/** Tasks with a number in bold from which on they are a series. */
const TASKS = 3;

/** This many blank lines end the answer of a line that is no heading: what follows stands for itself. */
const FAR = 3;

function endOfAnswer(reading: Reading, index: number, to: number): number {
  const { blocks } = reading;
  let end = blocks[index]!.end;
  for (let i = index + 1; i < to; i += 1) {
    const block = blocks[i]!;
    if (blankLinesBetween(reading, end, block.start) >= FAR) return i;
    end = Math.max(end, block.end);
  }
  return to;
}

function marksOf(reading: Reading, section: Section): Mark[] {
  const found: Mark[] = [];
  for (let i = section.from; i < section.to; i += 1) {
    const mark = markAt(reading, i, section);
    if (mark) found.push(mark);
  }
  if (found.length === 0) return found;
  const heading = section.topic < 0 ? '' : reading.topics[section.topic]!.title;
  const opens = firstContent(reading, section) === found[0]!.index;
  const asked = isInterrogative(heading) || isNumberedSentence(section.heading?.text ?? '');
  const byForm = found.filter((mark) => mark.form === 'bold' || mark.form === 'quoted');
  const series = byForm.length > 1 || (byForm.length === 1 && byForm[0]!.index === found[0]!.index && opens);
  const plain = found.filter((mark) => mark.form === 'numbered');
  const plainSeries = plain.length > 1 && plain.filter((mark) => mark.asks).length * 2 >= plain.length;
  const tasks = found.filter((mark) => mark.task).length;
  const askedSeries =
    opens &&
    found[0]!.form === 'asked' &&
    !isRhetoric(found[0]!.title) &&
    (found.length > 1 || section.heading === undefined);
  const boxes = boxesBetween(reading, section.from, section.to);
  const firstOption = asked && found.some((mark) => mark.form === 'stem') ? firstOptionOf(reading, section) : -1;
  const hasBoxesBefore = (mark: Mark) => boxes[0] !== undefined && boxes[0] < mark.index;
  const hasOptionsBefore = (mark: Mark) => firstOption >= 0 && firstOption < mark.index;
  // Below a question that is answered in a paragraph, what asks once more stands for itself.
  const isAskedAnew = (mark: Mark) =>
    /[?？]$/.test(heading) && /[?？]$/.test(mark.title) && isTold(reading, section.from, mark.index);
  const kept: Mark[] = [];
  for (const mark of found) {
    const previous = kept.at(-1);
    if (keeps(mark, previous)) kept.push(mark);
  }
  return kept;

  function keeps(mark: Mark, previous: Mark | undefined): boolean {
    switch (mark.form) {
      case 'quoted':
        return series && (!asked || mark.asks);
      case 'bold':
        return mark.asks || (!asked && (series || mark.number !== undefined));
      case 'numbered':
        if (mark.inner) return mark.asks && previous?.number !== undefined && mark.number === previous.number + 1;
        return mark.asks || previous?.number !== undefined || plainSeries || (mark.task === true && tasks >= TASKS);
      case 'asked':
        // Below a question it belongs to that question, unless that has had its options.
        if (asked) return hasBoxesBefore(mark) && boxes.at(-1)! > mark.index;
        return previous?.index === mark.index - 1 || (askedSeries && !isRhetoric(mark.title));
      case 'stem':
        if (!asked || isAskedAnew(mark)) return true;
        return (mark.asks || mark.number !== undefined) && hasOptionsBefore(mark);
    }
  }
}

/** Whether a paragraph of statements stands between two blocks. */
function isTold(reading: Reading, from: number, to: number): boolean {
  return reading.blocks
    .slice(from, to)
    .some((block) => block.kind === 'line' && block.first && !block.item && /[.。!！]$/.test(block.text));
}

/** Where the first options of a section begin; -1 without any. */
function firstOptionOf(reading: Reading, section: Section): number {
  for (let i = section.from; i < section.to; i += 1) if (startsOptions(reading, i, section.to)) return i;
  return -1;
}

/** `Q12. …`, and any number with more behind it than a chapter has for a title. */
function isNumberedSentence(text: string): boolean {
  const number = /^\s*(Q\s*)?\S{0,10}\d+\s*[.、:：)]\s*/i.exec(text);
  return number !== null && (number[1] !== undefined || text.length - number[0].length >= (hasHan(text) ? 14 : 30));
}

function firstContent(reading: Reading, section: Section): number {
  for (let i = section.from; i < section.to; i += 1) {
    const block = reading.blocks[i]!;
    if (block.kind !== 'html' && block.kind !== 'rule') return i;
  }
  return -1;
}

const MAX_LABEL = 120;
/** A question in bold may have a few sentences. */
const MAX_ASKED_LABEL = 280;
const MAX_NUMBERED = 60;
const MAX_STEM = 1500;
/** Longer questions in a paragraph of their own are rhetoric more often than not. */
const MAX_ASKED = { han: 60, latin: 110 };

function markAt(reading: Reading, index: number, section: Section): Mark | undefined {
  const block = reading.blocks[index]!;
  if (block.kind !== 'line' || block.item || block.text.length > MAX_STEM) return undefined;
  const title = stripNumbering(block.text.replace(LABEL, '')).trim();
  if (title === '' || isAnswerLabel(title) || isAspect(title)) return undefined;
  const base = { index, line: block, title, asks: isInterrogative(title), number: leadingNumber(block.text) };
  if (block.quote === 0 && isStem(reading, index, section))
    return { ...base, ...wholeStem(reading, block, index, title), form: 'stem' };
  if (block.text.length > (base.asks ? MAX_ASKED_LABEL : MAX_LABEL)) return undefined;
  if (isWhollyBold(block)) {
    if (!isName(title) && !isRevealed(reading, index + 1)) return undefined;
    // `**Core parts:**` leads in to what stands below; only steps can be asked for.
    if (/[:：]$/.test(title) && !base.asks && !/步骤|流程|过程|steps|process/i.test(title)) return undefined;
    if (block.quote > 0) return block.first && block.last ? { ...base, form: 'quoted' } : undefined;
    const next = reading.blocks[index + 1];
    const follows = index + 1 < section.to && next !== undefined && next.kind !== 'rule';
    return block.first || follows ? { ...base, form: 'bold' } : undefined;
  }
  if (block.quote > 0) return undefined;
  if (base.number !== undefined && isTask(block) && !isAnsweredHere(block, title))
    return { ...base, form: 'numbered', task: true };
  if (base.number !== undefined && isNumberedTitle(block, title, index, reading))
    return { ...base, form: 'numbered', inner: !block.first && !block.last };
  return isAsked(block, title) ? { ...base, form: 'asked' } : undefined;
}

/** `Question: What …` in front of a question. */
const LABEL = /^(?:Q|Question|问题?|提问|题目)\s*[:：]\s*/i;

/** A stem that runs over several lines of a paragraph. */
function wholeStem(reading: Reading, line: Line, index: number, title: string): { line: Line; title: string } {
  const lines = [line];
  for (let i = index - 1; i >= 0 && !lines[0]!.first; i -= 1) {
    const block = reading.blocks[i]!;
    if (
      block.kind !== 'line' ||
      block.paragraph !== line.paragraph ||
      isFirstOption(reading, i) ||
      isAnswerLabel(block.text)
    )
      break;
    lines.unshift(block);
  }
  // What stands above a line of its own in bold or with a number is something else.
  const own = lines.findLastIndex((each) => isWhollyBold(each) || leadingNumber(each.text) !== undefined);
  const from = lines[Math.max(0, own)]!;
  const text = lines
    .slice(Math.max(0, own))
    .map((each) => each.text)
    .join(' ');
  if (from === line || text.length > MAX_STEM) return { line, title };
  return { line: from, title: stripNumbering(text.replace(LABEL, '')).trim() };
}

/** Whether options to choose from stand right below. */
export function isStem(reading: Reading, index: number, section: Section): boolean {
  let at = index + 1;
  while (at < section.to && reading.blocks[at]!.kind === 'code') at += 1;
  return at < section.to && !startsOptions(reading, index, section.to) && startsOptions(reading, at, section.to);
}

/** `Explain the lifecycle.`, alone in a paragraph. */
const ORDERS = /^(?:explain|describe|list|name|define|discuss|compare)\s[^.]{3,90}\.?$/i;

function isAsked(line: Line, title: string): boolean {
  const asks = /[?？]$/.test(title) || ORDERS.test(title);
  return line.first && line.last && asks && !line.runs.some((run) => run.link !== undefined);
}

/** Whether a question only carries on with what was said: too long to be asked, or begun with a `But`. */
function isRhetoric(title: string): boolean {
  if (title.length > (hasHan(title) ? MAX_ASKED.han : MAX_ASKED.latin)) return true;
  return /^(?:那|但|所以|首先|其实|这个|这样|这里|这是|而|不过|因此|于是|然后|接下来|最后|so|but|and|then|well|now|or|ok|okay|right|still|yet)(?:\b|(?=[\u3400-\u9fff，,]))/i.test(
    title,
  );
}

/** Every word of the line in bold, and not in bold italics, which mark a remark. Numbering may stand outside. */
function isWhollyBold(line: Line): boolean {
  let strong = false;
  for (const [i, run] of line.runs.entries()) {
    if (run.image || run.em || /^https?:/.test(run.link ?? '')) return false;
    if (run.strong) strong = true;
    else if (!/^[\s\d.、:：?？*]*$/.test(run.text) && !(i === 0 && stripNumbering(run.text) === '')) return false;
  }
  return strong;
}

/** Whether a `<details>` opens right below, which hides the answer. */
function isRevealed(reading: Reading, index: number): boolean {
  const block = reading.blocks[index];
  return block?.kind === 'html' && /^\s*<details\b/i.test(block.value);
}

/** A label names something; a sentence, or a label with its gloss, does not. */
function isName(title: string): boolean {
  if (/[。；;!！]$/.test(title) || /[：:]\s*\S/.test(title))
    return isInterrogative(title) && /[?？][^\p{L}\p{N}]*$/u.test(title);
  if (/如下|以下|下图|下面|所示|following|below\b/i.test(title)) return false;
  if (/[,，]/.test(title)) return isInterrogative(title);
  return true;
}

/** Whether the label is explained on its own line: `**1. Heap:** …`. */
function isAnsweredHere(line: Line, title: string): boolean {
  const first = line.runs[0]!;
  return (
    !/^\s*\d{1,3}[.)、]\s*$/.test(first.text) && first.text.length < line.text.length && /[:：]|[-–—]\s/.test(title)
  );
}

/** `**3)** …`: a task, however long. */
function isTask(line: Line): boolean {
  const first = line.runs[0];
  return line.first && first?.strong === true && /^\s*\d{1,3}[.)、]/.test(first.text);
}

/** A typed number and a few words, alone in a paragraph or at an edge of it; not one of a run of typed list items. */
function isNumberedTitle(line: Line, title: string, index: number, reading: Reading): boolean {
  if (title.length > MAX_NUMBERED || /[。；;：:.]$/.test(title)) return false;
  if (!line.first && !line.last && !isInterrogative(title)) return false;
  const isTyped = (at: number) => {
    const other = reading.blocks[at];
    return other?.kind === 'line' && other.paragraph === line.paragraph && leadingNumber(other.text) !== undefined;
  };
  return !isTyped(index - 1) && !isTyped(index + 1);
}
