// The persona as one HTML file: its own style, no script, nothing loaded from anywhere.

import { speech, t } from '../words';
import { pageOf } from './html';
import { html } from './markup';
import { type CardView, shownHost } from './view';

/** What only answers to a person at the preview. */
const living: ReadonlySet<string> = new Set(['actions', 'tabs', 'ask', 'answer', 'placeholders']);

/**
 * @param prompt HTML of the prompt, of the page's own making.
 * @param style the preview's own style.
 */
export function standalone(view: CardView, prompt: string, style: string): string {
  const { top, panel } = pageOf(view);
  const host = shownHost(view);
  const hasRules = (host?.agent?.permissions?.length ?? 0) > 0;
  const parts = Object.entries({ ...top, ...panel })
    .filter(
      ([name]) =>
        !living.has(name) &&
        (name !== 'fates' || view.fates !== null) &&
        (name !== 'permissions' || hasRules),
    )
    .map(([, markup]) => markup);
  const tint = host?.agent?.color?.hex ?? '';
  const color = /^#[0-9a-f]{6}$/i.test(tint) ? `main{--agent:${tint}}` : '';
  const title = html`${t('{0} in {1}', host?.agent?.name ?? view.card.file, host?.hostName ?? '')}`
    .markup;
  return `<!doctype html>
<html lang="${speech().language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
${palette}
${style.replaceAll('</', '<\\/')}
${still}
${color}
</style>
</head>
<body>
<main>
${parts.map(quiet).join('\n')}
<article class="prompt">${prompt}</article>
</main>
</body>
</html>
`;
}

/** Nothing can be pressed in a file: what leads to a line is text. */
const quiet = (markup: string): string =>
  markup
    .replaceAll(/<(\/?)button\b/g, '<$1span')
    .replaceAll(/<details\b/g, '<details open')
    .replaceAll(/(data-to="\d+"|plainly" data-line="0") title="[^"]*"/g, '$1');

// The colours that the editor's theme gives the preview, for a browser: light, and dark where that is wished.
const palette = `:root{color-scheme:light dark;
--vscode-font-family:system-ui,sans-serif;--vscode-font-size:14px;--vscode-editor-font-family:ui-monospace,monospace;
--vscode-foreground:#3b3b3b;--vscode-descriptionForeground:#5f5f5f;--vscode-editor-background:#fff;--vscode-panel-border:#e0e0e0;
--vscode-textLink-foreground:#005fb8;--vscode-testing-iconPassed:#2f7d32;--vscode-editorWarning-foreground:#8a6100;
--vscode-editorError-foreground:#c72e2e;--vscode-editorInfo-foreground:#1a6fb5;--vscode-textCodeBlock-background:#f1f1f1;
--vscode-progressBar-background:#005fb8}
@media (prefers-color-scheme:dark){:root{--vscode-foreground:#ccc;--vscode-descriptionForeground:#9d9d9d;
--vscode-editor-background:#1f1f1f;--vscode-panel-border:#3a3a3a;--vscode-textLink-foreground:#4daafc;
--vscode-testing-iconPassed:#73c991;--vscode-editorWarning-foreground:#cca700;--vscode-editorError-foreground:#f14c4c;
--vscode-editorInfo-foreground:#59a4f9;--vscode-textCodeBlock-background:#2b2b2b;--vscode-progressBar-background:#0078d4}}`;

/** All of it is laid out, and nothing leads anywhere. */
const still =
  '.unfold{display:none}.folding .description{display:block!important}.prompt>*{content-visibility:visible}.quiet,.place{color:var(--dim)!important}.prompt>*,.description{cursor:auto!important}';
