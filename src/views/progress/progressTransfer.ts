import { Disposable, env, type LogOutputChannel, l10n, Uri, window, workspace } from 'vscode';
import type { ProgressStore } from '../../progress/store';
import { command, registerCommand } from '../commands';
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
  const name = `interview-study-progress-${new Date().toISOString().slice(0, 10)}.json`;
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const target = await window.showSaveDialog({
    title: l10n.t('Export Progress'),
    filters: { JSON: ['json'] },
    ...(folder && { defaultUri: Uri.joinPath(folder, name) }),
  });
  if (!target) return;
  await workspace.fs.writeFile(target, new TextEncoder().encode(exportProgress(progress.ledger, Date.now())));
  void window.showInformationMessage(
    l10n.t('Exported {0} to {1}.', tallyText(progress.tally, env.language), workspace.asRelativePath(target)),
  );
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
  if (imported === 'no-export')
    throw new Error(l10n.t('The file is no export of Interview Study. Nothing was changed.'));
  if (imported === 'newer') {
    throw new Error(
      l10n.t(
        'The file comes from a newer version of Interview Study. Update the extension first. Nothing was changed.',
      ),
    );
  }
  const { adds } = progress.preview(imported.ledger);
  await progress.merge(imported.ledger);
  const added =
    adds.reviews === 0
      ? l10n.t('The file holds no review that was not here already.')
      : l10n.t('Added {0}.', tallyText(adds, env.language));
  if (imported.unreadable === 0) void window.showInformationMessage(added);
  else {
    const left = l10n.t('Cards in the file that could not be read and were left out: {0}.', imported.unreadable);
    void window.showWarningMessage(`${added} ${left}`);
  }
}
