import { commands, type Disposable, l10n, type Memento, window, workspace } from 'vscode';
import type { StudyDay } from '../../schedule/day';
import { command } from '../commands';
import type { DueCount } from './dueCount';

export interface ReminderDeps {
  readonly count: DueCount;
  /** Where it is kept which day's reminder was shown: for all windows. */
  readonly state: Memento;
  /** The day of study that it is. */
  today(): StudyDay;
}

const stateKey = 'reminder.day';

/**
 * Registers the daily reminder: one quiet notification, at the time that the person set or when they come back after it, and only when something is due.
 * Off unless a time is set.
 */
export function registerReminder({ count, state, today }: ReminderDeps): Disposable {
  let shown = false;
  return count.onDidChange(async ({ due }) => {
    const { start } = today();
    // Of several windows the one at work; what another one has shown is not shown again.
    if (shown || due === 0 || !window.state.focused || state.get(stateKey) === start || !isTime(Date.now())) return;
    shown = true;
    await state.update(stateKey, start);
    const quiz = l10n.t('Start Quiz');
    const words = due === 1 ? l10n.t('1 card is due') : l10n.t('{0} cards are due', due);
    const chosen = await window.showInformationMessage(`${words}.`, quiz, l10n.t('Not Today'));
    if (chosen === quiz) await commands.executeCommand(command.quizDue);
    shown = false;
  });
}

/** Whether the time of day that is set has come. */
function isTime(now: number): boolean {
  const set = workspace.getConfiguration('interviewStudy').get('reminder', '');
  const [, hours, minutes] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(set.trim()) ?? [];
  if (hours === undefined) return false;
  return now >= new Date(now).setHours(Number(hours), Number(minutes), 0, 0);
}
