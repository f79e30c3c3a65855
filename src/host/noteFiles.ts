import { type CancellationToken, FileType, RelativePattern, Uri, workspace } from 'vscode';
import { Ignored } from './ignored';

/** A place where a person keeps notes: one entry of the setting `interviewStudy.notes`. */
export interface NotesPlace {
  /** The entry as written. */
  readonly entry: string;
  /** Folder or file; for a pattern the folder that it is relative to. */
  readonly uri: Uri;
  /** Pattern below `uri`, for an entry with wildcards. */
  readonly glob?: string;
}

const noteName = /\.(?:md|markdown|mdown|mkd)$/i;
const wildcard = /[*?{[]/;

export function isNote(uri: Uri): boolean {
  return noteName.test(uri.path);
}

/** Where the entries of the setting point: absolute paths, `~/…`, URIs, paths below the workspace's folders, and patterns of these. */
export function placesOf(entries: readonly string[], home: string | undefined): NotesPlace[] {
  return entries.flatMap((entry) => {
    const path = entry.trim();
    if (path === '') return [];
    const wild = path.search(wildcard);
    if (wild < 0) return bases(path, home).map((uri) => ({ entry, uri }));
    const base = path.slice(0, path.lastIndexOf('/', wild) + 1);
    return bases(base, home).map((uri) => ({ entry, uri, glob: path.slice(base.length) }));
  });
}

function bases(path: string, home: string | undefined): Uri[] {
  if (/^[a-z][\w+.-]+:\//i.test(path)) return [Uri.parse(path)];
  if (home !== undefined && /^~(?=[/\\]|$)/.test(path)) return [Uri.joinPath(Uri.file(home), path.slice(1))];
  if (/^(?:[/\\]|[a-z]:[/\\])/i.test(path)) return [Uri.file(path)];
  return (workspace.workspaceFolders ?? []).map((folder) => Uri.joinPath(folder.uri, path));
}

/** The notes found in a place. */
export interface Found {
  readonly uris: readonly Uri[];
  /** What is left out there: also of what comes later. */
  readonly ignored: Ignored;
}

/** The notes of a place, folders walked in full; rejects when the place can't be read. */
export async function findNotes(place: NotesPlace, token: CancellationToken): Promise<Found> {
  const exclude = workspace.getConfiguration('files', place.uri).get<Record<string, unknown>>('exclude', {});
  const ignored = new Ignored(place.uri, exclude);
  const stat = await workspace.fs.stat(place.uri);
  if (place.glob !== undefined) {
    const found = await workspace.findFiles(new RelativePattern(place.uri, place.glob), undefined, undefined, token);
    return { uris: found.filter(isNote), ignored };
  }
  if (stat.type & FileType.File) return { uris: isNote(place.uri) ? [place.uri] : [], ignored };
  const uris: Uri[] = [];
  await walk(place.uri, ignored, uris, token);
  return { uris, ignored };
}

async function walk(folder: Uri, ignored: Ignored, notes: Uri[], token: CancellationToken): Promise<void> {
  if (token.isCancellationRequested) return;
  const entries = await workspace.fs.readDirectory(folder);
  if (entries.some(([name, type]) => name === '.gitignore' && type & FileType.File)) {
    const bytes = await workspace.fs.readFile(Uri.joinPath(folder, '.gitignore'));
    ignored.add(folder, new TextDecoder().decode(bytes));
  }
  const folders: Uri[] = [];
  for (const [name, type] of entries) {
    const uri = Uri.joinPath(folder, name);
    // A linked folder may lead back to where we are, and is left out.
    if (type === FileType.Directory) folders.push(uri);
    else if (type & FileType.File && noteName.test(name) && !ignored.has(uri, false)) notes.push(uri);
  }
  const inside = folders.filter((each) => !ignored.has(each, true));
  await Promise.all(inside.map((each) => walk(each, ignored, notes, token).catch(() => undefined)));
}
