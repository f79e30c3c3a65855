import { commands, type Disposable, type LogOutputChannel, l10n, window } from 'vscode';

/** Every command of ours. The manifest, the menus and the links in hovers name them by these. */
export const command = {
  startQuiz: 'interviewStudy.startQuiz',
  quizDue: 'interviewStudy.quizDue',
  quizNote: 'interviewStudy.quizNote',
  quizCard: 'interviewStudy.quizCard',
  setAsideCards: 'interviewStudy.setAsideCards',
  quizTopic: 'interviewStudy.quizTopic',
  knowTerm: 'interviewStudy.knowTerm',
  muteTerm: 'interviewStudy.muteTerm',
  mutedTerms: 'interviewStudy.mutedTerms',
  quizFile: 'interviewStudy.quizFile',
  nextOccurrence: 'interviewStudy.nextOccurrence',
  addTerm: 'interviewStudy.addTerm',
  search: 'interviewStudy.search',
  explainNote: 'interviewStudy.explainNote',
  openNote: 'interviewStudy.openNote',
  copyLink: 'interviewStudy.copyLink',
  addNotesFolder: 'interviewStudy.addNotesFolder',
  openNotesSettings: 'interviewStudy.openNotesSettings',
  refreshNotes: 'interviewStudy.refreshNotes',
  exportProgress: 'interviewStudy.exportProgress',
  importProgress: 'interviewStudy.importProgress',
  restoreProgress: 'interviewStudy.restoreProgress',
  resetProgress: 'interviewStudy.resetProgress',
  undoResetProgress: 'interviewStudy.undoResetProgress',
  showLog: 'interviewStudy.showLog',
} as const;

/** Registers a command whose failures a person hears of: one short sentence, the rest in the log. */
export function registerCommand<Arguments extends unknown[]>(
  id: string,
  log: LogOutputChannel,
  run: (...args: Arguments) => unknown,
): Disposable {
  return commands.registerCommand(id, async (...args: Arguments) => {
    try {
      return await run(...args);
    } catch (error) {
      log.error(id, error instanceof Error ? error : String(error));
      const reason = error instanceof Error ? error.message : String(error);
      showTrouble(log, l10n.t('This did not work: {0}', reason));
      return undefined;
    }
  });
}

/** Tells of trouble, with the way to its details. Does not wait for an answer. */
export function showTrouble(log: LogOutputChannel, message: string): void {
  const details = l10n.t('Show Details');
  void window.showWarningMessage(message, details).then((choice) => {
    if (choice === details) log.show();
  });
}
