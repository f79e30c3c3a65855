/** The quiz page in a plain browser: what VS Code does around it is a few lines here. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { root } from '../../scripts/vscode/processes.mjs';
import type { PageData, PageEvent, Snapshot, Strings } from '../../src/quiz/protocol';
import { once } from './driver/once';
import themes from './quizPage.themes.json' with { type: 'json' };

export type Theme = keyof typeof themes;
export const allThemes = Object.keys(themes) as readonly Theme[];

export interface PageOptions {
  readonly theme?: Theme;
  readonly language?: 'en' | 'zh-cn';
  readonly width?: number;
  readonly height?: number;
}

/** What VS Code gives every webview, from its `webview/browser/pre/index.html`. */
const defaultStyle = `
html { scrollbar-color: var(--vscode-scrollbarSlider-background) var(--vscode-editor-background); }
body { overscroll-behavior-x: none; background-color: transparent; color: var(--vscode-editor-foreground);
  font-family: var(--vscode-font-family); font-weight: var(--vscode-font-weight); font-size: var(--vscode-font-size);
  margin: 0; padding: 0 20px; }
a, a code { color: var(--vscode-textLink-foreground); }
a:focus, input:focus, select:focus, textarea:focus { outline: 1px solid -webkit-focus-ring-color; outline-offset: -1px; }
code { font-family: var(--monaco-monospace-font); color: var(--vscode-textPreformat-foreground);
  background-color: var(--vscode-textPreformat-background); padding: 1px 3px; border-radius: 4px; }
pre code { padding: 0; }
blockquote { background: var(--vscode-textBlockQuote-background); border-color: var(--vscode-textBlockQuote-border); }
kbd { color: var(--vscode-editor-foreground); border-radius: 3px; }`;

const fonts = {
  '--vscode-font-family': 'system-ui, "Ubuntu", "Droid Sans", sans-serif',
  '--vscode-font-size': '13px',
  '--vscode-font-weight': 'normal',
  '--vscode-editor-font-family': '"Droid Sans Mono", monospace',
};

const bundle = once(async () => {
  const { outputFiles } = await build({
    entryPoints: { quiz: join(root, 'media/quiz/main.tsx') },
    outdir: 'quiz',
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    target: 'es2022',
  });
  const text = (ending: string) => outputFiles.find((file) => file.path.endsWith(ending))?.text ?? '';
  return { script: text('.js'), style: text('.css') };
});

/** The strings as `quizStrings` gives them; that file needs VS Code, so it is read as text. */
async function strings(language: 'en' | 'zh-cn'): Promise<Strings> {
  const source = await readFile(join(root, 'src/views/quiz/quizStrings.ts'), 'utf8');
  const bundled = await readFile(join(root, 'l10n/bundle.l10n.zh-cn.json'), 'utf8').catch(() => '{}');
  const chinese: Record<string, string> = language === 'zh-cn' ? JSON.parse(bundled) : {};
  const found = [...source.matchAll(/(\w+): l10n\.t\(\s*'([^']*)',?\s*\)/g)];
  return Object.fromEntries(found.map(([, name, text]) => [name, chinese[text!] ?? text])) as unknown as Strings;
}

export class QuizPage {
  /** Errors of the page, and violations of its content security policy. */
  readonly complaints: string[] = [];

  private constructor(readonly page: Page) {}

  static async open(browser: Browser, options: PageOptions = {}): Promise<QuizPage> {
    const { theme = 'dark', language = 'en', width = 900, height = 720 } = options;
    const context = await browser.newContext({ viewport: { width, height }, locale: language });
    const page = await context.newPage();
    const quiz = new QuizPage(page);
    page.on('pageerror', (error) => quiz.complaints.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') quiz.complaints.push(message.text());
    });
    const { script, style } = await bundle();
    const data: PageData = { locale: language, strings: await strings(language) };
    const variables = Object.entries({ ...themes[theme], ...fonts }).map(([name, value]) => `${name}: ${value};`);
    const nonce = 'test';
    await page.setContent(`<!DOCTYPE html>
<html lang="${language}" style='${variables.join(' ').replaceAll("'", '"')}'>
<head>
<title>Quiz</title>
<style>${defaultStyle}</style>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${nonce}' 'unsafe-eval'; style-src 'nonce-${nonce}'; img-src data:">
<style nonce="${nonce}">${style}</style>
</head>
<body class="vscode-body ${bodyClass(theme)}">
<script type="application/json" id="data">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>
<script nonce="${nonce}">
  window.events = [];
  window.acquireVsCodeApi = () => ({
    postMessage: (event) => window.events.push(event),
    getState: () => window.kept,
    setState: (state) => { window.kept = state; },
  });
</script>
<script nonce="${nonce}">${script.replaceAll('</script', '<\\/script')}</script>
</body>
</html>`);
    return quiz;
  }

  async show(snapshot: Snapshot): Promise<void> {
    await this.page.evaluate(async (message) => {
      window.postMessage(message, '*');
      // One task for the message, two frames for what follows from it.
      await new Promise((resolve) => setTimeout(resolve));
      for (let i = 0; i < 2; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
    }, snapshot);
  }

  /** What the page has told since the last time it was asked. */
  async events(): Promise<PageEvent[]> {
    return this.page.evaluate(() => (window as unknown as { events: PageEvent[] }).events.splice(0));
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** What has the focus, by its text. */
  focused(): Promise<string> {
    return this.page.evaluate(() => document.activeElement?.textContent?.replace(/\s+/g, ' ').trim() ?? '');
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

function bodyClass(theme: Theme): string {
  return {
    light: 'vscode-light',
    dark: 'vscode-dark',
    'high-contrast': 'vscode-high-contrast',
    'high-contrast-light': 'vscode-high-contrast vscode-high-contrast-light',
  }[theme];
}
