import {
  ConfigurationTarget,
  commands,
  Disposable,
  type LogOutputChannel,
  l10n,
  ProgressLocation,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { NoteTrouble } from '../../study/library';
import { command, registerCommand } from '../commands';

export interface NotesDeps {
  readonly log: LogOutputChannel;
  /** Reads the user's notes; `report` hears how many of how many are read. */
  load(report: (done: number, all: number) => void): Promise<void>;
  cancel(): void;
}

/** A load that takes longer than this says so, and can be stopped. Milliseconds. */
const patience = 2_000;

/** Registers what has to do with the user's notes: adding a folder, reading anew, following the setting. */
export function registerNotes(deps: NotesDeps): Disposable {
  return Disposable.from(
    registerCommand(command.addNotesFolder, deps.log, (uri?: Uri) => addNotesFolder(uri)),
    registerCommand(command.refreshNotes, deps.log, () => loadNotes(deps)),
    registerCommand(command.openNotesSettings, deps.log, () =>
      commands.executeCommand('workbench.action.openSettings', 'interviewStudy.notes'),
    ),
    registerCommand(command.showLog, deps.log, () => deps.log.show()),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('interviewStudy.notes') || event.affectsConfiguration('files.exclude'))
        void loadNotes(deps);
    }),
  );
}

/** Reads all notes, with progress in the view, and in a notification once it takes long. */
export async function loadNotes({ load, cancel, log }: NotesDeps): Promise<void> {
  let tell: (done: number, all: number) => void = () => undefined;
  const loading = load((done, all) => tell(done, all)).catch((error: unknown) => log.error(String(error)));
  void window.withProgress({ location: { viewId: 'interviewStudy.topics' } }, () => loading);
  const slow = await Promise.race([
    loading.then(() => false),
    new Promise<boolean>((resolve) => setTimeout(() => resolve(true), patience)),
  ]);
  if (!slow) return;
  const title = l10n.t('Interview Study: reading notes');
  await window.withProgress(
    { location: ProgressLocation.Notification, title, cancellable: true },
    (progress, token) => {
      token.onCancellationRequested(cancel);
      let before = 0;
      tell = (done, all) => {
        progress.report({
          message: l10n.t('{0} of {1}', done, all),
          increment: all > 0 ? ((done - before) / all) * 100 : 0,
        });
        before = done;
      };
      return loading;
    },
  );
}

/** Asks for a folder, unless one is given, and adds it to the setting. */
async function addNotesFolder(uri: Uri | undefined): Promise<void> {
  const [folder] = uri
    ? [uri]
    : ((await window.showOpenDialog({
        canSelectFolders: true,
        canSelectFiles: false,
        openLabel: l10n.t('Add Notes Folder'),
        title: l10n.t('Choose the folder of your Markdown notes'),
      })) ?? []);
  if (!folder) return;
  const entry = entryFor(folder);
  const settings = workspace.getConfiguration('interviewStudy');
  const entries = settings.get<string[]>('notes', []);
  if (entries.includes(entry)) return;
  const shared = settings.inspect<string[]>('notes')?.workspaceValue !== undefined;
  await settings.update(
    'notes',
    [...entries, entry],
    shared ? ConfigurationTarget.Workspace : ConfigurationTarget.Global,
  );
}

/** A path for this machine's files, a URI for all others. */
function entryFor(folder: Uri): string {
  return folder.scheme === 'file' ? folder.fsPath : folder.toString(true);
}

/** Gathers the trouble of one load and tells of it in one sentence. */
export class NoteTroubles implements Disposable {
  readonly #log: LogOutputChannel;
  #waiting: NoteTrouble[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(log: LogOutputChannel) {
    this.#log = log;
  }

  add(trouble: NoteTrouble): void {
    this.#log.warn(`${trouble.what}: ${Uri.parse(trouble.uri).toString(true)} ${trouble.detail}`);
    this.#waiting.push(trouble);
    this.#timer ??= setTimeout(() => this.#tell(), 1_000);
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }

  #tell(): void {
    this.#timer = undefined;
    const [first, ...more] = this.#waiting;
    this.#waiting = [];
    if (!first) return;
    const message =
      more.length === 0 ? sentence(first) : `${sentence(first)} ${l10n.t('({0} more: see the log.)', more.length)}`;
    const change = l10n.t('Change Folders');
    const details = l10n.t('Show Details');
    void window.showWarningMessage(message, change, details).then((choice) => {
      if (choice === change) void commands.executeCommand(command.openNotesSettings);
      if (choice === details) this.#log.show();
    });
  }
}

function sentence({ uri, what, detail }: NoteTrouble): string {
  const { scheme, path, fsPath } = Uri.parse(uri);
  const name = scheme === 'file' ? fsPath : path;
  switch (what) {
    case 'missing':
      return l10n.t('The notes folder {0} was not found. The progress of its notes is kept.', name);
    case 'unreadable':
      return l10n.t('{0} could not be read. Its progress is kept.', name);
    case 'too-large':
      return l10n.t('{0} was left out: with {1} it is too large for a note.', name, detail);
    case 'binary':
      return l10n.t('{0} was left out: it is not a text file.', name);
  }
}
