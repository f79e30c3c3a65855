import {
  type Disposable,
  type ExtensionContext,
  type FileSystemWatcher,
  RelativePattern,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { Trouble } from '../progress/ports';
import type { Scheduler } from '../progress/progress';
import type { ProgressStore } from '../progress/store';
import { filesOf } from './folderFiles';
import { deviceName, MementoState, randomName } from './progressState';

/** How long changes of the progress folder are gathered before they are read, in milliseconds. */
const refreshDelay = 200;

/** Opens the progress; `retention` says what is set now. What it needs to keep up with other windows and the settings goes to `subscriptions`. */
export async function openProgress(
  { globalStorageUri: storage, globalState }: Pick<ExtensionContext, 'globalStorageUri' | 'globalState'>,
  retention: () => number,
  tell: (trouble: Trouble) => void,
  subscriptions: Disposable[],
): Promise<ProgressStore> {
  const [{ ProgressStore: Store }, { algorithmVersion, replay }, device] = await Promise.all([
    import('../progress/store'),
    import('../schedule/schedule'),
    deviceName(storage),
  ]);
  const scheduler = (): Scheduler => {
    const options = { retention: retention() };
    return {
      id: `${algorithmVersion.replace(/\s+/g, '-')}@${options.retention}`,
      replay: (from, reviews) =>
        replay(
          reviews.map(({ at, grade }) => ({ at: at * 1000, grade })),
          options,
          from,
        ),
    };
  };
  const folder = Uri.joinPath(storage, 'progress');
  // For a folder that is not there VS Code looks every five seconds only: it is made at once, and watched from above, where it may be deleted and made
  // again. Where none can be made, the first answer will tell.
  await workspace.fs.createDirectory(folder).then(undefined, () => undefined);
  const watcher = workspace.createFileSystemWatcher(new RelativePattern(storage, 'progress/*'), false, false, true);
  const store = await Store.open({
    files: filesOf(folder),
    backups: filesOf(Uri.joinPath(storage, 'backups')),
    state: new MementoState(globalState),
    scheduler: scheduler(),
    device,
    window: randomName(),
    now: Date.now,
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    onTrouble: tell,
  });
  subscriptions.push(
    ...keepUp(watcher, store),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('interviewStudy.quiz.retention')) store.use(scheduler());
    }),
  );
  return store;
}

/** Another window of the same user writes into the same folder; Settings Sync writes into `globalState`, of which nobody is told. */
function keepUp(watcher: FileSystemWatcher, store: ProgressStore): Disposable[] {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const refreshSoon = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      void store.refresh();
    }, refreshDelay);
  };
  const hear = (file: Uri) => {
    if (file.path.includes('/writing-')) return;
    // In a browser VS Code lists what another window has written only once it was asked for by its name.
    if (file.scheme !== 'file') workspace.fs.readFile(file).then(undefined, () => undefined);
    refreshSoon();
  };
  return [
    watcher,
    watcher.onDidCreate(hear),
    // A browser tells of a new file as of a changed one.
    watcher.onDidChange(hear),
    window.onDidChangeWindowState(({ focused }) => {
      if (focused) refreshSoon();
    }),
    { dispose: () => clearTimeout(timer) },
  ];
}
