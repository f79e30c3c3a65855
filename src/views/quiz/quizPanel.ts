import {
  type Disposable,
  env,
  type LogOutputChannel,
  l10n,
  type Memento,
  type Uri,
  ViewColumn,
  type WebviewPanel,
  type WebviewPanelSerializer,
  window,
} from 'vscode';
import type { PlanWorld } from '../../quiz/planNow';
import type { PageData } from '../../quiz/protocol';
import type { QuizRun, QuizWorld } from '../../quiz/quizRun';
import type { Scope } from '../../quiz/scope';
import type { NoteTexts } from '../../study/library';
import { panelIcon } from '../panelIcon';
import { WebviewPage } from '../webviewPage';
import { quizStrings } from './quizStrings';

export interface QuizDeps extends PlanWorld {
  readonly extensionUri: Uri;
  readonly texts: NoteTexts;
  /** Where the open session is kept, so that it survives a reload: the workspace's state. */
  readonly state: Memento;
  readonly log: LogOutputChannel;
  readonly findJargon: QuizWorld['findJargon'];
  /** Identities of the cards of the terms in the active editor's text. */
  jargonInActiveEditor(): Promise<readonly string[]>;
  /** @param line 1-based */
  openNote(uri: string, line: number): Promise<void>;
}

/** The quiz, as commands call it. */
export interface Quiz extends Disposable {
  /** Loads what a quiz needs, so that the first one opens at once. */
  prepare(): Promise<void>;
  /** Asks what the quiz is to be about, and starts it. */
  start(): Promise<void>;
  /** What is due, and what is new today. */
  due(): Promise<void>;
  /** A topic with its subtopics; -1 is the whole note. */
  topic(uri: string, topic: number): Promise<void>;
  cards(ids: readonly string[]): Promise<void>;
}

export const quizPanelType = 'interviewStudy.quiz';
const stateKey = 'quiz.session';
/** As long as a page takes to show a question, the first one too. Milliseconds. */
const calm = 500;

/** Registers the quiz. What it runs on (the scheduler, the renderer) is loaded when a quiz is opened. */
export function registerQuiz(deps: QuizDeps): Quiz {
  const panel = new QuizPanel(deps);
  const serializer = window.registerWebviewPanelSerializer(quizPanelType, panel);
  return {
    prepare: () => panel.prepare(),
    start: () => panel.start(),
    due: () => panel.open({ kind: 'due' }),
    topic: (uri, topic) => panel.open({ kind: 'topic', uri, topic }),
    cards: (ids) => panel.open({ kind: 'cards', ids }),
    // Not the panel: when the window is closed it is to come back with it.
    dispose: () => serializer.dispose(),
  };
}

/** One panel, which shows one quiz. It may be hidden, moved or thrown away at any moment: the run and what is stored of it stay. */
class QuizPanel implements WebviewPanelSerializer {
  readonly #deps: QuizDeps;
  readonly #page: WebviewPage;
  #panel: WebviewPanel | undefined;
  #run: Promise<QuizRun> | undefined;
  #shown: QuizWorld | undefined;

  constructor(deps: QuizDeps) {
    this.#deps = deps;
    this.#page = new WebviewPage(deps.extensionUri, 'quiz');
  }

