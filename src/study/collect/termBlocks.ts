import type { Line } from '../../notes/blocks';
import { partLength } from '../../notes/numbering';
import { hasHan } from '../../notes/script';
import { isIdentifier, isThing, type Name, nameOf } from '../names';
import type { Question, Reading } from '../reading';
import type { TermDraft } from './termDraft';

/** A label on a line of its own, the definition below: list items with paragraphs, `（1）处理时间（Processing Time）`, labels that are names. */
export function collectBlockTerms(reading: Reading, questions: readonly Question[]): TermDraft[] {
  const drafts: TermDraft[] = [];
  for (const [i, block] of reading.blocks.entries()) {
    if (block.kind !== 'line' || !block.first || !block.last) continue;
    const draft = block.item ? itemTerm(reading, block, i) : partTerm(reading, block, i);
    if (draft) drafts.push(draft);
  }
  for (const question of questions) {
    const draft = question.form === 'label' ? labelTerm(reading, question) : undefined;
    if (draft) drafts.push(draft);
  }
  return drafts;
}

const CALLED =
  /^(?:调用|使用|通过|call(?:ing)?|use|using)\s*`?(\.?[A-Za-z_][\w.]*\([^()]*\))`?\s*(?:方法|函数|接口|method|function)?$/i;

/** The first line of a bullet with more below it. */
function itemTerm(reading: Reading, line: Line, index: number): TermDraft | undefined {
  const item = line.item!;
  if (item.from !== index) return undefined;
  const below = reading.blocks[index + 1];
  // A paragraph that is indented too little stands in the item around; the last item of a list is who it is about.
  const outside = item.to === index + 1 && item === item.list.items.at(-1) && below?.item === item.list.parent;
  if (!below || (item.to <= index + 1 && !outside)) return undefined;
  if (below.kind === 'html' || below.kind === 'rule' || below.kind === 'table') return undefined;
  const called = CALLED.exec(line.text)?.[1];
  const found = nameOf(called ?? line.text);
  if (!found) return undefined;
  const paragraph = below.kind === 'line' && below.item === item;
  if (called === undefined) {
    if (item.list.ordered && found.aliases.length === 0) return undefined;
    if (!paragraph || !isThing(found.name) || !isShort(found.name) || /[:：]$/.test(line.text)) return undefined;
  }
  return draft(reading, found, line, index + 1);
}

/** `（1）处理时间（Processing Time）` over its paragraph: the second name shows that it is one. */
function partTerm(reading: Reading, line: Line, index: number): TermDraft | undefined {
  const length = partLength(line.text);
  const below = reading.blocks[index + 1];
  if (length === 0 || below?.kind !== 'line' || below.item) return undefined;
  const found = nameOf(line.text.slice(length));
  return found && found.aliases.length > 0 ? draft(reading, found, line, index + 1) : undefined;
}

/** A bold label that names one thing: a single Latin name, a name in two languages, a strategy. */
function labelTerm(reading: Reading, question: Question): TermDraft | undefined {
  const line = reading.blocks[question.from - 1];
  const below = reading.blocks[question.from];
  if (line?.kind !== 'line' || below?.kind !== 'line' || question.from >= question.to) return undefined;
  const found = nameOf(question.title.replace(/^.*[—–]+/, ''));
  if (!found || !isThing(found.name) || !isShort(found.name)) return undefined;
  const single = !hasHan(found.name) && (isIdentifier(found.name) || /^[A-Z][A-Za-z]+$/.test(found.name));
  const kind = /^[A-Za-z][\w-]*\s*(?:策略|算法|模式|协议|机制)$/.test(found.name);
  const twoNames = found.aliases.some((alias) =>
    hasHan(found.name) ? /^[A-Za-z\u3400-\u9fff]*\s?[A-Za-z]/.test(alias) && !alias.includes('.') : hasHan(alias),
  );
  return single || kind || twoNames ? draft(reading, found, line, question.from, question.to) : undefined;
}

function isShort(name: string): boolean {
  return hasHan(name) ? name.length <= 12 : name.length <= 40;
}

/** The definition is what stands below in the same item: its paragraphs, not the lists and the code. */
function draft(reading: Reading, found: Name, line: Line, from: number, to = reading.blocks.length): TermDraft {
  const first = reading.blocks[from]!;
  let end = first.end;
  for (let i = from + 1; i < to; i += 1) {
    const next = reading.blocks[i]!;
    const goesOn = next.kind === 'line' && first.kind === 'line' && next.item === first.item;
    if (!goesOn || (!line.item && next.paragraph !== first.paragraph)) break;
    end = next.end;
  }
  return { ...found, start: line.start, definition: { start: first.start, end }, form: 'block' };
}
