import { readable } from '../../notes/readable';
import type { StepsCard } from '../../study/model';
import { plainMarkdown, reading, width } from './names';
import type { Asked, StepsQuestion } from './question';

type Steps = Extract<Asked, { form: 'steps' }>;

/** More steps than fit on a screen are no longer a question of order. */
const maxSteps = 9;

/** Undefined where the steps can't be put in order by hand: too many, too long, or two that read the same. */
export function askSteps(card: StepsCard, text: string, shuffle: <T>(items: readonly T[]) => T[]): Steps | undefined {
  const steps = card.steps.map((step) => text.slice(step.start, step.end));
  const distinct = new Set(steps.map(reading)).size === steps.length;
  if (!distinct || steps.length < 3 || steps.length > maxSteps || steps.some((step) => width(step) > 400)) {
    return undefined;
  }
  const inOrder = [...steps.keys()];
  let order = shuffle(inOrder);
  // Shown in the right order there would be nothing to do.
  if (order.every((step, place) => step === place)) order = [...inOrder.slice(1), 0];
  return { form: 'steps', order };
}

export function poseSteps(asked: Steps, card: StepsCard, text: string): StepsQuestion | undefined {
  const spans = asked.order.map((index) => card.steps[index]);
  if (spans.length !== card.steps.length || !spans.every((span) => span !== undefined)) return undefined;
  return {
    kind: 'steps',
    task: 'order',
    prompt: plainMarkdown(card.question),
    ...(card.stem && { stem: text.slice(card.stem.start, card.stem.end) }),
    steps: spans.map((span) => text.slice(span.start, span.end)),
    right: card.steps.map((_, place) => asked.order.indexOf(place)),
    answer: aroundSteps(card, text),
  };
}

/** The answer without its list, which the question itself shows. */
function aroundSteps({ answer, steps }: StepsCard, text: string): string {
  const before = text
    .slice(answer.start, steps[0]!.start)
    .replace(/^[ \t]*(?:\d+[.)、．]|[(（]\d+[)）]|[-*+])[ \t]*$/m, '');
  const after = text.slice(steps.at(-1)!.end, answer.end);
  return readable(`${before.trim()}\n\n${after.trim()}`);
}
