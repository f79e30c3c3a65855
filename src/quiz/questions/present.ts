import type { Grade, Schedule } from '../../schedule/types';
import type { PageOutcome, PageQuestion } from '../protocol';
import { blank, type Question, shown } from './question';
import { isTypedRight } from './typedAnswer';

/** Renders Markdown as sanitised HTML. */
export type Render = (markdown: string) => string;

/** A question as the page shows it. Of its answer nothing is in it. */
export function presentQuestion(question: Question, render: Render): PageQuestion {
  const html = (markdown: string) => withBlanks(render(markdown));
  return {
    kind: question.kind,
    task: question.task,
    prompt: html(question.prompt),
    ...(question.stem && { stem: html(question.stem) }),
    items: itemsOf(question).map(html),
    multiple: question.kind === 'choice' && question.multiple,
  };
}

/** What the person did about a question. */
export interface Given {
  readonly chosen: readonly number[];
  readonly typed?: string;
}

/** What is shown once the person has answered. `next` is what each grade would make of the card, answered at `now`. */
export function presentOutcome(
  question: Question,
  given: Given,
  next: Readonly<Record<Grade, Schedule>>,
  now: number,
  render: Render,
): PageOutcome {
  const html = (markdown: string) => withNotes(withBlanks(render(markdown)));
  const { chosen, typed } = given;
  const right = isRight(question, given);
  return {
    answer: question.answer === '' ? '' : html(question.answer),
    names: [...(question.names ?? [])],
    ...(question.trap && { trap: html(question.trap) }),
    chosen: [...chosen],
    ...(typed !== undefined && { typed }),
    items: outcomes(question, chosen).map(({ correct, explanation }) => ({
      correct,
      ...(explanation && { explanation: html(explanation) }),
    })),
    ...(question.kind === 'steps' && { order: [...question.right] }),
    ...(right !== undefined && { right }),
    grades: ([1, 2, 3, 4] as const).map((grade) => ({ grade, interval: Math.max(0, next[grade].due - now) })),
    suggested: right === false ? 1 : 3,
  };
}

/** Whether the answer is right; undefined where only the person can tell. */
export function isRight(question: Question, { chosen, typed = '' }: Given): boolean | undefined {
  switch (question.kind) {
    case 'reveal':
      return undefined;
    case 'typed':
      return isTypedRight(typed, question);
    case 'choice':
      return question.options.every((option, index) => option.correct === chosen.includes(index));
    case 'steps':
      return question.right.every((step, place) => chosen[place] === step);
  }
}

/** All Markdown that is shown of a question, sooner or later. */
export function markdownOf(question: Question): string[] {
  const { prompt, stem = '', answer, trap = '' } = question;
  const why = question.kind === 'choice' ? question.options.map(({ explanation = '' }) => explanation) : [];
  return [prompt, stem, answer, trap, ...itemsOf(question), ...why];
}

function itemsOf(question: Question): readonly string[] {
  switch (question.kind) {
    case 'reveal':
    case 'typed':
      return [];
    case 'choice':
      return question.options.map((option) => option.text);
    case 'steps':
      return question.steps;
  }
}

function outcomes(question: Question, chosen: readonly number[]): { correct: boolean; explanation?: string }[] {
  switch (question.kind) {
    case 'reveal':
    case 'typed':
      return [];
    case 'choice':
      return question.options.map(({ correct, explanation }) => ({ correct, ...(explanation && { explanation }) }));
    case 'steps':
      return question.steps.map((_, step) => ({ correct: chosen.indexOf(step) === question.right.indexOf(step) }));
  }
}

function withBlanks(html: string): string {
  return html
    .replaceAll(blank, '<span class="blank"></span>')
    .replaceAll(shown[0], '<mark>')
    .replaceAll(shown[1], '</mark>');
}

/** The house style's closing paragraphs, told apart so that they can be set apart. */
function withNotes(html: string): string {
  return html
    .replace(/<p>(?=<strong>(?:Trap|Pitfall|误区|陷阱)\s*[:：])/g, '<p class="trap">')
    .replace(/<p>(?=<strong>(?:Sources?|来源|出处)\s*[:：])/g, '<p class="sources">');
}
