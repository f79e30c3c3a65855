import { env, Uri, workspace } from 'vscode';

interface Contents {
  /** Sanitised HTML that the page begins with. */
  readonly body?: string;
  /** JSON for the page's script, which finds it in the element `data`. */
  readonly data?: unknown;
}

interface Files {
  readonly style: string;
  readonly script: string;
}

/**
 * A page inside webviews. Nothing may load or run in it but our own script and style, which are part of its HTML: a page that first has to fetch them would
 * show itself bare for a moment.
 */
export class WebviewPage {
  readonly #extension: Uri;
  readonly #name: string;
  #files: Promise<Files> | undefined;

  /** @param name that of the page's script and style in `dist/webview` */
  constructor(extension: Uri, name: string) {
    this.#extension = extension;
    this.#name = name;
  }

  /** Reads what the page is made of, once; a page that is prepared opens at once. */
  prepare(): Promise<Files> {
    this.#files ??= this.#read().catch((error: unknown) => {
      this.#files = undefined;
      throw error;
    });
    return this.#files;
  }

  async html({ body = '', data }: Contents): Promise<string> {
    const { style, script } = await this.prepare();
    const nonce = crypto.randomUUID();
    const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; img-src data:`;
    return `<!DOCTYPE html>
<html lang="${env.language}">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<style nonce="${nonce}">${style}</style>
</head>
<body>
${body}
<script type="application/json" id="data">${JSON.stringify(data ?? null).replaceAll('<', '\\u003c')}</script>
<script nonce="${nonce}">${script}</script>
</body>
</html>`;
  }

  async #read(): Promise<Files> {
    const [style, script] = await Promise.all([this.#text('css'), this.#text('js')]);
    return { style, script };
  }

  async #text(ending: string): Promise<string> {
    const file = Uri.joinPath(this.#extension, 'dist', 'webview', `${this.#name}.${ending}`);
    return new TextDecoder().decode(await workspace.fs.readFile(file));
  }
}
