import { definitionText } from '../../study/text';
import type { Material, TermCard } from './material';
import { mask, nameMarkdown, namesOf, normalise, shareOfWords, width } from './names';
import { blank, type RevealQuestion, type TypedQuestion } from './question';

/** Term → definition. */
export function define(card: TermCard, material: Material): RevealQuestion | undefined {
  const definition = definitionOf(card, material);
  if (!saysSomething(definition, namesOf(card.term))) return undefined;
  return {
    kind: 'reveal',
    task: 'define',
    prompt: nameMarkdown(card.term.name),
    answer: definition,
    ...details(card, material),
  };
}

/** A definition in which more than this share of the name's words stands is read, not recalled. */
const mostShared = 0.5;

/** Definition → term. None where little is left of the definition once the term's own names are hidden, where what is left says them, or where it is long. */
export function name(card: TermCard, material: Material): RevealQuestion | undefined {
  const definition = maskedDefinition(card, material);
  if (!definition || width(definition) > 600 || shareOfWords(card.term.name, definition) > mostShared) return undefined;
  return {
    kind: 'reveal',
    task: 'name',
    prompt: definition,
    answer: nameMarkdown(card.term.name),
    ...details(card, material),
  };
}

/** Definition → term, typed. Only where the term has a name that one would type: a few words, no configuration key. */
export function type(card: TermCard, material: Material): TypedQuestion | undefined {
  const named = name(card, material);
  const names = namesOf(card.term);
  if (!named || !isTypable(card.term.name)) return undefined;
  const mine = new Set(names.map(normalise));
  const others = material.siblings.flatMap((sibling) => namesOf(sibling.term));
  return {
    ...named,
    kind: 'typed',
    task: 'type',
    accepted: names,
    others: others.filter((other) => !mine.has(normalise(other))),
  };
}

function isTypable(name: string): boolean {
  // Nobody types `minSessionTimeout` from memory.
  return width(name) <= 24 && !/^[a-z]+\d*[A-Z]/.test(name) && /^[\p{L}\p{N}]+(?:[ -][\p{L}\p{N}]+){0,2}$/u.test(name);
}

export function definitionOf({ term, note }: TermCard, { texts }: Material): string {
  return definitionText(texts.get(note.uri) ?? '', term);
}

/** How a sentence goes on that began before the definition (`… is 4`, `… and LAST_VALUE skip NULLs`); a line of a drawing, a line of code. */
const fragment =
  /^(?:is|are|was|were|and|or|but|also|which|that|has|have|can|cannot|gives?|says?|means?)\b|^[\s:：,，;；)）(（]|^[-–—=>→]{2}|[;{}]\s*$|^\**(?:Trap|Pitfall|误区|陷阱)/i;

/** A drawing with arrows. */
const drawing = /(?:[-–—=]+>|→)[\s\S]*(?:[-–—=]+>|→)/;

/** A line of code: a call or an assignment. */
const code = /^\S*[\w$)\]]\.[\w$]+\(.*\)\s*;?\s*$|[;{}]\s*$/;

/** No more than a value: what it is by default. */
const onlyDefault =
  /^(?:默认(?:值)?(?:为|是)?|(?:the )?default(?:s to| value)?(?: is)?|defaults to)\s*[:：]?\s*[\w.,%+-]+(?:\s*[a-z%]{1,5})?\s*[.。]?$/i;

/** More than a remark in brackets, a default, a drawing or code; where it names the term, more than that name. */
function saysSomething(definition: string, names: readonly string[]): boolean {
  const text = definition.replace(/[(（][^()（）]*[)）]/g, '').trim();
  if (!/[\p{L}\p{N}]/u.test(text) || code.test(text) || drawing.test(text) || onlyDefault.test(text)) return false;
  const masked = mask(definition, names);
  return masked === definition || width(masked.replaceAll(blank, '').replace(/[^\p{L}\p{N}]/gu, '')) >= 8;
}

/** The definition with the term's own names hidden; undefined where it says too little without them, or is no sentence of its own. */
export function maskedDefinition(card: TermCard, material: Material): string | undefined {
  const definition = definitionOf(card, material);
  if (fragment.test(definition) || drawing.test(definition)) return undefined;
  const masked = mask(definition, namesOf(card.term));
  const blanks = masked.split(blank).length - 1;
  return blanks <= 3 && width(masked.replaceAll(blank, '').replace(/\s+/g, ' ')) >= 20 ? masked : undefined;
}

export function details({ term, note }: TermCard, { texts }: Material): Pick<RevealQuestion, 'names' | 'trap'> {
  const trap = term.trap && texts.get(note.uri)?.slice(term.trap.start, term.trap.end);
  return { ...(term.aliases.length > 0 && { names: term.aliases }), ...(trap && { trap }) };
}
