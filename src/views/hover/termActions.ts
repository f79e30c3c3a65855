import { Disposable, type LogOutputChannel, l10n, type QuickPickItem, Uri, window, workspace } from 'vscode';
import type { Progress } from '../../progress/progress';
import { knownOf } from '../../quiz/known';
import type { Library } from '../../study/library';
import { command, registerCommand } from '../commands';
import { filePlace, type MutedPlace, mute, mutedTerms, unmute } from './muted';

export interface TermActionDeps {
  readonly log: LogOutputChannel;
  library(): Promise<Library>;
  progress(): Promise<Progress>;
}

/** Registers what a hover offers beside its note and its card: I know this, not here, and the way back. */
export function registerTermActions(deps: TermActionDeps): Disposable {
  return Disposable.from(
    registerCommand(command.knowTerm, deps.log, (id: string) => know(deps, id)),
    registerCommand(command.muteTerm, deps.log, (term: string, uri: string) => muteHere(term, uri)),
    registerCommand(command.mutedTerms, deps.log, () => listMuted()),
  );
}

/** Counts as an easy answer: the term comes back when it would be forgotten, and an undo takes the answer back. */
async function know({ library, progress }: TermActionDeps, id: string): Promise<void> {
  const [{ cards }, store] = await Promise.all([library(), progress()]);
  const card = cards.get(id);
  if (card?.kind !== 'term') return;
  const review = await store.add({ known: knownOf(card), grade: 4, at: Date.now(), took: 0 });
  const undo = l10n.t('Undo');
  const choice = await window.showInformationMessage(l10n.t('Counted as known: {0}', card.term.name), undo);
  if (choice === undo) await store.undo(review);
}

async function muteHere(term: string, uri: string): Promise<void> {
  const name = term.slice(term.indexOf('/') + 1);
  const document = await workspace.openTextDocument(Uri.parse(uri, true));
  const places: (QuickPickItem & { readonly place: MutedPlace })[] = [
    {
      label: l10n.t('In this file'),
      description: workspace.asRelativePath(document.uri),
      place: filePlace(document.uri),
    },
    { label: l10n.t('In all files of this language'), description: document.languageId, place: document.languageId },
    { label: l10n.t('Everywhere'), place: 'everywhere' },
  ];
  const picked = await window.showQuickPick(places, { title: l10n.t('Where should {0} not be explained?', name) });
  if (!picked) return;
  await mute(term, picked.place);
  const undo = l10n.t('Undo');
  if ((await window.showInformationMessage(l10n.t('{0} is no longer explained there.', name), undo)) === undo) {
    await unmute(term, picked.place);
  }
}

async function listMuted(): Promise<void> {
  const items = Object.entries(mutedTerms()).flatMap(([term, places]) =>
    places.map((place) => ({ label: term.slice(term.indexOf('/') + 1), description: placeName(place), term, place })),
  );
  if (items.length === 0) {
    void window.showInformationMessage(l10n.t('No term is muted.'));
    return;
  }
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Muted Terms'),
    placeHolder: l10n.t('Choose those that should be explained again'),
    canPickMany: true,
  });
  for (const { term, place } of picked ?? []) await unmute(term, place);
}

function placeName(place: MutedPlace): string {
  if (place === 'everywhere') return l10n.t('Everywhere');
  return place.startsWith('file:') ? place.slice('file:'.length) : l10n.t('Language: {0}', place);
}
