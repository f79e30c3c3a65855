import { commands, type ExtensionContext, window, workspace } from 'vscode';
import type { InterviewStudyApi } from '../api';
import { contentLanguage, notesSetting, quizSettings, Study } from './host/study';
import type { PlanWorld } from './quiz/planNow';
import { studyDay } from './schedule/day';
import { createApi } from './views/api';
import { registerAddTerm } from './views/hover/addTerm';
import { BuildFiles } from './views/hover/buildFiles';
import { registerDefinitions } from './views/hover/definitions';
import { jargonInActiveEditor } from './views/hover/fileJargon';
import { registerHover } from './views/hover/hover';
import { Hovered } from './views/hover/hovered';
import { JargonPages } from './views/hover/jargonPages';
import { registerUnderline } from './views/hover/jargonUnderline';
import { registerJargonView } from './views/hover/jargonView';
import { answerJargon, noteJargon } from './views/hover/shownJargon';
import { registerTermActions } from './views/hover/termActions';
import { registerLinks } from './views/links';
import { registerExplainNote } from './views/notes/explainNote';
import { registerGaps } from './views/notes/gapsView';
import { NoteActions } from './views/notes/noteActions';
import { loadNotes, NoteTroubles, registerNotes } from './views/notes/notes';
import { NoteOpener } from './views/notes/openNote';
import { registerSearch } from './views/notes/search';
import { registerTopics } from './views/notes/topicsView';
import { registerProgressBackups } from './views/progress/progressBackups';
import { registerProgressReset } from './views/progress/progressReset';
import { registerProgressTransfer } from './views/progress/progressTransfer';
import { ProgressTroubles } from './views/progress/progressTrouble';
import { DueCount } from './views/quiz/dueCount';
import { registerDueStatus } from './views/quiz/dueStatus';
import { registerQuizCommands } from './views/quiz/quizCommands';
import { registerQuiz } from './views/quiz/quizPanel';
import { registerReminder } from './views/quiz/reminder';
import { registerSetAsideCards } from './views/quiz/setAsideCards';

/** How long after the start the library is opened in the background, in milliseconds. Whoever needs it sooner opens it sooner. */
const calm = 3_000;

/** How long a quiz that is started right after the editor waits for the user's notes, in milliseconds. */
const patience = 3_000;

/** Builds the parts, joins them and registers the faces. Nothing is read or parsed here. */
export function activate(context: ExtensionContext): InterviewStudyApi {
  const log = window.createOutputChannel('Interview Study', { log: true });
  const troubles = new NoteTroubles(log);
  const progressTroubles = new ProgressTroubles(log, context);
  const study = new Study(context, {
    note: (trouble) => troubles.add(trouble),
    progress: (trouble) => progressTroubles.show(trouble),
  });
  const { texts } = study;
  const notes = { log, load: study.loadNotes.bind(study), cancel: () => study.cancelLoading() };
  let notesReady: Promise<unknown> | undefined;
  let isOpened = false;
  const library = () => {
    if (notesSetting().length > 0) notesReady ??= Promise.race([loadNotes(notes), sleep(patience)]);
    const opening = study.library();
    if (!isOpened) void opening.then(showWelcome, showWelcome);
    isOpened = true;
    return opening;
  };
  const libraryWithNotes = async () => {
    const opened = await library();
    await notesReady;
    return opened;
  };
  const progress = () => study.progress();
  const glossary = () => study.glossary();
  const language = () => (contentLanguage() === 'en' ? 'en' : 'zh');
  const shown = { texts, glossary, language };
  const opener = new NoteOpener({
    extension: context.extensionUri,
    texts,
    library,
    jargon: (note) => noteJargon(note, shown),
  });
  const open = (uri: string, line: number) => opener.open(uri, line);

  const report = (error: unknown) => log.error(String(error));
  const buildFiles = new BuildFiles();
  const pages = new JargonPages({ glossary, buildFiles });
  const hovered = new Hovered(context.workspaceState, library);
  const planning: PlanWorld = {
    library,
    progress,
    settings: quizSettings,
    now: Date.now,
    offset: (at) => -new Date(at).getTimezoneOffset(),
    favoured: () => hovered.list(),
  };
  const day = () => studyDay(Date.now(), quizSettings().dayStart, planning.offset);
  const moment = () => ({ now: Date.now(), dayEnd: day().end });
  const count = new DueCount(planning);
  const quiz = registerQuiz({
    ...planning,
    extensionUri: context.extensionUri,
    texts,
    state: context.workspaceState,
    log,
    library: libraryWithNotes,
    findJargon: (card, asked) => answerJargon(card, asked, shown),
    jargonInActiveEditor: async () => jargonInActiveEditor(await libraryWithNotes(), pages),
    openNote: open,
  });
  const noteActions = new NoteActions({ log, quiz, library, shownNote: () => opener.shownNote });

  const quizCards = (ids: readonly string[]) => quiz.cards(ids);

  context.subscriptions.push(
    log,
    troubles,
    study,
    opener,
    registerTopics({ library, progress, moment, count }),
    registerGaps({ library }),
    registerExplainNote({ log, read: (text) => study.read(text) }),
    buildFiles,
    registerHover({
      pages,
      texts,
      library,
      progress,
      moment,
      language,
      explained: (terms) => void hovered.add(terms),
      report,
    }),
    registerDefinitions({ pages, texts, language }),
    registerTermActions({ log, library, progress }),
    registerJargonView({ log, pages, library, progress, moment, language, quizCards }),
    registerUnderline({ pages, library, progress, moment, report }),
    registerAddTerm({ log, library, openNote: open }),
    quiz,
    registerQuizCommands(quiz, log),
    registerSetAsideCards({ log, library, progress, openNote: open }),
    registerProgressTransfer({ log, progress }),
    registerProgressBackups({ log, progress }),
    registerProgressReset({ log, progress }),
    count,
    registerDueStatus(count),
    registerReminder({ count, state: context.globalState, today: day }),
    noteActions,
    registerNotes(notes),
    registerLinks({ log, library, open }),
    registerSearch({ log, library, open }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('interviewStudy.language')) void study.changeLanguage();
    }),
  );

  const starting = setTimeout(() => {
    void count.start();
    void noteActions.start();
    quiz.prepare().catch(report);
  }, calm);
  context.subscriptions.push({ dispose: () => clearTimeout(starting) });
  return createApi({ texts, library, progress, glossary, moment });
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Until the notes are read an empty view says so, and only then what it means that it is empty. */
function showWelcome(): void {
  void commands.executeCommand('setContext', 'interviewStudy.isRead', true);
}
