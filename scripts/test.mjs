/** `npm test`: from a fresh clone to every test there is. `npm test -- --only unit,editor` runs some stages. */
import { runTypeScript } from './vscode/dependencies.mjs';

runTypeScript('scripts/vscode/test.mts');
