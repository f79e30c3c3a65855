/**
 * One user of VS Code with the installed VSIX: a server with this user's settings and files, and a browser profile,
 * which holds the extension's `globalState`. Windows of one user share all of it.
 */
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { installBrowser, quietFlags } from '../../../scripts/vscode/chromium.mjs';
import { sampleWorkspace, temporaryFolder } from '../../../scripts/vscode/folders.mjs';
import { packageVsix } from '../../../scripts/vscode/package.mjs';
import {
  freePort,
  installServer,
  installVsix,
  type Server,
  type ServerProgram,
  startServer,
} from '../../../scripts/vscode/server.mjs';
import { baseSettings } from '../../../scripts/vscode/settings.mjs';
import { extensionHostsOf } from './extensionHosts';
import { once } from './once';
import { type Theme, themes, Workbench } from './workbench';

export interface UserOptions {
  readonly theme?: Theme;
  /** What `vscode.env.language` says. The workbench's own text stays English: its language packs are not at hand. */
  readonly language?: 'en' | 'zh-cn';
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Which extension host runs the extension: `web` is the one of vscode.dev. */
  readonly host?: 'node' | 'web';
  /** Where extensions of the web host keep their files: on the server's disk, or in the browser, as on vscode.dev. */
  readonly storage?: 'disk' | 'browser';
  /** Leaves workspace trust on, as users have it: an unknown folder opens in Restricted Mode. */
  readonly workspaceTrust?: boolean;
  readonly size?: { readonly width: number; readonly height: number };
}

/** What every user starts from: made once for all of a test run. */
const prepare = once(async () => {
  const program = await installServer();
  const template = await temporaryFolder('vsix');
  await installVsix(program, template, process.env['INTERVIEW_STUDY_VSIX'] ?? (await packageVsix()));
  return { program, extensions: join(template, 'extensions'), browser: await installBrowser() };
});

const users = new Set<User>();

/** Ends what the specs have left running; `hooks.ts` calls it. */
export async function disposeUsers(): Promise<void> {
  await Promise.all([...users].map((user) => user.dispose()));
}

export function allWindows(): Workbench[] {
  return [...users].flatMap((user) => user.windows);
}

export class User {
  static async create(options: UserOptions = {}): Promise<User> {
    const { program, extensions, browser } = await prepare();
    const dataDir = await temporaryFolder('user');
    await cp(extensions, join(dataDir, 'extensions'), { recursive: true });
    await mkdir(join(dataDir, 'data/User'), { recursive: true });
    // The port stays the same for the user's life: the browser keeps its storage by address.
    const user = new User(options, program, browser, dataDir, await temporaryFolder('profile'), await freePort());
    await user.setSettings({
      ...baseSettings,
      'workbench.colorTheme': themes[options.theme ?? 'dark'].id,
      ...(options.host === 'web' ? { 'remote.extensionKind': { 'interview-study.interview-study': ['web'] } } : {}),
      ...options.settings,
    });
    if (options.language === 'zh-cn') await pretendLanguagePack(join(dataDir, 'data'), 'zh-cn');
    await user.start();
    users.add(user);
    return user;
  }

  #server: Server | undefined;
  #context: BrowserContext | undefined;
  #windows: Workbench[] = [];

  private constructor(
    private readonly options: UserOptions,
    private readonly program: ServerProgram,
    private readonly browser: string,
    /** VS Code's files: `data/User/settings.json`, `data/User/globalStorage`, `extensions`. */
    readonly dataDir: string,
    private readonly profileDir: string,
    private readonly port: number,
  ) {}

  get windows(): readonly Workbench[] {
    return this.#windows.filter((window) => !window.page.isClosed());
  }

  /** All that the server has printed since the user's last start. */
  get serverLog(): string {
    return this.#server?.log() ?? '';
  }

  /** Opens a window on a folder, by default on a fresh copy of the sample workspace, and waits until it is ready. */
  async open(folder?: string): Promise<Workbench> {
    const page = await this.#context!.newPage();
    const window = new Workbench(page, folder ?? (await sampleWorkspace()));
    this.#windows.push(window);
    await page.goto(this.#server!.windowOn(window.folder).href);
    await window.ready();
    return window;
  }

  /** Changes settings; a window takes them over when it opens or is reloaded. */
  async setSettings(settings: Readonly<Record<string, unknown>>): Promise<void> {
    const file = join(this.dataDir, 'data/User/settings.json');
    const present = await readFile(file, 'utf8').catch(() => '{}');
    await writeFile(file, JSON.stringify({ ...JSON.parse(present), ...settings }, null, 2));
  }

  /** Quits VS Code, with all its windows, and starts it again with the same profile. */
  async restart(): Promise<void> {
    await this.quit();
    await this.start();
  }

  /** Kills the extension hosts of all windows as a crash would; VS Code starts new ones. Returns how many there were. */
  async killExtensionHosts(): Promise<number> {
    const pids = await extensionHostsOf(this.#server!.process.pid!);
    for (const pid of pids) process.kill(pid, 'SIGKILL');
    return pids.length;
  }

  async dispose(): Promise<void> {
    users.delete(this);
    await this.quit();
  }

  private async start(): Promise<void> {
    const { language, storage, workspaceTrust = false, size = { width: 1280, height: 800 } } = this.options;
    this.#server = await startServer(this.program, {
      dataDir: this.dataDir,
      port: this.port,
      workspaceTrust,
      ...(language ? { language } : {}),
    });
    this.#context = await chromium.launchPersistentContext(this.profileDir, {
      executablePath: this.browser,
      args: quietFlags,
      viewport: size,
    });
    if (storage === 'browser') await keepStorageInBrowser(this.#context);
  }

  private async quit(): Promise<void> {
    this.#windows = [];
    await this.#context?.close();
    await this.#server?.stop();
  }
}

/**
 * A language pack with no text in it. With it VS Code takes the language for installed, so `vscode.env.language` and
 * the extension's own strings are in that language, while the workbench falls back to English word by word.
 */
async function pretendLanguagePack(userData: string, language: string): Promise<void> {
  const text = join(userData, 'no-translations.json');
  await writeFile(text, JSON.stringify({ contents: {} }));
  const pack = {
    hash: language,
    label: language,
    extensions: [{ extensionIdentifier: { id: `test.${language}` }, version: '1.0.0' }],
    translations: { vscode: text },
  };
  await writeFile(join(userData, 'languagepacks.json'), JSON.stringify({ [language]: pack }));
}

/** Gives the web host the folder that it has on vscode.dev, in VS Code's own file system over the browser's database. */
async function keepStorageInBrowser(context: BrowserContext): Promise<void> {
  const place = 'globalStorageHome:this._userDataProfilesService.defaultProfile.globalStorageHome';
  await context.route(/\/workbench\/workbench\.js$/, async (route) => {
    const response = await route.fetch();
    const program = await response.text();
    if (!program.includes(place)) throw new Error('This VS Code says elsewhere where extensions keep their files.');
    const inBrowser = `${place}.with({scheme:"vscode-userdata",authority:"",path:"/User/globalStorage"})`;
    await route.fulfill({ response, body: program.replaceAll(place, inBrowser) });
  });
}
