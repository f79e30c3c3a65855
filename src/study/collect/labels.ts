import type { Line } from '../../notes/blocks';
import { leadingNumber, stripNumbering } from '../../notes/numbering';
import { blankLinesBetween } from '../content';
import type { Question, Reading, Section } from '../reading';
import { isAnswerLabel, isAspect, isInterrogative } from '../words';
import { hasBoxes } from './choices';

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
    };
  });
}

interface Mark {
  readonly index: number;
  readonly line: Line;
  readonly title: string;
  /** `bold`, `quoted`: by its form; `numbered`, `asked`: a plain line. */
  readonly form: 'bold' | 'quoted' | 'numbered' | 'asked';
  readonly asks: boolean;
  readonly number: number | undefined;
}

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
  const asked = isInterrogative(heading) || /^\s*Q\s*\d/i.test(section.heading?.text ?? '');
  const byForm = found.filter((mark) => mark.form === 'bold' || mark.form === 'quoted');
  const series = byForm.length > 1 || (byForm.length === 1 && byForm[0]!.index === found[0]!.index && opens);
  const plain = found.filter((mark) => mark.form === 'numbered');
  const plainSeries = plain.filter((mark) => mark.asks).length * 2 >= plain.length;
  const kept: Mark[] = [];
  for (const mark of found) {
    const previous = kept.at(-1);
    const follows = previous !== undefined && previous.index === mark.index - 1;
    if (keeps(mark, previous, follows)) kept.push(mark);
  }
  return kept;

  function keeps(mark: Mark, previous: Mark | undefined, follows: boolean): boolean {
    switch (mark.form) {
      case 'quoted':
        return series && (!asked || mark.asks);
      case 'bold':
        return mark.asks || mark.number !== undefined || (series && !asked);
      case 'numbered':
        return mark.asks || previous?.number !== undefined || (plainSeries && plain.length > 1);
      case 'asked':
        // Below a question it belongs to that question, unless that has had its options.
        if (asked) return hasBoxes(reading, section.from, mark.index) && hasBoxes(reading, mark.index, section.to);
        return follows || (opens && (mark === found[0] || found[0]!.form === 'asked'));
    }
  }
}

function firstContent(reading: Reading, section: Section): number {
  for (let i = section.from; i < section.to; i += 1) {
    const block = reading.blocks[i]!;
    if (block.kind !== 'html' && block.kind !== 'rule') return i;
  }
  return -1;
}

const MAX_LABEL = 120;
const MAX_NUMBERED = 60;

function markAt(reading: Reading, index: number, section: Section): Mark | undefined {
  const block = reading.blocks[index]!;
  if (block.kind !== 'line' || block.item || block.text.length > MAX_LABEL) return undefined;
  const title = stripNumbering(block.text).trim();
  if (title === '' || isAnswerLabel(title) || isAspect(title)) return undefined;
  const next = reading.blocks[index + 1];
  const base = { index, line: block, title, asks: isInterrogative(title), number: leadingNumber(block.text) };
  if (isWhollyBold(block)) {
    if (!isName(title)) return undefined;
    if (block.quote > 0) return block.first && block.last ? { ...base, form: 'quoted' } : undefined;
    const follows = index + 1 < section.to && next !== undefined && next.kind !== 'rule';
    if (!block.first && !follows) return undefined;
    return { ...base, form: 'bold' };
  }
  if (block.quote > 0) return undefined;
  if (base.number !== undefined && isNumberedTitle(block, title, index, reading)) return { ...base, form: 'numbered' };
  if (block.first && block.last && /[?？]$/.test(title) && !block.runs.some((run) => run.link !== undefined))
    return { ...base, form: 'asked' };
  return undefined;
}

/** Every word of the line in bold, and not in bold italics, which mark a remark. Numbering may stand outside. */
function isWhollyBold(line: Line): boolean {
  let strong = false;
  for (const [i, run] of line.runs.entries()) {
    if (run.image || run.em) return false;
    if (run.strong) strong = true;
    else if (!/^[\s\d.、:：?？*]*$/.test(run.text) && !(i === 0 && stripNumbering(run.text) === '')) return false;
  }
  return strong;
}

/** A label names something; a sentence, or a label with its gloss, does not. */
function isName(title: string): boolean {
  if (/[。；;!！]$/.test(title) || /[：:]\s*\S/.test(title)) return isInterrogative(title) && /[?？]$/.test(title);
  if (/如下|以下|下图|下面|所示|following|below\b/i.test(title)) return false;
  if (/[,，]/.test(title)) return isInterrogative(title);
  return true;
}

/** A typed number and a few words, alone in a paragraph or at an edge of it; not one of a run of typed list items. */
function isNumberedTitle(line: Line, title: string, index: number, reading: Reading): boolean {
  if (title.length > MAX_NUMBERED || /[。；;：:.]$/.test(title)) return false;
  if (!line.first && !line.last) return false;
  const isTyped = (at: number) => {
    const other = reading.blocks[at];
    return other?.kind === 'line' && other.paragraph === line.paragraph && leadingNumber(other.text) !== undefined;
  };
  return !isTyped(index - 1) && !isTyped(index + 1);
}
