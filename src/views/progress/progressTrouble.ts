import { commands, type LogOutputChannel, l10n, type Memento, window } from 'vscode';
import type { Growth, Trouble } from '../../progress/ports';
import { command, showTrouble } from '../commands';

const told = new WeakMap<LogOutputChannel, Set<string>>();

/** Tells of trouble with stored progress: what happened, what was kept, what to do. Each kind once a session. */
export function showProgressTrouble(log: LogOutputChannel, memory: Memento, { fault, where }: Trouble): void {
  log.warn(`progress: ${fault} ${where}`);
  const before = told.get(log) ?? new Set();
  told.set(log, before);
  if (before.has(fault)) return;
  before.add(fault);
  if (fault === 'not-synced' || fault === 'partial-copy') void tellOfGrowth(fault, where, memory);
  else showTrouble(log, sentence(fault, where));
}

/** What is no fault of anyone, and stays as it is: told once and for all. */
async function tellOfGrowth(growth: Growth, where: string, memory: Memento): Promise<void> {
  const key = `told.${growth}`;
  if (memory.get(key)) return;
  await memory.update(key, true);
  const exportIt = l10n.t('Export Progress…');
  const choice = await window.showInformationMessage(growthSentence(growth, where), exportIt);
  if (choice === exportIt) await commands.executeCommand(command.exportProgress);
}

function growthSentence(growth: Growth, cards: string): string {
  return growth === 'not-synced'
    ? l10n.t(
        'Your progress has grown too large for Settings Sync, which takes it to your other devices no longer. All of it is kept here. To take it along, export it here and import it there.',
      )
    : l10n.t(
        'Your progress has grown so large that its copy in the editor’s own storage leaves out the cards you have not seen for longest ({0}). Files and backups hold all of it. An export now and then makes sure of it.',
        cards,
      );
}

function sentence(fault: Exclude<Trouble['fault'], Growth>, where: string): string {
  switch (fault) {
    case 'damaged':
      return l10n.t(
        'A part of your progress could not be read. It was kept as {0}, and everything that could be read is here.',
        where,
      );
    case 'newer':
      return l10n.t(
        'Some of your progress was stored by a newer version of Interview Study and is left alone. Update the extension to see it.',
      );
    case 'unreadable-folder':
    case 'unreadable-file':
      return l10n.t(
        'The folder of your progress could not be read. What the editor’s own storage holds is shown, and nothing was deleted.',
      );
    case 'unsaved':
      return l10n.t(
        'Your answers can’t be kept in files just now: {0}. The editor’s own storage keeps them until they can. If the editor crashes before, the last of them may be lost.',
        reason(where),
      );
    case 'no-backup':
      return l10n.t(
        'No backup of your progress could be made: {0}. Your answers are kept all the same.',
        reason(where),
      );
    case 'no-copy':
      return l10n.t(
        'The copy of your progress in the editor’s storage could not be written. Your answers are kept in files.',
      );
  }
}

/** The usual reasons in a person's words; the log has the system's own. */
function reason(error: string): string {
  if (/ENOSPC|EDQUOT|no space|quota/i.test(error)) return l10n.t('the disk is full');
  if (/EROFS|read-?only/i.test(error)) return l10n.t('the disk is read-only');
  if (/EACCES|EPERM|permission/i.test(error)) return l10n.t('there is no permission to write in their folder');
  if (/ENOTDIR|EEXIST|not a directory/i.test(error)) return l10n.t('a file is in the place of their folder');
  return error.replace(/^(\w*Error: )+/, '');
}
