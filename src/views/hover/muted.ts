import { ConfigurationTarget, type Uri, workspace } from 'vscode';
import type { Concept } from '../../terms/concepts';
import { nameKey } from '../../terms/concepts';

/** Where a term is not explained: everywhere, in a language (its id), or in a file (`file:` and its path in the workspace). */
export type MutedPlace = 'everywhere' | (string & {});

/** A document, or what is shown like one. */
interface Shown {
  readonly uri: Uri;
  readonly languageId: string;
}

const key = 'hover.muted';

/** Terms that the person does not want explained, by `system/name`, with the places. */
export function mutedTerms(): Readonly<Record<string, readonly string[]>> {
  const set = workspace.getConfiguration('interviewStudy').get<unknown>(key);
  return checked(set);
}

/** Whether a concept is muted in a document. */
export function isMuted(
  concept: Concept,
  document: Shown,
  muted: Readonly<Record<string, readonly string[]>>,
): boolean {
  const places = Object.entries(muted).flatMap(([term, where]) => (isOf(concept, term) ? where : []));
  if (places.length === 0) return false;
  return (
    places.includes('everywhere') || places.includes(document.languageId) || places.includes(filePlace(document.uri))
  );
}

/** The name by which a concept is muted: the same whatever language is read. */
export function mutedName(concept: Concept): string {
  const latin = concept.names.find((name) => !/\p{Script=Han}/u.test(name));
  return `${concept.system.id}/${latin ?? concept.names[0]}`;
}

export function filePlace(uri: Uri): string {
  return `file:${workspace.asRelativePath(uri, true)}`;
}

/** Mutes a term in a place: what holds for one file in the workspace's settings where there is a workspace, all else in the user's. */
export function mute(term: string, place: MutedPlace): Thenable<void> {
  return change(term, place, (places) => [...new Set([...places, place])]);
}

/** Takes it back. */
export function unmute(term: string, place: MutedPlace): Thenable<void> {
  return change(term, place, (places) => places.filter((each) => each !== place));
}

function change(
  term: string,
  place: MutedPlace,
  edit: (places: readonly string[]) => readonly string[],
): Thenable<void> {
  const settings = workspace.getConfiguration('interviewStudy');
  const set = settings.inspect<unknown>(key);
  const inWorkspace = place.startsWith('file:') && workspace.workspaceFolders !== undefined;
  const before = checked(inWorkspace ? set?.workspaceValue : set?.globalValue);
  const { [term]: places = [], ...others } = before;
  const left = edit(places);
  const after = left.length > 0 ? { ...others, [term]: left } : others;
  const target = inWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  return settings.update(key, Object.keys(after).length > 0 ? after : undefined, target);
}

function isOf({ system, names }: Concept, term: string): boolean {
  const slash = term.indexOf('/');
  if (term.slice(0, slash) !== system.id) return false;
  const wanted = nameKey(term.slice(slash + 1));
  return names.some((name) => nameKey(name) === wanted);
}

/** What people write into settings may be anything. */
function checked(value: unknown): Readonly<Record<string, readonly string[]>> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([term, places]) =>
      Array.isArray(places) ? [[term, places.filter((place): place is string => typeof place === 'string')]] : [],
    ),
  );
}
