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
  for (const id of cardsOfTerms(library, concept.definitions)) {
    if (isAskable(library.cards.get(id)!)) return { id, mastery: masteryOf(progress.schedule(id), moment) };
  }
  return undefined;
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
