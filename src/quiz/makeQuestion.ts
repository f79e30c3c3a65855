import type { Schedule } from '../schedule/types';
import type { LibraryCard } from '../study/library';
import type { Card } from '../study/model';
import { answerMarkdown } from '../study/text';
import { isAskable } from './askable';
import { poseCloze } from './clozeQuestion';
import type { Material, TermCard } from './material';
import { plainMarkdown } from './names';
import type { Asked, Question, RevealQuestion } from './question';
import { askSteps, poseSteps } from './stepsQuestion';
import { askTermChoice, poseTermChoice } from './termChoice';
import { define, name } from './termQuestion';
import { askWrittenChoice, poseWrittenChoice } from './writtenChoice';

/** Puts items into a random order; does not change what it is given. */
export type Shuffle = <T>(items: readonly T[]) => T[];

/**
 * Decides how to ask a card; undefined where no good question can be made of it. A term moves to harder forms as it is learnt: first it is
 * picked from several, then named from its definition, then defined.
 */
export function ask(material: Material, schedule: Schedule | undefined, shuffle: Shuffle): Asked | undefined {
  const { card } = material;
  if (!isAskable(card)) return undefined;
  if (card.kind === 'term') return askTerm(card, material, schedule, shuffle);
  const { card: written } = card;
  const text = textOf(card, material);
  const recalled: Asked | undefined = recall(written, text) && { form: 'recall' };
  switch (written.kind) {
    case 'question':
      return recalled;
    case 'choice':
      return askWrittenChoice(written, text, shuffle);
    case 'steps':
      return askSteps(written, text, shuffle) ?? recalled;
    case 'cloze':
      return poseCloze(written, text) && { form: 'cloze' };
  }
}

/** The question as it was asked, with the texts as they are now; undefined where the note has changed too much for that. */
export function pose(asked: Asked, material: Material): Question | undefined {
  const { card } = material;
  if (card.kind === 'term') {
    switch (asked.form) {
      case 'define':
        return define(card, material);
      case 'name':
        return name(card, material);
      case 'chooseDefinition':
      case 'chooseName':
        return poseTermChoice(asked, card, material);
      default:
        return undefined;
    }
  }
  const text = textOf(card, material);
  if (asked.form === 'recall') return recall(card.card, text);
  if (asked.form === 'choice' && card.card.kind === 'choice') return poseWrittenChoice(asked, card.card, text);
  if (asked.form === 'steps' && card.card.kind === 'steps') return poseSteps(asked, card.card, text);
  if (asked.form === 'cloze' && card.card.kind === 'cloze') return poseCloze(card.card, text);
  return undefined;
}

const forms = {
  easy: ['chooseDefinition', 'chooseName', 'define'],
  middle: ['name', 'define'],
  hard: ['define', 'name'],
} as const;

function askTerm(
  card: TermCard,
  material: Material,
  schedule: Schedule | undefined,
  shuffle: Shuffle,
): Asked | undefined {
  const stability = schedule?.stability ?? 0;
  const level = stability < 2 ? forms.easy : stability < 15 ? forms.middle : forms.hard;
  // Turn about, so that a term is met from both sides.
  const turned = (schedule?.reps ?? 0) % 2 === 0 ? level : [level[1], level[0], ...level.slice(2)];
  for (const form of turned) {
    if (form === 'define' || form === 'name') {
      if ((form === 'define' ? define : name)(card, material)) return { form };
    } else {
      const asked = askTermChoice(form, card, material, shuffle);
      if (asked) return asked;
    }
  }
  return undefined;
}

function recall(card: Card, text: string): RevealQuestion | undefined {
  const answer = answerMarkdown(text, card);
  if (answer === '') return undefined;
  return {
    kind: 'reveal',
    task: 'recall',
    prompt: plainMarkdown(card.question),
    ...(card.stem && { stem: text.slice(card.stem.start, card.stem.end) }),
    answer,
  };
}

function textOf(card: LibraryCard, { texts }: Material): string {
  return texts.get(card.note.uri) ?? '';
}
