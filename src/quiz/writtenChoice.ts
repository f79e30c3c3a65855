import type { ChoiceCard } from '../study/model';
import { answerMarkdown } from '../study/text';
import { plainMarkdown, reading } from './names';
import type { Asked, ChoiceQuestion } from './question';

type WrittenChoice = Extract<Asked, { form: 'choice' }>;

/** Options that speak of the others stay where they are, after them. */
const aboutOthers =
  /\b(?:all|none|both|any|neither)\b.*\b(?:above|these|those|them|following|options?)\b|\bboth [A-H] and [A-H]\b|(?:以上|上述|前面|都(?:对|错|正确|不对|是)|全(?:部|都))|^(?:[A-H]\s*(?:and|和|、|&)\s*)+[A-H]$/i;

/** Undefined where two options read the same: then a right one may be marked wrong. */
export function askWrittenChoice(
  card: ChoiceCard,
  text: string,
  shuffle: <T>(items: readonly T[]) => T[],
): WrittenChoice | undefined {
  const options = card.options.map((option) => text.slice(option.text.start, option.text.end));
  if (new Set(options.map(reading)).size < options.length) return undefined;
  const indices = [...options.keys()];
  // Where options name one another by letter, no order but the written one is right.
  if (options.some((option) => /\b(?:options?|answers?|选项)\s*[A-H]\b|^[A-H]\s*(?:and|和|、|&)/.test(option))) {
    return { form: 'choice', order: indices };
  }
  const isFixed = (index: number) => aboutOthers.test(options[index]!);
  return {
    form: 'choice',
    order: [...shuffle(indices.filter((index) => !isFixed(index))), ...indices.filter(isFixed)],
  };
}

export function poseWrittenChoice(asked: WrittenChoice, card: ChoiceCard, text: string): ChoiceQuestion | undefined {
  const options = asked.order.map((index) => card.options[index]);
  if (options.length !== card.options.length || !options.every((option) => option !== undefined)) return undefined;
  const multiple = options.filter((option) => option.correct).length > 1;
  return {
    kind: 'choice',
    multiple,
    task: multiple ? 'chooseAll' : 'chooseOne',
    prompt: plainMarkdown(card.question),
    ...(card.stem && { stem: text.slice(card.stem.start, card.stem.end) }),
    options: options.map(({ text: span, correct, explanation }) => ({
      text: text.slice(span.start, span.end),
      correct,
      ...(explanation && { explanation: text.slice(explanation.start, explanation.end) }),
    })),
    answer: answerMarkdown(text, card),
  };
}
