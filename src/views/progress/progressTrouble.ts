import { commands, type ExtensionContext, env, type LogOutputChannel, l10n, window } from 'vscode';
import type { Growth, Trouble } from '../../progress/ports';
import { command, showTrouble } from '../commands';

/** Tells of trouble with stored progress: what happened, what was kept, what to do. Each kind once a session. */
export class ProgressTroubles {
  readonly #log: LogOutputChannel;
  readonly #context: Pick<ExtensionContext, 'globalState' | 'globalStorageUri'>;
  readonly #told = new Set<Trouble['fault']>();

  constructor(log: LogOutputChannel, context: Pick<ExtensionContext, 'globalState' | 'globalStorageUri'>) {
    this.#log = log;
    this.#context = context;
  }

  show({ fault, where }: Trouble): void {
    this.#log.warn(`progress in ${this.#context.globalStorageUri}: ${fault} ${where}`);
    if (this.#told.has(fault)) return;
    this.#told.add(fault);
    if (fault === 'not-synced' || fault === 'partial-copy') void this.#tellOfGrowth(fault, where);
    else if (fault === 'damaged') void tellOfDamage(where);
    else showTrouble(this.#log, sentence(fault, where));
  }

  /** What is no fault of anyone, and stays as it is: told once and for all. */
  async #tellOfGrowth(growth: Growth, where: string): Promise<void> {
    const key = `told.${growth}`;
    if (this.#context.globalState.get(key)) return;
    await this.#context.globalState.update(key, true);
    const exportIt = l10n.t('Export Progress…');
    const choice = await window.showInformationMessage(growthSentence(growth, where), exportIt);
    if (choice === exportIt) await commands.executeCommand(command.exportProgress);
  }
}

async function tellOfDamage(where: string): Promise<void> {
  const restore = l10n.t('Restore from Backup…');
  const message = l10n.t(
    'Part of your progress is damaged and could not be read. It is kept as {0}, and all the rest is here. If you miss something, restore a backup.',
    where,
  );
  const choice = await window.showWarningMessage(message, restore);
  if (choice === restore) await commands.executeCommand(command.restoreProgress);
}

function growthSentence(growth: Growth, cards: string): string {
  return growth === 'not-synced'
    ? l10n.t(
        'Your progress is now too large for Settings Sync to carry to other devices. Nothing is lost: this device keeps all of it. To take it to another one, export it here and import it there.',
      )
    : l10n.t(
        'Your progress is now larger than its copy in the editor’s storage can be, which leaves out the cards that you reviewed longest ago ({0}). Nothing is lost: files and backups hold all of it. To be safe, export it now and then.',
        Number(cards).toLocaleString(env.language),
      );
}

function sentence(fault: Exclude<Trouble['fault'], Growth | 'damaged'>, where: string): string {
  switch (fault) {
    case 'newer':
      return l10n.t(
        'Some of your progress was saved by a newer version of Interview Study and is left as it is. Update the extension to see it.',
      );
    case 'unreadable-folder':
      return l10n.t(
        'The folder of your progress could not be read: {0}. You see what the editor’s own storage keeps of it. Nothing was deleted, and it is read as soon as it can be.',
        reason(where),
      );
    case 'unreadable-file':
      return l10n.t(
        'A file of your progress could not be read: some reviews may be missing for now. Nothing was deleted, and it is tried again.',
      );
    case 'unsaved':
      return l10n.t(
        'Your answers can’t be saved to disk: {0}. Until they can, the editor’s own storage keeps them, and if the editor crashes the latest may be lost.',
        reason(where),
      );
    case 'no-backup':
      return l10n.t(
        'No backup of your progress could be made: {0}. Your answers are saved all the same.',
        reason(where),
      );
    case 'no-copy':
      return l10n.t(
        'The copy of your progress in the editor’s storage could not be updated. Your answers are saved to disk all the same.',
      );
  }
}

/** The usual reasons in a person's words; the log has the system's own. */
function reason(error: string): string {
  if (/ENOSPC|EDQUOT|no space|quota/i.test(error)) return l10n.t('the disk is full');
  if (/EROFS|read-?only/i.test(error)) return l10n.t('the disk is read-only');
  if (/EACCES|EPERM|permission/i.test(error)) return l10n.t('access to the folder is denied');
  if (/ENOTDIR|EEXIST|not a directory/i.test(error)) return l10n.t('a file is where the folder should be');
  return error.replace(/^(\w*Error: )+/, '');
}
