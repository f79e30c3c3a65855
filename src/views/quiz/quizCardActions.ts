import { l10n, type QuickPickItem, window } from 'vscode';
import type { Mark } from '../../progress/progress';
import { titleOf } from '../../quiz/place';
import type { CardAction } from '../../quiz/quizRun';
import type { LibraryCard } from '../../study/library';

export interface CardAtHand {
  readonly card: LibraryCard;
  readonly mark: Mark | undefined;
  /** How often it was reviewed. */
  readonly reviews: number;
}

interface ActionItem extends QuickPickItem {
  readonly action: CardAction | 'openNote';
}

/** Asks what to do with a card; undefined when the person thinks better of it. */
export async function pickCardAction(at: CardAtHand): Promise<CardAction | 'openNote' | undefined> {
  const picked = await window.showQuickPick(itemsFor(at), {
    title: titleOf(at.card),
    placeHolder: l10n.t('What is to be done with this card?'),
    matchOnDescription: true,
  });
  return picked?.action === 'reset' && !(await isResetMeant(at)) ? undefined : picked?.action;
}

function itemsFor({ card, mark, reviews }: CardAtHand): ActionItem[] {
  return [
    {
      action: 'openNote',
      label: `$(edit) ${card.note.builtIn ? l10n.t('Open Note') : l10n.t('Edit in Note')}`,
      description: 'O',
    },
    { action: 'bury', label: `$(clock) ${l10n.t('Bury Until Tomorrow')}`, description: '-' },
    {
      action: 'suspend',
      label: `$(circle-slash) ${l10n.t('Suspend')}`,
      description: '@',
      detail: l10n.t('It is not asked again until you resume it: Interview Study: Suspended and Flagged Cards.'),
    },
    {
      action: 'flag',
      label: `$(bookmark) ${mark?.flagged ? l10n.t('Remove Flag') : l10n.t('Flag')}`,
      description: '*',
    },
    ...(reviews > 0 ? [{ action: 'reset' as const, label: `$(discard) ${l10n.t('Reset…')}` }] : []),
  ];
}

async function isResetMeant({ reviews }: CardAtHand): Promise<boolean> {
  const reset = l10n.t('Reset Card');
  const chosen = await window.showWarningMessage(
    l10n.t('Begin anew with this card?'),
    {
      modal: true,
      detail: l10n.t('Its {0} reviews stay in your history, but no longer count: the card is new again.', reviews),
    },
    reset,
  );
  return chosen === reset;
}
