import ignore, { type Ignore } from 'ignore';
import type { Uri } from 'vscode';

/** Folders of tools, which hold no notes of a person. */
const skipped = new Set(['node_modules', 'bower_components', '__pycache__']);

/**
 * What stands below a folder and is left out: hidden files and folders, those of tools, what `.gitignore` files say, and what the setting
 * `files.exclude` says.
 */
export class Ignored {
  readonly #root: string;
  readonly #rules = new Map<string, Ignore>();

  /** @param exclude the value of `files.exclude` */
  constructor(root: Uri, exclude: Readonly<Record<string, unknown>>) {
    this.#root = withSlash(root.path);
    const globs = Object.entries(exclude).flatMap(([glob, on]) => (on === true ? gitPatterns(glob) : []));
    this.#rules.set(this.#root, ignore().add(globs));
  }

  /** Takes in the text of a `.gitignore` that stands in a folder. */
  add(folder: Uri, gitignore: string): void {
    const path = withSlash(folder.path);
    this.#rules.set(path, (this.#rules.get(path) ?? ignore()).add(gitignore));
  }

  /** Whether a file or a folder is left out, by itself or with a folder that it stands in. */
  has(uri: Uri, folder: boolean): boolean {
    if (!uri.path.startsWith(this.#root)) return false;
    const path = folder ? withSlash(uri.path) : uri.path;
    const names = uri.path.slice(this.#root.length).split('/');
    if (names.some((name) => name.startsWith('.') || skipped.has(name))) return true;
    for (let base = this.#root, i = 0; i < names.length; base += `${names[i]}/`, i += 1) {
      if (this.#rules.get(base)?.ignores(path.slice(base.length))) return true;
    }
    return false;
  }
}

function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`;
}

/** A glob of VS Code as patterns of `.gitignore`: anchored unless it begins with `**`, braces written out. */
function gitPatterns(glob: string): string[] {
  const braces = /\{([^{}]*)\}/.exec(glob);
  if (!braces) return [glob.startsWith('**/') ? glob : `/${glob}`];
  const [before, behind] = [glob.slice(0, braces.index), glob.slice(braces.index + braces[0].length)];
  return braces[1]!.split(',').flatMap((each) => gitPatterns(before + each + behind));
}
