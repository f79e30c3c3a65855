import {
  Disposable,
  type LogOutputChannel,
  l10n,
  type QuickInputButton,
  type QuickPickItem,
  ThemeIcon,
  window,
} from 'vscode';
import type { Mark, Progress } from '../../progress/progress';
import { decide } from '../../quiz/held';
import { knownOf } from '../../quiz/known';
import { lineOf, pathOf, titleOf } from '../../quiz/place';
import type { Library, LibraryCard } from '../../study/library';
import { command, registerCommand } from '../commands';

export interface SetAsideDeps {
  readonly log: LogOutputChannel;
  library(): Promise<Library>;
  progress(): Promise<Progress>;
  /** @param line 1-based */
  openNote(uri: string, line: number): Promise<void>;
}

interface CardItem extends QuickPickItem {
  readonly card: LibraryCard;
}

/** Registers the list of cards that were suspended or flagged: where they are looked at and taken up again. */
export function registerSetAsideCards(deps: SetAsideDeps): Disposable {
  return registerCommand(command.setAsideCards, deps.log, () => showList(deps));
}

async function showList(deps: SetAsideDeps): Promise<void> {
  const [library, progress] = await Promise.all([deps.library(), deps.progress()]);
  const picker = window.createQuickPick<CardItem>();
  const resume: QuickInputButton = { iconPath: new ThemeIcon('debug-restart'), tooltip: l10n.t('Take Up Again') };
  const draw = () => {
    picker.items = itemsOf(library, progress, resume);
  };
  picker.title = l10n.t('Suspended and Flagged Cards');
  picker.placeholder = l10n.t('Choose a card to open its note, or take it up again with its button');
  picker.matchOnDetail = true;
  draw();
  if (picker.items.length === 0) picker.placeholder = l10n.t('No card is suspended or flagged.');
  const subscriptions = [
    picker.onDidTriggerItemButton(async ({ item: { card } }) => {
      const mark = decide(progress.marks.get(card.id), { hold: 'none', flagged: false }, Date.now());
      await progress.mark(knownOf(card), mark);
      draw();
    }),
    picker.onDidAccept(() => {
      const [item] = picker.selectedItems;
      picker.hide();
      if (item) void deps.openNote(item.card.note.uri, lineOf(item.card));
    }),
  ];
  picker.onDidHide(() => Disposable.from(picker, ...subscriptions).dispose());
  picker.show();
}

function itemsOf({ cards }: Library, { marks }: Progress, resume: QuickInputButton): CardItem[] {
  return [...marks].flatMap(([id, mark]) => {
    const card = cards.get(id);
    const states = statesOf(mark);
    if (!card || states.length === 0) return [];
    const detail = pathOf(card, true).join(' › ');
    return [{ card, label: titleOf(card), description: states.join(' · '), detail, buttons: [resume] }];
  });
}

function statesOf({ hold, flagged }: Mark): string[] {
  return [...(hold === 'suspended' ? [l10n.t('suspended')] : []), ...(flagged ? [l10n.t('flagged')] : [])];
}
