/**
 * Takes a picture of VS Code with the extension in it. See `test/README.md`.
 * `npx tsx test/browser/shot.mts NAME [options]` writes `test-results/NAME.png`; the options run in the order given.
 */
import { User } from './driver/user';
import { type Theme, themes, type Workbench } from './driver/workbench';

const usage = `npx tsx test/browser/shot.mts NAME [--theme ${Object.keys(themes).join('|')}] [--language en|zh-cn]
  [--host node|web] [--size 1280x800] [--folder DIR] then, in any order and number:
  --view TITLE        shows a view container          --expand ROW     expands a tree row
  --command TITLE     runs a command                  --choose LABEL   takes an entry of the quick pick
  --open FILE:LINE:COLUMN   puts the cursor there     --hover          shows the hover at the cursor
  --hover-on WORD     rests the mouse on a word       --press KEY      presses a key
  --webview SELECTOR  waits for an element of a webview               --wait SECONDS`;

/** What stands before the steps: the user's set-up. */
const setUp = ['theme', 'language', 'host', 'size', 'folder'] as const;

const steps: Readonly<Record<string, (window: Workbench, value: string) => Promise<unknown>>> = {
  view: (window, title) => window.openView(title),
  expand: (window, row) => window.expand(row),
  command: (window, title) => window.command(title),
  choose: (window, label) => window.choose(label, label),
  open: (window, place) => {
    const [file = '', line, column] = place.split(':');
    return window.openFile(file, Number(line ?? 1), Number(column ?? 1));
  },
  hover: (window) => window.hoverAtCursor(),
  'hover-on': (window, word) => window.hoverOn(word),
  press: (window, key) => window.press(key),
  webview: (window, selector) => window.webview(selector),
  wait: (window, seconds) => window.page.waitForTimeout(Number(seconds) * 1000),
};

const [name, ...args] = process.argv.slice(2);
if (!name || name.startsWith('-')) {
  console.log(usage);
  process.exit(1);
}

const options = new Map<string, string>();
const todo: [step: string, value: string][] = [];
while (args.length > 0) {
  const option = args.shift()!.replace(/^--/, '');
  const value = args[0] !== undefined && !args[0].startsWith('--') ? args.shift()! : '';
  if ((setUp as readonly string[]).includes(option)) options.set(option, value);
  else if (option in steps) todo.push([option, value]);
  else throw new Error(`--${option} is unknown.\n${usage}`);
}

const [width = 1280, height = 800] = (options.get('size') ?? '').split('x').filter(Boolean).map(Number);
const user = await User.create({
  theme: (options.get('theme') ?? 'dark') as Theme,
  language: options.get('language') === 'zh-cn' ? 'zh-cn' : 'en',
  host: options.get('host') === 'web' ? 'web' : 'node',
  size: { width, height },
});
try {
  const window = await user.open(options.get('folder'));
  for (const [step, value] of todo) {
    const result = await steps[step]!(window, value);
    if (typeof result === 'string') console.log(`${step}: ${result}`);
  }
  console.log(await window.screenshot(name));
} finally {
  await user.dispose();
}
process.exit();
