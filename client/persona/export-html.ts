// Exports the persona as a self-contained HTML file without scripts and external resources.

import { currentLocalization, t } from '../l10n';
import { html } from '../webview/markup';
import { pageOf } from './html';
import { type CardView, shownHost } from './view';

/** Interactive parts, which are omitted. */
const interactiveParts: ReadonlySet<string> = new Set(['actions', 'tabs', 'start', 'placeholders']);

/**
 * @param prompt HTML of the prompt, as rendered by the webview
 * @param style style sheet of the preview
 */
export function personaHtml(view: CardView, prompt: string, style: string): string {
  const { top, panel } = pageOf(view);
  const host = shownHost(view);
  const hasRules = (host?.agent?.permissions?.length ?? 0) > 0;
  const parts = Object.entries({ ...top, ...panel })
    .filter(
      ([name]) =>
        !interactiveParts.has(name) &&
        (name !== 'comparison' || view.comparison !== null) &&
        (name !== 'permissions' || hasRules),
    )
    .map(([, markup]) => markup);
  const hex = host?.agent?.color?.hex ?? '';
  const color = /^#[0-9a-f]{6}$/i.test(hex) ? `main{--agent:${hex}}` : '';
  const title = html`${t('{0} in {1}', host?.agent?.name ?? view.card.file, host?.hostName ?? '')}`
    .markup;
  return `<!doctype html>
<html lang="${currentLocalization().language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
${palette}
${style.replaceAll('</', '<\\/')}
${staticStyle}
${color}
</style>
</head>
<body>
<main>
<p class="saved-title">${title}</p>
${parts.map(staticHtml).join('\n')}
<article class="prompt">${prompt}</article>
</main>
</body>
</html>
`;
}

/** Replaces buttons by text, because links to lines do not work in an exported file. */
const staticHtml = (markup: string): string =>
  markup
    .replaceAll(/<(\/?)button\b/g, '<$1span')
    .replaceAll(/<details\b/g, '<details open')
    .replaceAll(/(data-(?:to|line)="\d+"|aria-pressed="\w+") title="[^"]*"/g, '$1');

// Values of the theme variables for browsers, in light and dark.
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

/** Expands everything, and removes the style of interactive elements. */
const staticStyle =
  '.saved-title{margin:0 0 1em;color:var(--dim)}.unfold,.control,.probe-hint,.probe-form,.answer{display:none}.folding .description{display:block!important}.prompt>*{content-visibility:visible}.quiet,.place{color:var(--dim)!important}.prompt>*,.description{cursor:auto!important}';
