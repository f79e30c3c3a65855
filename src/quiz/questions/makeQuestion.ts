import type { Schedule } from '../../schedule/types';
import type { LibraryCard } from '../../study/library';
import type { Card } from '../../study/model';
import { answerMarkdown } from '../../study/text';
import { isAskable } from './askable';
import { poseCloze } from './clozeQuestion';
import type { Material, TermCard } from './material';
import { plainMarkdown } from './names';
import type { Asked, Question, RevealQuestion } from './question';
import { askSteps, poseSteps } from './stepsQuestion';
import { askTermChoice, poseTermChoice } from './termChoice';
import { define, name, type } from './termQuestion';
import { askWrittenChoice, poseWrittenChoice, recallChoice } from './writtenChoice';

/** Puts items into a random order; does not change what it is given. */
export type Shuffle = <T>(items: readonly T[]) => T[];

/**
 * Decides how to ask a card; undefined where no good question can be made of it. A card moves to harder forms as it is learnt. A term is first
 * picked from several, then named, typed where it is short, then defined; a choice is at last asked without its options, steps without their list.
 */
export function ask(material: Material, schedule: Schedule | undefined, shuffle: Shuffle): Asked | undefined {
  const { card } = material;
  if (!isAskable(card)) return undefined;
  if (card.kind === 'term') return askTerm(card, material, schedule, shuffle);
  const { card: written } = card;
  const text = textOf(card, material);
  const recalled: Asked | undefined = recall(written, text) && { form: 'recall' };
  const isMature = (schedule?.stability ?? 0) >= mature;
  switch (written.kind) {
    case 'question':
      return recalled;
    case 'choice': {
      const choice = askWrittenChoice(written, text, shuffle);
      return choice && isMature && recallChoice(written, text) ? { form: 'recall' } : choice;
    }
    case 'steps':
      return (isMature ? recalled : undefined) ?? askSteps(written, text, shuffle) ?? recalled;
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
      case 'type':
        return type(card, material);
      case 'chooseDefinition':
      case 'chooseName':
        return poseTermChoice(asked, card, material);
      default:
        return undefined;
    }
  }
  const text = textOf(card, material);
  if (asked.form === 'recall') {
    return card.card.kind === 'choice' ? recallChoice(card.card, text) : recall(card.card, text);
  }
  if (asked.form === 'choice' && card.card.kind === 'choice') return poseWrittenChoice(asked, card.card, text);
  if (asked.form === 'steps' && card.card.kind === 'steps') return poseSteps(asked, card.card, text);
  if (asked.form === 'cloze' && card.card.kind === 'cloze') return poseCloze(card.card, text);
  return undefined;
}

/** Stability in days from which on a card is asked in a harder form, and in its hardest. Anki calls a card mature from 21 days on. */
const young = 2;
const mature = 21;

const forms = {
  easy: ['chooseDefinition', 'chooseName', 'define'],
  middle: ['type', 'name', 'define'],
  hard: ['define', 'type', 'name'],
} as const;

function askTerm(
  card: TermCard,
  material: Material,
  schedule: Schedule | undefined,
  shuffle: Shuffle,
): Asked | undefined {
  const stability = schedule?.stability ?? 0;
  const level = stability < young ? forms.easy : stability < mature ? forms.middle : forms.hard;
  // Turn about, so that a term is met from both sides.
  const turned = (schedule?.reps ?? 0) % 2 === 0 ? level : [level[1], level[0], ...level.slice(2)];
  for (const form of turned) {
    if (form === 'chooseDefinition' || form === 'chooseName') {
      const asked = askTermChoice(form, card, material, shuffle);
      if (asked) return asked;
    } else if (pose({ form }, material)) {
      return { form };
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
