import { Disposable, EventEmitter, l10n, type TreeDataProvider, type TreeItem, type TreeView, window } from 'vscode';
import type { Moment } from '../../progress/mastery';
import type { Progress } from '../../progress/progress';
import type { Library } from '../../study/library';
import type { StudyNode } from '../../study/topicTree';
import type { DueCount } from '../quiz/dueCount';
import { topicItem, topicTooltip } from './topicItem';
import { AskableCards, TopicTallies } from './topicTallies';

export interface TopicsDeps {
  library(): Promise<Library>;
  progress(): Promise<Progress>;
  moment(): Moment;
  readonly count: DueCount;
}

/** How often the tree looks whether something came due, in milliseconds. */
const tick = 60_000;
/** Changes within this time are drawn as one, in milliseconds. */
const drawDelay = 50;

/** Registers the tree of topics in the sidebar, with its badge of what is due. */
export function registerTopics(deps: TopicsDeps): Disposable {
  const provider = new TopicsProvider(deps);
  const view = window.createTreeView('interviewStudy.topics', { treeDataProvider: provider, showCollapseAll: true });
  const badge = deps.count.onDidChange(({ due }) => showBadge(view, due));
  return Disposable.from(view, badge, provider);
}

function showBadge(view: TreeView<StudyNode>, due: number): void {
  const tooltip = due === 1 ? l10n.t('1 card is due') : l10n.t('{0} cards are due', due);
  view.badge = due > 0 ? { value: due, tooltip } : undefined;
}

class TopicsProvider implements TreeDataProvider<StudyNode>, Disposable {
  readonly #deps: TopicsDeps;
  readonly #changed = new EventEmitter<undefined>();
  readonly #subscriptions: { dispose(): void }[] = [];
  readonly #askable = new AskableCards();
  #tallies: Promise<TopicTallies> | undefined;
  #listening = false;
  #drawing: ReturnType<typeof setTimeout> | undefined;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(deps: TopicsDeps) {
    this.#deps = deps;
  }

  async getChildren(node?: StudyNode): Promise<StudyNode[]> {
    if (node) return [...node.children];
    return [...(await this.#current()).roots];
  }

  async getTreeItem(node: StudyNode): Promise<TreeItem> {
    const tallies = await this.#current();
    return topicItem(node, tallies.tally(node), tallies.isShort);
  }

  async resolveTreeItem(item: TreeItem, node: StudyNode): Promise<TreeItem> {
    item.tooltip = topicTooltip(node, (await this.#current()).tally(node));
    return item;
  }

  dispose(): void {
    clearTimeout(this.#drawing);
    for (const each of [...this.#subscriptions, this.#changed]) each.dispose();
  }

  #current(): Promise<TopicTallies> {
    this.#tallies ??= this.#count();
    return this.#tallies;
  }

  async #count(): Promise<TopicTallies> {
    const [library, progress] = await Promise.all([this.#deps.library(), this.#deps.progress()]);
    this.#listen(library, progress);
    return TopicTallies.count(library, progress, this.#deps.moment(), this.#askable);
  }

  #listen(library: Library, progress: Progress): void {
    if (this.#listening) return;
    this.#listening = true;
    const timer = setInterval(() => this.#draw(), tick);
    this.#subscriptions.push(
      library.onDidChange(() => this.#draw()),
      progress.onDidChange(() => this.#draw()),
      { dispose: () => clearInterval(timer) },
    );
  }

  #draw(): void {
    this.#drawing ??= setTimeout(() => {
      this.#drawing = undefined;
      this.#tallies = undefined;
      this.#changed.fire(undefined);
    }, drawDelay);
  }
}
