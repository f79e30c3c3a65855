import { printDistance } from '../study/print';
import type { Material, TermCard } from './material';
import { mentions, nameMarkdown, namesOf, normalise, width } from './names';
import { type Asked, blank, type ChoiceQuestion } from './question';
import { definitionOf, details, maskedDefinition } from './termQuestion';

type Form = 'chooseDefinition' | 'chooseName';
type TermChoice = Extract<Asked, { form: Form }>;

const wrongOptions = 3;
/** Wrong answers are drawn from so many of the nearest siblings: always the same three would soon be known. */
const near = 8;
/** Prints of 64 bits that differ in no more than this are of texts that say the same. */
const samePrint = 12;

/**
 * Multiple choice from a term and its siblings. Undefined where no good question can be made: fewer than three siblings that are of the same
 * kind, close in length, surely wrong, and no easier to rule out than the right one.
 */
export function askTermChoice(
  form: Form,
  card: TermCard,
  material: Material,
  shuffle: <T>(items: readonly T[]) => T[],
): TermChoice | undefined {
  const definition = optionText(card, material);
  if (!definition) return undefined;
  const fitting = material.siblings.flatMap((other) => {
    const text = optionText(other, material);
    return text && isSurelyWrong(card, other, material) && isAlike(form, card, definition, other, text) ? [other] : [];
  });
  const wrong = shuffle(differing(fitting, material).slice(0, near)).slice(0, wrongOptions);
  if (wrong.length < wrongOptions) return undefined;
  if (form === 'chooseName' && isGivenAway(card, wrong, definition)) return undefined;
  return { form, options: shuffle([card, ...wrong]).map((each) => each.id) };
}

/** The question as asked before; undefined where a term in it is gone. */
export function poseTermChoice(asked: TermChoice, card: TermCard, material: Material): ChoiceQuestion | undefined {
  const byId = new Map([card, ...material.siblings].map((each) => [each.id, each]));
  const terms = asked.options.map((id) => byId.get(id));
  const definition = maskedDefinition(card, material);
  if (!definition || !terms.every((each) => each !== undefined)) return undefined;
  const byName = asked.form === 'chooseName';
  return {
    kind: 'choice',
    multiple: false,
    task: asked.form,
    prompt: byName ? definition : nameMarkdown(card.term.name),
    options: terms.map((each) => ({
      text: byName ? nameMarkdown(each.term.name) : (maskedDefinition(each, material) ?? ''),
      correct: each === card,
      // What the wrong ones are: learnt in passing.
      ...(each !== card && { explanation: byName ? definitionOf(each, material) : nameMarkdown(each.term.name) }),
    })),
    answer: byName ? definitionOf(card, material) : '',
    ...details(card, material),
  };
}

/** A definition that can stand as an option: one paragraph of moderate length, saying something without its own names. */
function optionText(card: TermCard, material: Material): string | undefined {
  const text = maskedDefinition(card, material);
  return text && width(text) <= 360 && !/\n\s*\n|^\s*(?:[-*+]|\d+[.)])\s|```|^\s*\|/m.test(text) ? text : undefined;
}

/** Never also right: no name shared, none inside the other, neither defined by the other, no definition twice. */
function isSurelyWrong(card: TermCard, other: TermCard, material: Material): boolean {
  const [mine, theirs] = [namesOf(card.term), namesOf(other.term)];
  const shared = new Set(mine.map(normalise));
  if (theirs.some((name) => shared.has(normalise(name)) || mentions(name, mine))) return false;
  if (mine.some((name) => mentions(name, theirs))) return false;
  if (printDistance(card.term.print, other.term.print) <= samePrint) return false;
  const [definition, otherDefinition] = [definitionOf(card, material), definitionOf(other, material)];
  return (
    normalise(definition) !== normalise(otherDefinition) &&
    !mentions(definition, theirs) &&
    !mentions(otherDefinition, mine)
  );
}

/** No giveaway by the look: names of one kind, texts of about one length. */
function isAlike(form: Form, card: TermCard, definition: string, other: TermCard, otherText: string): boolean {
  const [a, b] = [width(definition), width(otherText)];
  if (form === 'chooseDefinition' && (a > 1.8 * b || b > 1.8 * a)) return false;
  const [mine, theirs] = [shape(card.term.name), shape(other.term.name)];
  if (mine === theirs) return true;
  // Of an acronym and a word the names look different, the definitions alike.
  return form === 'chooseDefinition' && [mine, theirs].every((each) => each === 'acronym' || each === 'words');
}

/** Names of different shapes are told apart at a glance: a port, a configuration key, an acronym, words. */
function shape(name: string): 'number' | 'key' | 'acronym' | 'words' {
  if (/^\d+$/.test(name)) return 'number';
  if (/^[\w$.-]*[._][\w$.-]*$|^-/.test(name)) return 'key';
  return /^[A-Z][A-Z0-9]{1,5}$/.test(name) ? 'acronym' : 'words';
}

/** Leaves out terms that say the same as one before. */
function differing(terms: readonly TermCard[], material: Material): TermCard[] {
  const kept: TermCard[] = [];
  for (const term of terms) if (kept.every((each) => isDifferent(each, term, material))) kept.push(term);
  return kept;
}

function isDifferent(a: TermCard, b: TermCard, material: Material): boolean {
  return (
    normalise(a.term.name) !== normalise(b.term.name) &&
    normalise(definitionOf(a, material)) !== normalise(definitionOf(b, material))
  );
}

/** Whether the words of the right name stand in the definition, and those of no other: then reading is enough. */
function isGivenAway(card: TermCard, wrong: readonly TermCard[], definition: string): boolean {
  const share = (name: string) => {
    const words = name.toLowerCase().match(/[a-z0-9]{3,}|\p{Script=Han}{2}/gu) ?? [];
    const text = definition.replaceAll(blank, ' ').toLowerCase();
    return words.length === 0 ? 0 : words.filter((word) => text.includes(word)).length / words.length;
  };
  return share(card.term.name) > Math.max(...wrong.map((each) => share(each.term.name)), 0.34);
}
