import { printDistance } from '../../study/print';
import { simhash } from '../../study/simhash';
import type { Material, TermCard } from './material';
import { mentions, nameMarkdown, namesOf, normalise, shareOfWords, width } from './names';
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
 * Multiple choice from a term and its siblings. Undefined where no good question can be made: too few siblings that are of the same
 * kind, close in length, surely wrong, and no easier to rule out than the right one.
 */
export function askTermChoice(
  form: Form,
  card: TermCard,
  material: Material,
  shuffle: <T>(items: readonly T[]) => T[],
): TermChoice | undefined {
  const right = candidate(card, material);
  if (!right) return undefined;
  const fitting: Candidate[] = [];
  for (const sibling of material.siblings) {
    if (fitting.length === near) break;
    const wrong = candidate(sibling, material);
    if (!wrong || !isAlike(form, right, wrong) || !isSurelyWrong(right, wrong)) continue;
    if (fitting.every((each) => saysOtherThan(each, wrong))) fitting.push(wrong);
  }
  // Two definitions to choose from are read rather than recalled; of two names one has to be known.
  const fewest = form === 'chooseName' ? 1 : wrongOptions;
  if (fitting.length < fewest) return undefined;
  const wrong = shuffle(fitting).slice(0, fitting.length < wrongOptions ? 1 : wrongOptions);
  if (isGivenAway(form, right, wrong)) return undefined;
  return { form, options: shuffle([right, ...wrong]).map((each) => each.card.id) };
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
    task: byName && terms.length === 2 ? 'which' : asked.form,
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

/** A term that may stand among the options, with what is compared of it. */
interface Candidate {
  readonly card: TermCard;
  readonly names: readonly string[];
  readonly normalisedNames: readonly string[];
  readonly definition: string;
  /** The definition without the term's own names: how it stands as an option. */
  readonly masked: string;
  readonly width: number;
  readonly print: string;
}

/** Undefined where the definition can't stand as an option: more than a paragraph, long, or saying nothing without its own names. */
function candidate(card: TermCard, material: Material): Candidate | undefined {
  const masked = maskedDefinition(card, material);
  if (!masked || width(masked) > 360 || /\n\s*\n|^\s*(?:[-*+]|\d+[.)])\s|```|^\s*\|/m.test(masked)) return undefined;
  const names = namesOf(card.term);
  const definition = definitionOf(card, material);
  // The built-in content goes by its lasting names and has no prints.
  const print = card.term.print || simhash(definition);
  return { card, names, normalisedNames: names.map(normalise), definition, masked, width: width(masked), print };
}

/** Never also right: no name shared, none inside the other, neither defined by the other, no definition twice. */
function isSurelyWrong(right: Candidate, wrong: Candidate): boolean {
  return (
    saysOtherThan(right, wrong) &&
    printDistance(right.print, wrong.print) > samePrint &&
    !wrong.names.some((name) => mentions(name, right.names)) &&
    !right.names.some((name) => mentions(name, wrong.names)) &&
    !mentions(right.definition, wrong.names) &&
    !mentions(wrong.definition, right.names)
  );
}

function saysOtherThan(a: Candidate, b: Candidate): boolean {
  return (
    !a.normalisedNames.some((name) => b.normalisedNames.includes(name)) &&
    normalise(a.definition) !== normalise(b.definition)
  );
}

/** No giveaway by the look: names of one shape, definitions of about one length. */
function isAlike(form: Form, right: Candidate, wrong: Candidate): boolean {
  const [mine, theirs] = [shape(right.card.term.name), shape(wrong.card.term.name)];
  if (form === 'chooseName') return mine === theirs;
  // A blank says that the term's own name stands there: where only one has it, it stands out.
  if (right.masked.includes(blank) !== wrong.masked.includes(blank)) return false;
  if (right.width > 1.8 * wrong.width || wrong.width > 1.8 * right.width) return false;
  // Of an acronym and a word the names look different, the definitions alike.
  return mine === theirs || [mine, theirs].every((each) => each === 'acronym' || each === 'words');
}

/** Names of different shapes are told apart at a glance: a port, a call, a configuration key, an acronym, words. */
function shape(name: string): 'number' | 'code' | 'key' | 'acronym' | 'words' {
  if (/^\d+$/.test(name)) return 'number';
  if (/[()<>{}=;]/.test(name)) return 'code';
  if (/^[\w$.-]*[._][\w$.-]*$|^-/.test(name)) return 'key';
  return /^[A-Z][A-Z0-9]{1,5}$/.test(name) ? 'acronym' : 'words';
}

/** Whether the words of the right name stand in its definition, and those of no other: then reading is enough. */
function isGivenAway(form: Form, right: Candidate, wrong: readonly Candidate[]): boolean {
  const share = (named: Candidate, defined: Candidate) =>
    shareOfWords(named.card.term.name, defined.masked.replaceAll(blank, ' '));
  const others = wrong.map((each) => (form === 'chooseName' ? share(each, right) : share(right, each)));
  return share(right, right) > Math.max(...others, 0.34);
}
