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

/** The terms and places of the user's settings, or of the workspace's. */
type Muted = Readonly<Record<string, readonly string[]>>;

/**
 * Terms that the person does not want explained, by `system/name`, with the places. The user's and the workspace's together: of a term in both VS Code itself
 * would give the workspace's places only.
 */
export function mutedTerms(): Muted {
  const all: Record<string, readonly string[]> = { ...mutedIn(ConfigurationTarget.Global) };
  for (const [term, places] of Object.entries(mutedIn(ConfigurationTarget.Workspace))) {
    all[term] = [...new Set([...(all[term] ?? []), ...places])];
  }
  return all;
}

/** Whether a concept is muted in a document. */
export function isMuted(concept: Concept, document: Shown, muted: Muted): boolean {
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
export async function mute(term: string, place: MutedPlace): Promise<void> {
  const inWorkspace = place.startsWith('file:') && workspace.workspaceFolders !== undefined;
  const target = inWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  await change(target, term, (places) => [...new Set([...places, place])]);
}

/** Takes it back, in whichever settings it stands. */
export async function unmute(term: string, place: MutedPlace): Promise<void> {
  for (const target of [ConfigurationTarget.Global, ConfigurationTarget.Workspace]) {
    await change(target, term, (places) => places.filter((each) => each !== place));
  }
}

async function change(
  target: ConfigurationTarget,
  term: string,
  edit: (places: readonly string[]) => readonly string[],
): Promise<void> {
  const { [term]: places = [], ...others } = mutedIn(target);
  const left = edit(places);
  if (left.length === places.length) return;
  const after = left.length > 0 ? { ...others, [term]: left } : others;
  const settings = workspace.getConfiguration('interviewStudy');
  await settings.update(key, Object.keys(after).length > 0 ? after : undefined, target);
}

function mutedIn(target: ConfigurationTarget): Muted {
  const set = workspace.getConfiguration('interviewStudy').inspect<unknown>(key);
  return checked(target === ConfigurationTarget.Workspace ? set?.workspaceValue : set?.globalValue);
}

function isOf({ system, names }: Concept, term: string): boolean {
  const slash = term.indexOf('/');
  if (term.slice(0, slash) !== system.id) return false;
  const wanted = nameKey(term.slice(slash + 1));
  return names.some((name) => nameKey(name) === wanted);
}

/** What people write into settings may be anything. */
function checked(value: unknown): Muted {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([term, places]) =>
      Array.isArray(places) ? [[term, places.filter((place): place is string => typeof place === 'string')]] : [],
    ),
  );
}
