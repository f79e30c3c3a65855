import type { Card } from '../model';
import type { Question, Reading } from '../reading';
import { isAspect, isInterrogative, isProjectSection } from '../words';

/** A question with the card made of it. */
export interface Asked {
  readonly question: Question;
  readonly card: Card;
}

/** Choices from which on a note is a quiz, and other questions from which on it is a list of them. */
const CHOICES = 3;
const QUESTIONS = 5;

/** Headings over questions without an answer from which on, if they are twice as many as the others, a note is a list of open questions. */
const OPEN = 10;

/** A sentence that asks for something: `Write one, in any language.` */
const ORDERS =
  /[?？]|(?:^|[.!。]\s*)(?:compare|describe|discuss|explain|give|imagine|invent|list|pretend|produce|provide|show|talk|tell|try|write)\b/i;

/** The cards without those of plain titles over what only asks, in a note that is a list of open questions. */
export function answeredOnly(
  { blocks, text }: Reading,
  questions: readonly Question[],
  asked: readonly Asked[],
): Asked[] {
  const answered = new Set(asked.map(({ question }) => question));
  const headings = questions.filter(({ form }) => form === 'heading');
  const open = headings.filter((each) => !answered.has(each) && blocks.slice(each.from, each.to).some(asksInText));
  if (open.length < OPEN || open.length < headings.filter((each) => answered.has(each)).length * 2) return [...asked];
  return asked.filter(
    (each) => !isPlain(each) || !ORDERS.test(text.slice(each.card.answer.start, each.card.answer.end)),
  );
}

function asksInText(block: Reading['blocks'][number]): boolean {
  return block.kind === 'line' && /[?？]$/.test(block.text);
}

/**
 * The cards without those of plain titles where these only divide the note: in a quiz, in a list of questions that stand below headings, and
 * in what presents a project. Elsewhere a plain title stands for `What is …?`.
 */
export function askedOnly(reading: Reading, asked: readonly Asked[]): Asked[] {
  if (isProject(reading))
    return asked.filter(({ question, card }) => card.kind === 'choice' || /[?？]$/.test(question.title));
  const plain = asked.filter(isPlain);
  if (plain.length === 0) return [...asked];
  const choices = asked.filter(({ card }) => card.kind === 'choice').length;
  const others = asked.length - plain.length - choices;
  const below = asked.filter(
    ({ question, card }) => question.form !== 'heading' && card.kind !== 'choice' && isSure(question),
  ).length;
  const quiz = choices >= CHOICES && choices >= others;
  const titles = plain.filter(({ question }) => question.form === 'heading').length;
  const list = below >= QUESTIONS && below * 5 >= others * 4 && below >= titles * 3;
  const answered = asked.some(({ question }) => question.form === 'file');
  // In a note that is one card everything else belongs to it, unless it asks in so many words.
  if (answered)
    return asked.filter(
      (each) => !isPlain(each) && (each.question.form !== 'heading' || /[?？]$/.test(each.question.title)),
    );
  if (quiz) return asked.filter((each) => !isPlain(each));
  return list ? asked.filter((each) => !isPlain(each) || each.question.form !== 'heading') : [...asked];
}

function isPlain({ question, card }: Asked): boolean {
  const { form, title } = question;
  if ((form !== 'heading' && form !== 'label') || card.kind === 'choice' || isSure(question)) return false;
  return !isInterrogative(title) || isAspect(title);
}

/** A label is sure to be a question by its words, its number or what hides its answer; other forms are by themselves. */
function isSure({ form, title, sure }: Question): boolean {
  return form === 'label' ? sure === true || isInterrogative(title) : form !== 'heading';
}

/** Whether the note presents a project: installation, contributing, licence and the like are a good part of its titles. */
function isProject({ topics }: Reading): boolean {
  const sections = topics.filter(({ title }) => isProjectSection(title));
  const asking = topics.filter(({ title }) => isInterrogative(title)).length;
  if (sections.length < 2 || asking >= sections.length) return false;
  const published = sections.some(({ title }) => /licen[cs]e|contribut|许可|协议|贡献/i.test(title));
  return sections.length * (published ? 5 : 2) >= topics.length;
}
