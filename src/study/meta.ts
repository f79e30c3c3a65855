import { htmlText } from '../notes/html';
import type { Note } from '../notes/note';
import type { NoteMeta } from './model';
import type { Reading } from './reading';

/** What the front matter says. Fields of another type than expected are left out. */
export function metaOf(note: Note): NoteMeta {
  const fields = note.frontMatter?.fields ?? {};
  const title = textField(fields.title);
  const system = textField(fields.system)?.toLowerCase();
  const version = textField(fields.version);
  return {
    ...(title !== undefined && { title }),
    tags: listField(fields.tags ?? fields.tag),
    ...(system !== undefined && { system }),
    ...(version !== undefined && { version }),
    context: listField(fields.context),
  };
}

function textField(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** A list, or what people write in place of one: `a, b`, `#a #b`. */
function listField(value: unknown): string[] {
  const parts: unknown[] = Array.isArray(value)
    ? value
    : typeof value === 'string'
      ? value.split(/[,，]|\s+(?=#)/)
      : [value];
  return parts.flatMap((part) => textField(part)?.replace(/^#/, '') ?? []);
}

/** Title for people: front matter, else a lone first heading over all others, else an HTML title line. */
export function titleOfNote(reading: Reading): string | undefined {
  const given = textField(reading.frontMatter?.fields.title);
  if (given !== undefined) return given;
  const first = reading.topics[0];
  if (first && reading.topics.every((topic, i) => i === 0 || topic.parent >= 0)) return first.title;
  const piece = reading.html[0];
  const heading = reading.sections.find((section) => section.heading)?.heading;
  if (!piece || !/^\s*<(?:center|h1|div|p)\b/i.test(piece.value) || (heading && heading.start < piece.start))
    return undefined;
  const text = htmlText(piece.value).trim();
  return text !== '' && text.length <= 80 && !text.includes('\n') ? text : undefined;
}