  async prepare(): Promise<void> {
    await Promise.all([this.#page.prepare(), import('../../quiz/quizRun')]);
  }

  async start(): Promise<void> {
    const [{ planNow, today }, { pickScope }, library, progress, jargon] = await Promise.all([
      import('../../quiz/planNow'),
      import('./quizScope'),
      this.#deps.library(),
      this.#deps.progress(),
      this.#deps.jargonInActiveEditor(),
    ]);
    const world = this.#world();
    const scope = await pickScope({
      library,
      progress,
      jargon,
      hovered: world.favoured(),
      today: await planNow(world, { kind: 'due' }),
      weakest: (await planNow(world, { kind: 'weakest' })).cards.length,
      dayEnd: today(world).end,
    });
    if (scope) await this.open(scope);
  }

  async open(scope: Scope): Promise<void> {
    const html = this.#panel ? undefined : this.#html();
    this.#begin(html, async (world) => (await import('../../quiz/quizRun')).QuizRun.start(world, scope));
    if (html) await this.#adopt(window.createWebviewPanel(quizPanelType, l10n.t('Quiz'), ViewColumn.Active), html);
    else this.#panel?.reveal(undefined, false);
    await this.#started();
  }

  /** A window that is opened again brings its quiz back, in mid-question. */
  async deserializeWebviewPanel(panel: WebviewPanel): Promise<void> {
    if (this.#panel) {
      panel.dispose();
      return;
    }
    const html = this.#html();
    this.#begin(html, async (world) => {
      const [{ QuizRun: Run }, { restoreSession }] = await Promise.all([
        import('../../quiz/quizRun'),
        import('../../quiz/storedSession'),
      ]);
      const session = restoreSession(this.#deps.state.get(stateKey), world.now());
      return session ? Run.resume(world, session) : Run.start(world, { kind: 'due' });
    });
    await this.#adopt(panel, html);
    await this.#started();
  }

  /**
   * Lets a run take the panel; what a run before it still does is no longer shown. A page that is still to be opened goes first: it loads while the run
   * does.
   */
  #begin(html: Promise<string> | undefined, run: (world: QuizWorld) => Promise<QuizRun>): void {
    const world = this.#world();
    this.#shown = world;
    this.#run = html ? html.then(nextTask).then(() => run(world)) : run(world);
  }

  /** A panel whose quiz can't start would stay empty. */
  async #started(): Promise<void> {
    try {
      await this.#run;
    } catch (error) {
      this.#panel?.dispose();
      throw error;
    }
  }

  #html(): Promise<string> {
    const data: PageData = { locale: env.language, strings: quizStrings() };
    return this.#page.html({ data });
  }

  async #adopt(panel: WebviewPanel, html: Promise<string>): Promise<void> {
    const { extensionUri } = this.#deps;
    this.#panel = panel;
    panel.webview.options = { enableScripts: true, localResourceRoots: [] };
    panel.iconPath = panelIcon(extensionUri);
    panel.onDidDispose(() => this.#closed());
    // Whoever comes back from the note beside it sees the card as it is now.
    panel.onDidChangeViewState(() => {
      if (panel.active) void this.#hear({ type: 'ready' });
    });
    panel.webview.onDidReceiveMessage((message: unknown) => this.#hear(message));
    panel.webview.html = await html;
  }

  async #hear(message: unknown): Promise<void> {
    const [{ readPageEvent }, run] = await Promise.all([import('../../quiz/protocol'), this.#run]);
    const sent = readPageEvent(message);
    if ('wrong' in sent) this.#deps.log.warn('The quiz page sent what is no event', sent.wrong);
    else if (sent.event.type === 'more') await this.#offerActions(run);
    else await run?.handle(sent.event);
  }

  async #offerActions(run: QuizRun | undefined): Promise<void> {
    const current = await run?.current();
    if (!run || !current) return;
    const { pickCardAction } = await import('./quizCardActions');
    const action = await pickCardAction(current);
    this.#panel?.reveal(undefined, false);
    if (action === 'openNote') await run.handle({ type: 'openNote' });
    else if (action) await run.act(current.turn, action);
  }

  /** A quiz that a person closed is over. A window that is closed disposes nothing, and its quiz is kept. */
  #closed(): void {
    this.#panel = undefined;
    this.#run = undefined;
    this.#shown = undefined;
    void this.#deps.state.update(stateKey, undefined);
  }

  #world(): QuizWorld {
    const { texts, log, library, progress, settings, now, offset, favoured, findJargon, openNote, state } = this.#deps;
    const world: QuizWorld = {
      texts,
      library,
      progress,
      settings,
      openNote,
      now,
      favoured,
      offset,
      findJargon,
      shuffle,
      later: (work) => void setTimeout(work, calm),
      show: (snapshot) => {
        if (this.#shown === world) void this.#panel?.webview.postMessage(snapshot);
      },
      save: (session) => {
        if (this.#shown === world) void state.update(stateKey, session);
      },
      close: () => this.#panel?.dispose(),
      report: (error) => log.error(error instanceof Error ? error : String(error)),
    };
    return world;
  }
}

/** What has been said to the editor until now is on its way. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Fisher and Yates's shuffle. */
function shuffle<T>(items: readonly T[]): T[] {
  const shuffled = [...items];
  for (let i = shuffled.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    [shuffled[i], shuffled[j]] = [shuffled[j]!, shuffled[i]!];
  }
  return shuffled;
}
