import { env, Uri, workspace } from 'vscode';

export interface WebviewPage {
  /** Name of the page's script and style in `dist/webview`. */
  readonly page: string;
  /** Sanitised HTML that the page begins with. */
  readonly body?: string;
  /** JSON for the page's script, which finds it in the element `data`. */
  readonly data?: unknown;
}

/**
 * The HTML of a webview. Nothing may load or run in it but our own script and style, which are part of it: a page that first has to fetch them
 * would show itself bare for a moment.
 */
export async function webviewHtml(extension: Uri, { page, body = '', data }: WebviewPage): Promise<string> {
  const file = async (name: string) =>
    new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(extension, 'dist', 'webview', name)));
  const [style, script] = await Promise.all([file(`${page}.css`), file(`${page}.js`)]);
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
