import { htmlText } from '../../notes/html';
import type { Note } from '../../notes/note';
import { stripNumbering } from '../../notes/numbering';
import type { Span } from '../model';
import { blockAt, type Details, type Question, type Reading, sectionAt } from '../reading';
import { isAnswerLabel, isFurniture, isRevealer, todoOf } from '../words';

/** The `<details>` elements of a note, in the order of their beginnings. An element that is never closed is left out. */
export function detailsOf(note: Note): Details[] {
  const open: { start: number; summary?: string; from?: number }[] = [];
  const found: Details[] = [];
  let summaryFrom = -1;
  for (const { value, start } of note.html) {
    for (const match of value.matchAll(/<(\/?)(details|summary)\b[^<>]*>/gi)) {
      const at = start + match.index;
      const after = at + match[0].length;
      const closes = match[1] === '/';
      if (match[2]!.toLowerCase() === 'summary') {
        const current = open.at(-1);
        if (!closes) summaryFrom = after;
        else if (current && current.from === undefined && summaryFrom >= 0) {
          current.summary = plain(note.text.slice(summaryFrom, at));
          current.from = after;
        }
      } else if (!closes) {
        open.push({ start: at });
        summaryFrom = -1;
      } else {
        const done = open.pop();
        if (done?.summary === undefined || done.from === undefined) continue;
        found.push({ start: done.start, end: after, summary: done.summary, content: { start: done.from, end: at } });
      }
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** A summary as text: tags and Markdown marks gone. */
function plain(html: string): string {
  const text = htmlText(html).replace(/\s+/g, ' ').trim();
  return stripNumbering(text.replace(/^#{1,6}\s+/, '').replace(/(\*\*|__|`)/g, '')).trim();
}

/** A summary that stands so often in a note says "Answer", in whatever language. */
const REPEATED = 3;

/** `<details><summary>Question</summary>answer</details>`. A summary that only says "Answer" belongs to the question above it. */
export function collectDetails(reading: Reading): Question[] {
  const { details } = reading;
  const uses = new Map<string, number>();
  for (const { summary } of details) uses.set(summary, (uses.get(summary) ?? 0) + 1);
  return details.flatMap((element) => {
    const { summary, content } = element;
    if (summary === '' || isRevealer(summary) || isFurniture(summary) || uses.get(summary)! >= REPEATED) return [];
    const from = blockAt(reading, content.start);
    const to = blockAt(reading, content.end);
    const { topic } = sectionAt(reading, element.start);
    const answer = trimmed(reading.text, content);
    return [{ title: summary, id: undefined, start: element.start, topic, from, to, answer, form: 'details' }];
  });
}

const WRAPPERS_BEFORE = /^(?:\s|<br\s*\/?>|<\/?(?:b|p|strong|div|ul|blockquote)\b[^<>]*>|<!--[\s\S]*?-->)*/i;
const WRAPPERS_BEHIND =
  /(?:\s|<br\s*\/?>|<\/(?:b|p|strong|div|ul|blockquote)\s*>|<(?:p|b)\s*>|<!--(?:(?!-->)[\s\S])*-->)*$/i;

/** What a `<details>` hides as the answer of the question above: `<summary>Answer</summary>`; undefined where none does. */
export function hiddenAnswer(reading: Reading, from: number, to: number): Details | undefined {
  const hidden: Details[] = [];
  for (let i = firstFrom(reading.details, from); i < reading.details.length; i += 1) {
    const element = reading.details[i]!;
    if (element.start >= to) break;
    if (element.end <= to && isRevealer(element.summary) && trimmed(reading.text, element.content))
      hidden.push(element);
  }
  return (
    hidden.find(({ summary }) => isAnswerLabel(summary)) ?? hidden.find(({ summary }) => !/hint|提示/i.test(summary))
  );
}

/** Index of the first element that begins at or after an offset. */
function firstFrom(details: readonly Details[], offset: number): number {
  let low = 0;
  let high = details.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (details[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The content without the tags that only wrap it; undefined where nothing else is there. */
export function trimmed(text: string, content: Span): Span | undefined {
  const inside = text.slice(content.start, content.end);
  const lead = WRAPPERS_BEFORE.exec(inside)![0].length;
  const rest = inside.slice(lead);
  const body = rest.slice(0, lastContent(rest));
  if (body.trim() === '' || todoOf(htmlText(body)) !== undefined) return undefined;
  return { start: content.start + lead, end: content.start + lead + body.length };
}

function lastContent(text: string): number {
  // Matched from the end piece by piece: an expression over the whole text is quadratic.
  let end = text.length;
  for (;;) {
    const tail = WRAPPERS_BEHIND.exec(text.slice(Math.max(0, end - 200), end))?.[0].length ?? 0;
    if (tail === 0) return end;
    end -= tail;
  }
}
