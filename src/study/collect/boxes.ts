import type { Line } from '../../notes/blocks';
import type { Question, Reading } from '../reading';

/** A line with a box in front, ticked or not. */
export interface Box {
  readonly index: number;
  readonly line: Line;
  readonly correct: boolean;
  readonly textStart: number;
  /** A sign instead of a box: `✅`, `❌`. Lists of advantages have them too. */
  readonly sign: boolean;
}

/** `[ ] text`, `[x] text`, `( ) text` at the beginning of an item, also with the dash stuck to it; an icon that draws one. */
const BOX =
  /^\s*(?:[-*+]\s*)?(?:\[\s*([xX✓✔√]?)\s*\](?![([])|\(\s*([xX]?)\s*\)(?=\s+\S)|<i\s+class=["'][^"'<>]*\bfa-(?:(check-square|check-circle|dot-circle)|square|circle)\b[^<>]*>\s*<\/i>)(?:\s|&nbsp;)*/;

const SIGN = /^\s*(?:[-*+]\s+)?(?:(✅|☑️?|✔️?)|❌|✖️?|⬜️?|☐|◻️?)\s*/u;

/** Quick look at the first characters: nearly no line is an option. */
function isBoxed(text: string, source: number): boolean {
  const code = text.charCodeAt(0);
  return (
    code === 91 || code === 40 || source === 60 || ((code === 42 || code === 43 || code === 45) && /[[(]/.test(text))
  );
}

export function boxAt(reading: Reading, index: number): Box | undefined {
  const block = reading.blocks[index]!;
  if (block.kind !== 'line' || block.text.length === 0) return undefined;
  const { start, end } = block;
  if (isBoxed(block.text, reading.text.charCodeAt(start))) {
    const match = BOX.exec(reading.text.slice(start, end));
    if (!match) return undefined;
    const correct = [match[1], match[2], match[3]].some((mark) => mark);
    return { index, line: block, correct, textStart: start + match[0].length, sign: false };
  }
  if (!block.item || block.text.charCodeAt(0) < 0x2600) return undefined;
  const match = SIGN.exec(reading.text.slice(start, end));
  if (!match || match[0].length >= end - start) return undefined;
  return { index, line: block, correct: match[1] !== undefined, textStart: start + match[0].length, sign: true };
}

/** Where boxes stand among the blocks. */
export function boxesBetween(reading: Reading, from: number, to: number): number[] {
  const found: number[] = [];
  for (let i = from; i < to; i += 1) {
    const box = boxAt(reading, i);
    if (box && !box.sign) found.push(i);
  }
  return found;
}

/** The boxes of a question, those below an option left out: they are a part of it. */
export function boxesOf(reading: Reading, question: Question): Box[] {
  const boxes: Box[] = [];
  for (let i = question.from; i < question.to; i += 1) {
    const box = boxAt(reading, i);
    if (!box) continue;
    const option = boxes.at(-1)?.line.item;
    if (option && isBelow(box.line.item, option)) continue;
    boxes.push(box);
  }
  return boxes.every((box) => box.sign) && !isWholeList(boxes) ? [] : boxes;
}

/** Signs stand for boxes where a list has nothing else. */
function isWholeList(boxes: readonly Box[]): boolean {
  const list = boxes[0]?.line.item?.list;
  return list !== undefined && list.items.length === boxes.length && boxes.every((box) => box.line.item?.list === list);
}

export function isBelow(item: Line['item'], above: Line['item']): boolean {
  for (let at = item?.list.parent; at; at = at.list.parent) if (at === above) return true;
  return false;
}

export function isMixed(options: readonly { readonly correct: boolean }[]): boolean {
  return options.some((option) => option.correct) && options.some((option) => !option.correct);
}

/** Whether the boxes have letters, in order: `[ ] A. one`, `[x] B. two`. No list of things to do has. */
export function haveLetters(reading: Reading, boxes: readonly Box[]): boolean {
  return boxes.every(({ textStart }, i) => {
    const letter = /^[*_(（`]{0,3}([A-Ha-h])(?:\s*[)）.:：、．]|\s+\S)/.exec(
      reading.text.slice(textStart, textStart + 8),
    )?.[1];
    return letter?.toUpperCase().charCodeAt(0) === 65 + i;
  });
}
