import type { ChoiceCard } from '../../study/model';
import { answerMarkdown } from '../../study/text';
import { plainMarkdown, reading } from './names';
import type { Asked, ChoiceQuestion, RevealQuestion } from './question';

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
      ...(explanation && { explanation: unquoted(text.slice(explanation.start, explanation.end)) }),
    })),
    answer: answerMarkdown(text, card),
  };
}

/** What stands in a quotation below its option, without the marks of one. */
function unquoted(markdown: string): string {
  return markdown.replace(/^[ \t]*>[ \t]?/gm, '');
}

/** A question that speaks of its options, or that only choosing makes clear. */
const needsOptions =
  /\b(?:which|following|these|those|below|above|options?|statements?|true|false|not|never|except|correct|wrong|best|most|least)\b|哪|下列|以下|下面|以上|上述|选项|正确|错误|不|最|属于/i;

/** The question without its options; undefined where it can't be asked so. */
export function recallChoice(card: ChoiceCard, text: string): RevealQuestion | undefined {
  const right = card.options.filter((option) => option.correct);
  const [only] = right;
  if (!only || right.length > 1 || needsOptions.test(card.question)) return undefined;
  const option = text.slice(only.text.start, only.text.end);
  const why = only.explanation && unquoted(text.slice(only.explanation.start, only.explanation.end));
  return {
    kind: 'reveal',
    task: 'recall',
    prompt: plainMarkdown(card.question),
    ...(card.stem && { stem: text.slice(card.stem.start, card.stem.end) }),
    answer: [`**${option}**`, why, answerMarkdown(text, card)].filter(Boolean).join('\n\n'),
  };
}
