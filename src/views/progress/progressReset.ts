import { Disposable, l10n, window } from 'vscode';
import type { Reset } from '../../progress/progress';
import { command, registerCommand } from '../commands';
import type { ProgressDeps } from './progressTransfer';
import { tallyText } from './progressWords';

/** Registers the reset of all progress, and its undoing. */
export function registerProgressReset(deps: ProgressDeps): Disposable {
  return Disposable.from(
    registerCommand(command.resetProgress, deps.log, () => reset(deps)),
    registerCommand(command.undoResetProgress, deps.log, () => undoLastReset(deps)),
  );
}

async function reset(deps: ProgressDeps): Promise<void> {
  const progress = await deps.progress();
  await progress.refresh();
  const { tally } = progress;
  if (tally.reviews === 0) {
    void window.showInformationMessage(l10n.t('There is no progress to reset.'));
    return;
  }
  const resetIt = l10n.t('Reset');
  const choice = await window.showWarningMessage(
    l10n.t('Reset all progress?'),
    {
      modal: true,
      detail: l10n.t(
        '{0} will no longer count, and every card is new again; with Settings Sync, on all your devices. Nothing is deleted: you can undo the reset at any time.',
        tallyText(tally),
      ),
    },
    resetIt,
  );
  if (choice !== resetIt) return;
  const made = await progress.reset();
  const undo = l10n.t('Undo');
  void window
    .showInformationMessage(l10n.t('Progress was reset: {0} no longer count.', tallyText(tally)), undo)
    .then((answer) => (answer === undo ? undoReset(deps, made) : undefined))
    .then(undefined, (error) => deps.log.error(String(error)));
}

async function undoLastReset(deps: ProgressDeps): Promise<void> {
  const progress = await deps.progress();
  await progress.refresh();
  const last = progress.resets.toSorted((a, b) => a.at - b.at).at(-1);
  if (last) await undoReset(deps, last);
  else void window.showInformationMessage(l10n.t('There is no reset to undo.'));
}

async function undoReset(deps: ProgressDeps, made: Reset): Promise<void> {
  const progress = await deps.progress();
  await progress.undoReset(made);
  void window.showInformationMessage(l10n.t('The reset was undone: {0}.', tallyText(progress.tally)));
}
