// The HTML document of a webview: content security policy, style, script and translations. It is set once; the content is sent
// as messages.

import { currentLocalization } from '../l10n';
import { html, type Markup } from './markup';

export interface WebviewContent {
  readonly title: string;
  /** ID of the element for the content. */
  readonly id: string;
  readonly cspSource: string;
  readonly nonce: string;
  readonly style: string;
  readonly script: string;
  /** Initial content of that element. */
  readonly content?: Markup;
}

/** The HTML document. Its policy only allows the style and the script of the extension, and no network access. */
export function webviewHtml({
  title,
  id,
  cspSource,
  nonce,
  style,
  script,
  content: inside,
}: WebviewContent): string {
  const policy = [
    "default-src 'none'",
    `style-src ${cspSource}`,
    `img-src ${cspSource} data:`,
    `font-src ${cspSource}`,
    `script-src 'nonce-${nonce}'`,
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
  const { language, bundle } = currentLocalization();
  const words = Object.keys(bundle).length > 0 && html` data-words="${JSON.stringify(bundle)}"`;
  const page: Markup = html`<html lang="${language}"${words}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${style}">
<title>${title}</title>
</head>
<body>
<main id="${id}">${inside}</main>
<div id="live-region" class="visually-hidden" role="status" aria-live="polite"></div>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
  return `<!doctype html>\n${page.markup}`;
}

/** A random nonce that allows the script of the extension in the content security policy. */
export function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
