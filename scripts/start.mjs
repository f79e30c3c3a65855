/** `npm start`: from a fresh clone to VS Code with the extension in it. */
import { runTypeScript } from './vscode/dependencies.mjs';

runTypeScript('scripts/vscode/start.mts');
