import { Disposable, l10n, StatusBarAlignment, window } from 'vscode';
import { command } from '../commands';
import type { DueCount } from './dueCount';

/** Registers the status bar item: how many cards are due, and a click asks them. Hidden when none is. */
export function registerDueStatus(count: DueCount): Disposable {
  const item = window.createStatusBarItem('interviewStudy.due', StatusBarAlignment.Right, 90);
  item.name = l10n.t('Interview Study: Cards Due');
  item.command = command.quizDue;
  const subscription = count.onDidChange(({ due, fresh }) => {
    if (due === 0) {
      item.hide();
      return;
    }
    const words = l10n.t('{0} due, {1} new', due, fresh);
    item.text = `$(mortar-board) ${due}`;
    item.tooltip = l10n.t('Interview Study: {0}. Select to be asked.', words);
    item.accessibilityInformation = {
      label: l10n.t('Interview Study: {0}. Select to be asked.', words),
      role: 'button',
    };
    item.show();
  });
  return Disposable.from(item, subscription);
}
