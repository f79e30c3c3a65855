/** A window of VS Code, as a person at the keyboard and mouse has it. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame, Locator, Page } from 'playwright-core';
import { root } from '../../../scripts/vscode/processes.mjs';

/** What VS Code calls its themes: in the settings, in its list of themes, and as a class of the workbench. */
export const themes = {
  light: { id: 'Light Modern', label: 'Light Modern', className: 'vs' },
  dark: { id: 'Dark Modern', label: 'Dark Modern', className: 'vs-dark' },
  'high-contrast': { id: 'Default High Contrast', label: 'Dark High Contrast', className: 'hc-black' },
  'high-contrast-light': { id: 'Default High Contrast Light', label: 'Light High Contrast', className: 'hc-light' },
} as const;
export type Theme = keyof typeof themes;

/** How long anything may take on a busy machine. */
const PATIENCE = 60_000;

const visibleHover = '.monaco-hover:not(.hidden):not(.workbench-hover)';

export class Workbench {
  /** What the window wrote to its console as a warning or an error, CSP violations of webviews among it. */
  readonly complaints: string[] = [];

  constructor(
    readonly page: Page,
    /** The folder that is open. */
    readonly folder: string,
  ) {
    page.setDefaultTimeout(PATIENCE);
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(message.text());
    });
  }

  /** Waits until the window is drawn and knows what the extensions contribute. */
  async ready(): Promise<void> {
    await this.page.waitForFunction(() =>
      ['code/didStartWorkbench', 'code/didLoadExtensions'].every(
        (mark) => performance.getEntriesByName(mark).length > 0,
      ),
    );
  }

  /** The browser's own reload, at once: on a busy machine VS Code may not have written down which editors are open. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.ready();
  }

  /** VS Code's command to reload, which first writes down what is open. */
  async reloadWindow(): Promise<void> {
    await this.page.evaluate(() => document.body.setAttribute('data-before-reload', ''));
    await this.command('Developer: Reload Window');
    await this.page.waitForFunction(() => document.body && !document.body.hasAttribute('data-before-reload'));
    await this.ready();
  }

  /** Runs a command by its title in the palette, for example `Interview Study: Start Quiz`. */
  async command(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.choose(`>${title}`, title);
  }

  /** Types into the open quick input and takes the entry that has the label. */
  async choose(text: string, label: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input');
    const entry = this.page.locator('.quick-input-list [role=option]', { hasText: label }).first();
    await input.fill(text);
    // In a window that has just opened the list may be older than the command; only a change makes it new.
    for (const deadline = Date.now() + PATIENCE; !(await becomes(entry, 'visible', 2_000)); ) {
      if (Date.now() > deadline) throw new Error(`“${label}” is not offered.`);
      await input.fill('>');
      await input.fill(text);
    }
    await entry.click();
  }

  /** The open quick pick: its visible entries, one text each. */
  async choices(): Promise<string[]> {
    await this.page.locator('.quick-input-list [role=option]').first().waitFor();
    return this.page.locator('.quick-input-list [role=option]').allInnerTexts();
  }

  async openFile(name: string, line = 1, column = 1): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+P');
    const input = this.page.locator('.quick-input-widget input');
    await input.waitFor();
    await input.fill(`${name}:${line}:${column}`);
    // Of a file that was open before there is an entry at once, in the list as it was before anything was typed; Enter takes the entry that is chosen.
    await this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: name }).waitFor();
    await this.page.keyboard.press('Enter');
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await this.page.locator('.editor-group-container.active .view-line').first().waitFor();
  }

  /** Shows the view container with this title from the activity bar. */
  async openView(title: string): Promise<void> {
    const tab = this.page.locator('.activitybar').getByRole('tab', { name: title });
    if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click();
    await this.page.locator('.part.sidebar .composite.title', { hasText: title }).waitFor();
  }

  /** A visible row of a tree, by a part of its accessible name. */
  row(name: string | RegExp): Locator {
    return this.page.getByRole('treeitem', { name }).first();
  }

  async expand(name: string | RegExp): Promise<void> {
    const unfolded = this.page.getByRole('treeitem', { name, expanded: true }).first();
    await this.row(name).waitFor();
    // A tree that is drawn anew just then has another element for the row, and may miss the click.
    for (const deadline = Date.now() + PATIENCE; !(await unfolded.isVisible()); ) {
      if (Date.now() > deadline) throw new Error(`“${name}” does not unfold.`);
      await this.row(name)
        .locator('.monaco-tl-twistie')
        .click({ timeout: 2_000 })
        .catch(() => undefined);
      await becomes(unfolded, 'visible', 5_000);
    }
  }

  /** The texts of the visible tree rows of the side bar, indented by their depth. */
  async tree(): Promise<string[]> {
    return this.page.locator('.part.sidebar .monaco-list-row[role=treeitem]').evaluateAll((rows) =>
      rows
        .toSorted((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
        .map((row) => {
          const depth = Number(row.getAttribute('aria-level') ?? 1);
          return '  '.repeat(depth - 1) + (row.textContent ?? '').trim();
        }),
    );
  }

  /** The hover at the cursor, asked for by keyboard; its text, or nothing when no hover comes. */
  async hoverAtCursor(): Promise<string | undefined> {
    await this.closeHover();
    await this.press('ControlOrMeta+K', 'ControlOrMeta+I');
    return this.hoverText();
  }

  /** Rests the mouse on a word of the active editor, or of that side of a diff; the hover's text, or nothing when no hover comes. */
  async hoverOn(word: string, occurrence = 0, side: '' | '.original' | '.modified' = ''): Promise<string | undefined> {
    const at = await this.page
      .locator(`.editor-group-container.active .editor-instance ${side} .view-lines`)
      .evaluate(findWord, { word, occurrence });
    if (!at) throw new Error(`“${word}” is not on the screen.`);
    await this.closeHover();
    await this.page.mouse.move(at.x, at.y, { steps: 4 });
    return this.hoverText();
  }

  private async hoverText(): Promise<string | undefined> {
    const hover = this.page.locator(visibleHover);
    if (!(await becomes(hover, 'visible', 5_000))) return undefined;
    // While it asks the providers, VS Code shows a placeholder.
    await hover.getByText('Loading...').waitFor({ state: 'detached' });
    // It fades in; a picture of it should not.
    await hover.first().evaluate((element) => Promise.all(element.getAnimations().map((each) => each.finished)));
    return (await hover.allInnerTexts()).join('\n').trim();
  }

  private async closeHover(): Promise<void> {
    await this.page.mouse.move(0, 0);
    const hover = this.page.locator(visibleHover);
    if ((await hover.count()) > 0) await this.press('Escape');
    await hover.waitFor({ state: 'hidden' });
  }

  /** The frame of the webview that holds an element, once it is there. */
  async webview(selector: string): Promise<Frame> {
    const deadline = Date.now() + PATIENCE;
    while (Date.now() < deadline) {
      for (const frame of this.page.frames()) {
        if (frame !== this.page.mainFrame() && (await frame.$(selector).catch(() => null))) return frame;
      }
      await this.page.waitForTimeout(100);
    }
    throw new Error(`No webview shows ${selector}.`);
  }

  /** What VS Code says about an extension's activation, such as `Activation: 12ms`, once it is active. */
  async activationOf(extension: string): Promise<string> {
    await this.command('Developer: Show Running Extensions');
    const editor = this.page.locator('.runtime-extensions-editor');
    const row = editor.locator('.monaco-list-row', { hasText: extension });
    await editor.locator('.monaco-list-row').first().click();
    const deadline = Date.now() + PATIENCE;
    while ((await row.count()) === 0) {
      if (Date.now() > deadline) throw new Error(`${extension} does not activate.`);
      // The list holds only the rows on the screen; past its end it starts again, with what has come meanwhile.
      const last = editor.locator('.monaco-list-row').last();
      const atEnd = (await last.getAttribute('aria-posinset')) === (await last.getAttribute('aria-setsize'));
      await this.press(atEnd ? 'Home' : 'PageDown');
    }
    const time = row.locator('.activation-time', { hasText: /\d/ });
    return (await time.textContent()) ?? '';
  }

  /** The notifications on the screen, by how serious they are. */
  async notifications(severity: 'error' | 'warning' | 'info'): Promise<string[]> {
    const items = this.page.locator('.notification-list-item', { has: this.page.locator(`.codicon-${severity}`) });
    return items.locator('.notification-list-item-message').allInnerTexts();
  }

  async setTheme(theme: Theme): Promise<void> {
    const { label, className } = themes[theme];
    await this.command('Preferences: Color Theme');
    await this.choose(label, label);
    await this.page.locator(`.monaco-workbench.${className}`).waitFor();
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Saves a picture of the window as `test-results/NAME.png` and returns its path. */
  async screenshot(name: string): Promise<string> {
    const path = join(root, 'test-results', `${name.replaceAll(/[^\p{L}\p{N}.-]+/gu, '-')}.png`);
    await mkdir(join(root, 'test-results'), { recursive: true });
    await this.page.screenshot({ path });
    return path;
  }
}

/** Whether an element becomes visible, or hidden, within so many milliseconds. */
export async function becomes(element: Locator, state: 'visible' | 'hidden', timeout: number): Promise<boolean> {
  return element.waitFor({ state, timeout }).then(
    () => true,
    () => false,
  );
}

/** Runs in the page: the middle of a word's nth occurrence in an editor's lines, whose text is cut into many spans. */
function findWord(lines: Element, { word, occurrence }: { word: string; occurrence: number }) {
  let left = occurrence;
  const ordered = [...lines.querySelectorAll('.view-line')].toSorted(
    (a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top,
  );
  for (const line of ordered) {
    const nodes: Text[] = [];
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) nodes.push(walker.currentNode as Text);
    const text = nodes
      .map((node) => node.data)
      .join('')
      .replaceAll('\u00a0', ' ');
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      if (left-- > 0) continue;
      const middle = at + Math.floor(word.length / 2);
      let start = 0;
      for (const node of nodes) {
        if (middle < start + node.data.length) {
          const range = document.createRange();
          range.setStart(node, middle - start);
          range.setEnd(node, middle - start + 1);
          const box = range.getBoundingClientRect();
          return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        }
        start += node.data.length;
      }
    }
  }
  return undefined;
}
