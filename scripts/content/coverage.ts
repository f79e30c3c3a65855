import * as v from 'valibot';
import { parse } from 'yaml';
import { keyOf } from '../../src/study/key';
import type { Card } from '../../src/study/model';
import { type ContentNotes, partsOf, textAt } from './notes';

/** Something that had to be covered: what it is about in our words, where it stands (keys), and the cards that cover it. */
const Claim = v.object({ what: v.string(), at: v.array(v.string()), by: v.array(v.string()) });
export type Claim = v.InferOutput<typeof Claim>;

const Claims = v.record(v.string(), v.array(Claim));
const Coverage = v.object({ asked: Claims, corrected: Claims });
export type Coverage = v.InferOutput<typeof Coverage>;

export function parseCoverage(yaml: string): Coverage {
  return v.parse(Coverage, parse(yaml));
}

/** Something in the notes that the course answers. */
export interface Point {
  readonly key: string;
  /** For people: where it stands. */
  readonly place: string;
}

/** A line that asks: in bold from end to end, ending with a question mark, or numbered as headings are (`2.数据模型`). */
const asks = /^>?\s*\*\*[^*]+\*\*\s*$|[?？](?:\*\*)?\s*$|^\d+[.．](?=\D)\S/;

/** What a note asks: its headings, its questions, its TODOs and the rows of its tables that are not filled in. */
export function pointsOf(text: string): Point[] {
  const points: Point[] = [];
  let heading = '';
  let inCode = false;
  const add = (place: string) => points.push({ key: keyOf('asked', place), place });
  for (const line of text.split('\n')) {
    if (/^\s*```/.test(line)) inCode = !inCode;
    if (inCode) continue;
    const title = /^#{1,6}\s+(.*)/.exec(line)?.[1];
    if (title !== undefined) {
      heading = title.trim();
      add(heading);
    } else if (asks.test(line)) add(`${heading} / ${line.replace(/[>*]/g, '').trim()}`);
    if (/<!--\s*(?:TODO|TOOD)/.test(line)) add(`${heading} / TODO`);
    const open = /^\|\s*([^|]*?)\s*\|\s*-\s*\|/.exec(line)?.[1];
    if (open !== undefined) add(`${heading} / ${open}`);
  }
  return unique(points);
}

/** The corrections in a sheet of facts: the rows of its tables that set a claim right, and those of its table of ports. */
export function correctionsOf(sheet: string): Point[] {
  const rows = sheet.split('\n').map(cellsOf);
  let inTable = false;
  const found = rows.flatMap((cells) => {
    if (cells.length === 0) inTable = false;
    else if (cells.some((cell) => /^Claim\b|^Service, role$/.test(cell))) inTable = true;
    else if (inTable && !/^:?-+:?$/.test(cells[0]!)) return [cells];
    return [];
  });
  return unique(
    found.map((cells) => ({ key: keyOf('corrected', ...cells.slice(0, 3)), place: cells.slice(0, 3).join(' | ') })),
  );
}

function cellsOf(line: string): string[] {
  if (!line.startsWith('|')) return [];
  return line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());
}

function unique(points: readonly Point[]): Point[] {
  return [...new Map(points.map((point) => [point.key, point])).values()];
}

/** Points that nothing claims, and claims of what is nowhere. */
export function unclaimed(points: readonly Point[], claims: Readonly<Record<string, readonly Claim[]>>): string[] {
  const claimed = new Set(allOf(claims).flatMap(({ at }) => at));
  const known = new Set(points.map(({ key }) => key));
  const stale = allOf(claims).filter(({ at }) => at.some((key) => !known.has(key)));
  return [
    ...points.filter(({ key }) => !claimed.has(key)).map(({ place }) => `no card for ${place}`),
    ...stale.map(({ what }) => `${what} is nowhere any more`),
  ];
}

/** Claims by cards that are not there, and corrections whose cards have no trap (a choice is one by nature). */
export function baseless({ asked, corrected }: Coverage, content: ContentNotes): string[] {
  const cards = new Map<string, { card: Card; text: string }>();
  for (const { note, text } of content.values())
    for (const card of note.cards) if (card.id !== undefined) cards.set(card.id, { card, text });
  const isTrap = (id: string) => {
    const found = cards.get(id);
    if (!found) return false;
    return found.card.kind === 'choice' || partsOf(textAt(found.text, found.card.answer)).trap;
  };
  const absent = [...allOf(asked), ...allOf(corrected)].filter(
    ({ by }) => by.length === 0 || by.some((id) => !cards.has(id)),
  );
  const harmless = allOf(corrected).filter(({ by }) => !by.some(isTrap));
  return [
    ...absent.map(({ what, by }) => `${what}: there is no ${by.join(' or ') || 'card'}`),
    ...harmless.map(({ what }) => `${what}: no trap`),
  ];
}

function allOf(claims: Readonly<Record<string, readonly Claim[]>>): Claim[] {
  return Object.values(claims).flat();
}

/** `content/COVERAGE.md`. */
export function coverageTable({ asked, corrected }: Coverage, content: ContentNotes): string {
  const systems = [...content].map(([system, { note }]) => {
    const count = (kind: Card['kind']) => note.cards.filter((card) => card.kind === kind).length;
    const numbers = [count('question'), count('steps'), count('choice'), note.terms.length];
    const covered = [asked[system]?.length ?? 0, corrected[system]?.length ?? 0];
    return { system, title: note.meta.title ?? system, numbers: [...numbers, ...covered] };
  });
  const sums = systems[0]!.numbers.map((_, at) => systems.reduce((sum, { numbers }) => sum + numbers[at]!, 0));
  const row = (...cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  const table = (head: string, claims: readonly Claim[] = []) =>
    claims.length === 0
      ? []
      : [row(head, 'Card'), row('---', '---'), ...claims.map(({ what, by }) => row(what, by.join(', '))), ''];
  return [
    '# What the built-in content covers',
    '',
    'Made by `npm run coverage` from `coverage.yaml`: what the notes ask that this course grew out of, what had to be set right in them, and the card that does it.',
    'A test sees to it that every card is there, that a card which sets something right says so in a trap or a choice, and that this file is up to date.',
    '',
    row('System', 'Questions', 'Steps', 'Choices', 'Terms', 'Asked', 'Set right'),
    row('---', ...sums.map(() => '--:')),
    ...systems.map(({ title, numbers }) => row(title, ...numbers)),
    row('All', ...sums),
    '',
    ...systems.flatMap(({ system, title }) => [
      `## ${title}`,
      '',
      ...table('Asked', asked[system]),
      ...table('Set right', corrected[system]),
    ]),
  ].join('\n');
}
