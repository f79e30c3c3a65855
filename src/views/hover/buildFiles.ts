import { type Disposable, type FileSystemWatcher, Uri, workspace } from 'vscode';

/** More build files than this tell nothing new. */
const most = 200;
const left = '**/{node_modules,.git,target,build,dist,out,vendor}/**';

/** What the build files of the workspace say that its programs depend on. Looked for with the first hover, kept up as they are edited. */
export class BuildFiles implements Disposable {
  /** Words of dependencies by the folder that they hold for. */
  readonly #words = new Map<string, ReadonlySet<string>>();
  #watcher: Promise<FileSystemWatcher> | undefined;
  #revision = 0;

  /** Grows with every change. */
  get revision(): number {
    return this.#revision;
  }

  /** What is known by now of the build files in the folders above a file. */
  dependenciesOf(file: Uri): ReadonlySet<string> {
    this.#watcher ??= this.#watch();
    const found = new Set<string>();
    for (const [folder, words] of this.#words) {
      if (file.toString().startsWith(folder)) for (const word of words) found.add(word);
    }
    return found;
  }

  dispose(): void {
    void this.#watcher?.then((watcher) => watcher.dispose());
  }

  async #watch(): Promise<FileSystemWatcher> {
    const { buildFiles } = await import('../../terms/dependencies');
    const glob = `**/{${buildFiles.join(',')}}`;
    const watcher = workspace.createFileSystemWatcher(glob);
    watcher.onDidCreate((uri) => this.#read(uri));
    watcher.onDidChange((uri) => this.#read(uri));
    watcher.onDidDelete((uri) => this.#forget(uri));
    void workspace.findFiles(glob, left, most).then((uris) => uris.map((uri) => this.#read(uri)));
    return watcher;
  }

  async #read(uri: Uri): Promise<void> {
    try {
      const { dependencyWords } = await import('../../terms/dependencies');
      const text = new TextDecoder().decode(await workspace.fs.readFile(uri));
      this.#words.set(folderOf(uri), dependencyWords(uri.path, text));
      this.#revision += 1;
    } catch {
      this.#forget(uri);
    }
  }

  #forget(uri: Uri): void {
    if (this.#words.delete(folderOf(uri))) this.#revision += 1;
  }
}

function folderOf(uri: Uri): string {
  return `${Uri.joinPath(uri, '..').toString()}/`;
}
