import { type ExtensionContext, window, workspace } from 'vscode';
import { contentLanguage, notesSetting, quizSettings, Study } from './host/study';
import { createApi, type InterviewStudyApi } from './views/api';
import { jargonInActiveEditor } from './views/fileJargon';
import { registerHover } from './views/hover';
import { Hovered } from './views/hovered';
import { registerLinks } from './views/links';
import { loadNotes, NoteTroubles, registerNotes } from './views/notes';
import { NoteOpener } from './views/openNote';
import { registerProgressBackups } from './views/progressBackups';
import { registerProgressReset } from './views/progressReset';
import { registerProgressTransfer } from './views/progressTransfer';
import { showProgressTrouble } from './views/progressTrouble';
import { registerQuizCommands } from './views/quizCommands';
import { registerQuiz } from './views/quizPanel';
import { registerSearch } from './views/search';
import { registerSetAsideCards } from './views/setAsideCards';
import { registerTopics } from './views/topicsView';

/** How long after the start the library is opened in the background, in milliseconds. Whoever needs it sooner opens it sooner. */
const calm = 3_000;

/** How long a quiz that is started right after the editor waits for the user's notes, in milliseconds. */
const patience = 3_000;

/** Builds the parts, joins them and registers the faces. Nothing is read or parsed here. */
export function activate(context: ExtensionContext): InterviewStudyApi {
  const log = window.createOutputChannel('Interview Study', { log: true });
  const troubles = new NoteTroubles(log);
  const study = new Study(context, {
    note: (trouble) => troubles.add(trouble),
    progress: (trouble) => showProgressTrouble(log, trouble),
  });
  const { texts } = study;
  const notes = { log, load: study.loadNotes.bind(study), cancel: () => study.cancelLoading() };
  let notesReady: Promise<unknown> | undefined;
  const library = () => {
    if (notesSetting().length > 0) notesReady ??= Promise.race([loadNotes(notes), sleep(patience)]);
    return study.library();
  };
  const libraryWithNotes = async () => {
    const opened = await library();
    await notesReady;
    return opened;
  };
  const progress = () => study.progress();
  const glossary = () => study.glossary();
  const opener = new NoteOpener({ extension: context.extensionUri, texts, library });
  const open = (uri: string, line: number) => opener.open(uri, line);

  const hovered = new Hovered(context.workspaceState, library);
  const quiz = registerQuiz({
    extensionUri: context.extensionUri,
    texts,
    state: context.workspaceState,
    log,
    library: libraryWithNotes,
    progress,
    settings: quizSettings,
    jargonInActiveEditor: async () => jargonInActiveEditor(await libraryWithNotes(), await glossary()),
    openNote: open,
    hovered: () => hovered.list(),
  });

  context.subscriptions.push(
    log,
    troubles,
    study,
    opener,
    registerTopics({ library, progress }),
    registerHover({
      texts,
      glossary,
      language: contentLanguage() === 'en' ? 'en' : 'zh',
      explained: (terms) => void hovered.add(terms),
      report: (error) => log.error(String(error)),
    }),
    quiz,
    registerQuizCommands(quiz, log),
    registerSetAsideCards({ log, library, progress, openNote: open }),
    registerProgressTransfer({ log, progress }),
    registerProgressBackups({ log, progress }),
    registerProgressReset({ log, progress }),
    registerNotes(notes),
    registerLinks({ log, library, open }),
    registerSearch({ log, library, open }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('interviewStudy.language')) void study.changeLanguage();
    }),
  );

  const starting = setTimeout(library, calm);
  context.subscriptions.push({ dispose: () => clearTimeout(starting) });
  return createApi({ texts, library, progress, glossary });
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
