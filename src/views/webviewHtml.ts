import { env, Uri, type Webview } from 'vscode';

export interface WebviewPage {
  /** Name of the page's script and style in `dist/webview`. */
  readonly page: string;
  /** Sanitised HTML that the page begins with. */
  readonly body?: string;
  /** JSON for the page's script, which finds it in the element `data`. */
  readonly data?: unknown;
}

/**
 * The HTML of a webview. Nothing of it may load or run but our own script and style; pictures only where they are part of the page.
 */
export function webviewHtml(webview: Webview, extension: Uri, { page, body = '', data }: WebviewPage): string {
  const file = (name: string) => webview.asWebviewUri(Uri.joinPath(extension, 'dist', 'webview', name)).toString();
  const nonce = crypto.randomUUID();
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource} 'unsafe-inline'`,
    `font-src ${webview.cspSource}`,
    `img-src data:`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${env.language}">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="${file(`${page}.css`)}">
</head>
<body>
${body}
<script type="application/json" id="data">${JSON.stringify(data ?? null).replaceAll('<', '\\u003c')}</script>
<script nonce="${nonce}" src="${file(`${page}.js`)}"></script>
</body>
</html>`;
}
