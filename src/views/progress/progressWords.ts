import { l10n } from 'vscode';
import type { Tally } from '../../progress/ledger';

/** Such as “1,204 reviews of 310 cards”. */
export function tallyText({ reviews, cards }: Tally, language: string): string {
  const number = (value: number) => value.toLocaleString(language);
  const ofReviews = reviews === 1 ? l10n.t('1 review') : l10n.t('{0} reviews', number(reviews));
  const ofCards = cards === 1 ? l10n.t('1 card') : l10n.t('{0} cards', number(cards));
  return l10n.t('{0} of {1}', ofReviews, ofCards);
}
