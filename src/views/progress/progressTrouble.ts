import { type LogOutputChannel, l10n } from 'vscode';
import type { Trouble } from '../../progress/ports';
import { showTrouble } from '../commands';

const told = new WeakMap<LogOutputChannel, Set<string>>();

/** Tells of trouble with stored progress: what happened, what was kept, what to do. Each kind once a session. */
export function showProgressTrouble(log: LogOutputChannel, { fault, where }: Trouble): void {
  log.warn(`progress: ${fault} ${where}`);
  const before = told.get(log) ?? new Set();
  told.set(log, before);
  if (before.has(fault)) return;
  before.add(fault);
  showTrouble(log, sentence(fault, where));
}

function sentence(fault: Trouble['fault'], where: string): string {
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
        'Your answers can’t be kept in files just now ({0}). They are kept in the editor’s own storage until they can.',
        where,
      );
    case 'no-backup':
      return l10n.t('No backup of your progress could be made ({0}). Your answers are kept all the same.', where);
    case 'no-copy':
      return l10n.t(
        'The copy of your progress in the editor’s storage could not be written. Your answers are kept in files.',
      );
  }
}
