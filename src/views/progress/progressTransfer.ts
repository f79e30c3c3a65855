import { Disposable, type LogOutputChannel, l10n, Uri, window, workspace } from 'vscode';
import type { ProgressStore } from '../../progress/store';
import { command, registerCommand, showTrouble } from '../commands';
import { tallyText } from './progressWords';

export interface ProgressDeps {
  readonly log: LogOutputChannel;
  progress(): Promise<ProgressStore>;
}

/** Registers the export of all progress to a JSON file, and the import of one, which only adds. */
export function registerProgressTransfer(deps: ProgressDeps): Disposable {
  return Disposable.from(
    registerCommand(command.exportProgress, deps.log, () => exportToFile(deps)),
    registerCommand(command.importProgress, deps.log, () => importFile(deps)),
  );
}

async function exportToFile(deps: ProgressDeps): Promise<void> {
  const [progress, { exportProgress }] = await Promise.all([deps.progress(), import('../../progress/exchange')]);
  await progress.refresh();
  if (progress.ledger.size === 0) {
    void window.showInformationMessage(l10n.t('There is no progress to export yet.'));
    return;
  }
  const name = `interview-study-progress-${new Date().toISOString().slice(0, 10)}.json`;
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const target = await window.showSaveDialog({
    title: l10n.t('Export Progress'),
    filters: { JSON: ['json'] },
    ...(folder && { defaultUri: Uri.joinPath(folder, name) }),
  });
  if (!target) return;
  await workspace.fs.writeFile(target, new TextEncoder().encode(exportProgress(progress.ledger, Date.now())));
  void window.showInformationMessage(l10n.t('Exported {0}.', tallyText(progress.tally)));
}

async function importFile(deps: ProgressDeps): Promise<void> {
  const [source] =
    (await window.showOpenDialog({
      title: l10n.t('Import Progress'),
      openLabel: l10n.t('Import'),
      filters: { JSON: ['json'] },
    })) ?? [];
  if (!source) return;
  const [progress, { importProgress }, bytes] = await Promise.all([
    deps.progress(),
    import('../../progress/exchange'),
    workspace.fs.readFile(source),
  ]);
  const imported = importProgress(new TextDecoder().decode(bytes));
  if (imported === 'no-export' || imported === 'newer') {
    const another = l10n.t('Choose Another File…');
    const choice = await window.showWarningMessage(refusal(imported), another);
    return choice === another ? importFile(deps) : undefined;
  }
  const { ledger, unreadable } = imported;
  const { adds } = progress.preview(ledger);
  await progress.merge(ledger);
  const added =
    adds.reviews === 0 ? l10n.t('Every review in this file is here already.') : l10n.t('Added {0}.', tallyText(adds));
  if (unreadable.length === 0) {
    void window.showInformationMessage(added);
    return;
  }
  deps.log.warn(`import of ${source}: cards left out:\n${unreadable.join('\n')}`);
  const message =
    unreadable.length === 1
      ? l10n.t('{0} 1 card in the file could not be read and was left out.', added)
      : l10n.t('{0} {1} cards in the file could not be read and were left out.', added, unreadable.length);
  showTrouble(deps.log, message);
}

function refusal(fault: 'no-export' | 'newer'): string {
  return fault === 'newer'
    ? l10n.t(
        'This file was exported by a newer version of Interview Study: update the extension first. Nothing was changed.',
      )
    : l10n.t('This file is not an export of Interview Study, or it is damaged. Nothing was changed.');
}
