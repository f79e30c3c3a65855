import { l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { Progress } from '../../progress/progress';
import { noteTitle } from '../../quiz/place';
import type { Plan } from '../../quiz/plan';
import { isAskable } from '../../quiz/questions/askable';
import type { Scope } from '../../quiz/scope';
import type { Schedule } from '../../schedule/types';
import type { Library, LibraryNote } from '../../study/library';

interface ScopeItem extends QuickPickItem {
  readonly scope?: Scope;
}

export interface ScopeChoices {
  readonly library: Library;
  readonly progress: Progress;
  /** What is to be asked today. */
  readonly today: Plan;
  /** End of the day of study; milliseconds since 1970. */
  readonly dayEnd: number;
  /** Cards of the jargon in the active editor. */
  readonly jargon: readonly string[];
  /** Cards of the jargon hovered lately. */
  readonly hovered: readonly string[];
  /** How many cards are weak. */
  readonly weakest: number;
}

/** Asks what the quiz is to be about; undefined when the person thinks better of it. */
export async function pickScope(choices: ScopeChoices): Promise<Scope | undefined> {
  const { library, today, jargon, weakest } = choices;
  const due: ScopeItem = {
    label: `$(play) ${l10n.t('All due')}`,
    description:
      today.cards.length > 0
        ? l10n.t('{0} due, {1} new', today.due + today.learning, today.fresh)
        : l10n.t('nothing is due'),
    scope: { kind: 'due' },
  };
  const cards = (label: string, ids: readonly string[]): ScopeItem[] => {
    const askable = ids.filter((id) => isAskableId(library, id));
    return askable.length === 0
      ? []
      : [{ label, description: countOf(askable.length), scope: { kind: 'cards', ids: askable } }];
  };
  const weak: ScopeItem = {
    label: `$(flame) ${l10n.t('Weakest')}`,
    description: countOf(weakest),
    scope: { kind: 'weakest' },
  };
  const separator: ScopeItem = { label: l10n.t('Topics'), kind: QuickPickItemKind.Separator };
  const picked = await window.showQuickPick<ScopeItem>(
    [
      due,
      ...cards(`$(file-code) ${l10n.t('Jargon of this file')}`, jargon),
      ...cards(`$(eye) ${l10n.t('Hovered lately')}`, choices.hovered),
      ...(weakest > 0 ? [weak] : []),
      separator,
      ...topicItems(choices),
    ],
    { title: l10n.t('Start Quiz'), placeHolder: l10n.t('What do you want to be asked?'), matchOnDescription: true },
  );
  return picked?.scope;
}

function isAskableId({ cards }: Library, id: string): boolean {
  const card = cards.get(id);
  return card !== undefined && isAskable(card);
}

/** The topics of the first two levels that hold cards, those of the user's own notes first. */
function topicItems({ library, progress, dayEnd }: ScopeChoices): ScopeItem[] {
  const counts = new Map<LibraryNote, { all: number[]; due: number[] }>();
  for (const card of library.cards.values()) {
    if (!isAskable(card)) continue;
    const count = counts.get(card.note) ?? { all: [], due: [] };
    counts.set(card.note, count);
    const isDue = isDueBy(progress.schedule(card.id), dayEnd);
    for (let at = card.topic; ; at = card.note.note.topics[at]?.parent ?? -1) {
      count.all[at + 1] = (count.all[at + 1] ?? 0) + 1;
      if (isDue) count.due[at + 1] = (count.due[at + 1] ?? 0) + 1;
      if (at < 0) break;
    }
  }
  const notes = library.notes.toSorted((a, b) => Number(a.builtIn) - Number(b.builtIn));
  return notes.flatMap((note) => {
    const { all, due } = counts.get(note) ?? { all: [], due: [] };
    if (!all[0]) return [];
    const item = (topic: number, label: string, description?: string): ScopeItem => ({
      label,
      description: [
        description,
        countOf(all[topic + 1]!),
        ...(due[topic + 1] ? [l10n.t('{0} due', due[topic + 1]!)] : []),
      ]
        .filter(Boolean)
        .join(' · '),
      scope: { kind: 'topic', uri: note.uri, topic },
    });
    const title = noteTitle(note);
    const topics = [...note.note.topics.entries()].filter(([index]) => all[index + 1]);
    // A lone first heading is the note itself.
    const roots = topics.filter(([, topic]) => topic.parent < 0);
    const root = roots.length === 1 && all[roots[0]![0] + 1] === all[0] ? roots[0]![0] : -1;
    return [
      item(-1, `$(book) ${title}`),
      ...topics
        .filter(([index, topic]) => topic.parent === root && index !== root)
        .map(([index, topic]) => item(index, `$(symbol-namespace) ${topic.title}`, title)),
    ];
  });
}

function isDueBy(schedule: Schedule | undefined, time: number): boolean {
  return schedule !== undefined && schedule.due < time;
}

function countOf(cards: number): string {
  return cards === 1 ? l10n.t('1 card') : l10n.t('{0} cards', cards);
}
