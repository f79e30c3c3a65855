import { env, l10n } from 'vscode';
import type { Tally } from '../../progress/ledger';

/** Such as “1,204 reviews of 310 cards”. */
export function tallyText({ reviews, cards }: Tally): string {
  const [ofReviews, ofCards] = [reviews, cards].map((value) => value.toLocaleString(env.language)) as [string, string];
  if (reviews === 1) return l10n.t('1 review of 1 card');
  if (cards === 1) return l10n.t('{0} reviews of 1 card', ofReviews);
  return l10n.t('{0} reviews of {1} cards', ofReviews, ofCards);
}
