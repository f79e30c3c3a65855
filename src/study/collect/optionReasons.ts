import type { ChoiceOption } from '../model';

const DASH = /——|(?<=\s)(?:—|–|--)(?=\s)/;

/**
 * Options of which only the right ones, or only the wrong ones, go on behind a dash: that is a reason, which would tell them apart before they are answered.
 * Where others go on too a dash is a part of what they say.
 */
export function withReasons(text: string, options: readonly ChoiceOption[]): readonly ChoiceOption[] {
  const dashes = options.map((option) => dashOf(text, option));
  const tells = (correct: boolean) =>
    options.every((option, i) => (option.correct === correct) === (dashes[i] !== undefined));
  if (!tells(true) && !tells(false)) return options;
  return options.map((option, i) => {
    const dash = dashes[i];
    if (!dash) return option;
    const reason = { start: dash.end, end: option.explanation?.end ?? option.text.end };
    return { ...option, text: { start: option.text.start, end: dash.start }, explanation: reason };
  });
}

/** Where the first dash outside of code stands that has words on both sides. */
function dashOf(text: string, { text: { start, end } }: ChoiceOption): { start: number; end: number } | undefined {
  const option = text.slice(start, end);
  const dash = DASH.exec(option.replace(/`[^`]*`/g, (code) => 'x'.repeat(code.length)));
  if (!dash) return undefined;
  const before = option.slice(0, dash.index).trimEnd().length;
  const behind = option.slice(dash.index + dash[0].length).trimStart().length;
  return before > 0 && behind > 0 ? { start: start + before, end: end - behind } : undefined;
}
