// The page around the content: policy, style, script, and the words of its language. It is made once; the content comes by
// message.

import { speech } from '../words';
import { html, type Markup } from './markup';

export interface Shell {
  readonly title: string;
  /** Of the element that the content comes into. */
  readonly id: string;
  readonly cspSource: string;
  readonly nonce: string;
  readonly style: string;
  readonly script: string;
  /** What stands in that element from the beginning. */
  readonly inside?: Markup;
}

/** The whole document. Nothing may be loaded but our own style and script, and nothing may be sent anywhere. */
export function shellHtml({ title, id, cspSource, nonce, style, script, inside }: Shell): string {
  const policy = [
    "default-src 'none'",
    `style-src ${cspSource}`,
    `img-src ${cspSource} data:`,
    `font-src ${cspSource}`,
    `script-src 'nonce-${nonce}'`,
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
  const { language, bundle } = speech();
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
<div id="say" class="unseen" role="status" aria-live="polite"></div>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
  return `<!doctype html>\n${page.markup}`;
}

/** A fresh random word that lets our script run and no other. */
export function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
