import { l10n } from 'vscode';
import { type Mastery, type Moment, masteryOf } from '../../progress/mastery';
import type { Progress } from '../../progress/progress';
import { isAskable } from '../../quiz/questions/askable';
import type { Library } from '../../study/library';
import type { Concept } from '../../terms/concepts';
import { cardsOfTerms } from './fileJargon';

/** The card that asks a concept, with how well it is known; undefined where the notes cannot ask it. */
export function termCard(
  concept: Concept,
  library: Library,
  progress: Progress,
  moment: Moment,
): { readonly id: string; readonly mastery: Mastery } | undefined {
  const ids = cardsOfTerms(
    library,
    concept.definitions.map(({ term }) => term),
  );
  const id = ids.find((each) => isAskable(library.cards.get(each)!));
  return id === undefined ? undefined : { id, mastery: masteryOf(progress.schedule(id), moment) };
}

/** How well a term is known, in a word. */
export function masteryWord(mastery: Mastery): string {
  switch (mastery) {
    case 'new':
      return l10n.t('New');
    case 'learning':
      return l10n.t('Learning');
    case 'due':
      return l10n.t('Due');
    case 'known':
      return l10n.t('Known');
  }
}
