import { type Disposable, env, l10n, type QuickPickItem, window } from 'vscode';
import type { Backup } from '../../progress/backups';
import { command, registerCommand } from '../commands';
import type { ProgressDeps } from './progressTransfer';
import { tallyText } from './progressWords';

interface BackupItem extends QuickPickItem {
  readonly backup: Backup;
}

/** Registers the way back to a backup: choose one, see what it would add, add it. */
export function registerProgressBackups(deps: ProgressDeps): Disposable {
  return registerCommand(command.restoreProgress, deps.log, () => restore(deps));
}

async function restore(deps: ProgressDeps): Promise<void> {
  const progress = await deps.progress();
  await progress.refresh();
  const backups = await progress.backups();
  if (backups.length === 0) {
    void window.showInformationMessage(l10n.t('No backup yet. One is made after the first answer.'));
    return;
  }
  const items = backups.map((backup): BackupItem => ({ backup, label: dateText(backup.at) }));
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Restore Progress from Backup'),
    placeHolder: l10n.t('What the backup would add is shown before anything is changed'),
  });
  if (!picked) return;

  const backup = await progress.readBackup(picked.backup);
  const { holds, adds, resets } = progress.preview(backup);
  if (adds.reviews === 0 && resets === 0) {
    void window.showInformationMessage(l10n.t('Everything in this backup is here already.'));
    return;
  }
  const restoreIt = l10n.t('Restore');
  const choice = await window.showInformationMessage(
    l10n.t('Restore the backup of {0}?', picked.label),
    {
      modal: true,
      detail: [
        l10n.t('It holds {0}.', tallyText(holds)),
        adds.reviews === 0 ? '' : l10n.t('Restoring adds {0} that are missing here.', tallyText(adds)),
        resets === 0 ? '' : l10n.t('The reset made since then will be undone.'),
        l10n.t('Nothing that you have now is removed.'),
      ]
        .filter(Boolean)
        .join('\n'),
    },
    restoreIt,
  );
  if (choice !== restoreIt) return;
  await progress.restore(backup);
  void window.showInformationMessage(l10n.t('Restored. You now have {0}.', tallyText(progress.tally)));
}

function dateText(at: number): string {
  return new Date(at).toLocaleString(env.language, { dateStyle: 'full', timeStyle: 'short' });
}
