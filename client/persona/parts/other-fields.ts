// The fields that no other part shows, each with what the shown host does with it.
import type { HostCard, OtherField, OutcomeCell } from '../../../server/protocol';
import { t } from '../../l10n';
import { html, type Markup, nothing } from '../../webview/markup';
import { icon } from '../icons';

export function otherFields({ otherFields: all, hostName }: HostCard): Markup {
  if (all.length === 0) return nothing;
  return html`<section class="part" aria-labelledby="other-fields"><h2 id="other-fields">${t('Other Fields')}
    <small>${t('in {0}', hostName)}</small></h2>
    <dl class="fields">${all.map(field)}</dl></section>`;
}

const field = ({ key, value, line, outcome }: OtherField): Markup =>
  html`<div class="field"><dt><button class="plain" data-line="${line}" title="${t('Go to Line {0}', line + 1)}"><code>${key}</code></button></dt>
    <dd class="value"><code>${value}</code></dd><dd>${outcomeText(outcome)}</dd></div>`;

/** An icon and a word, followed by the details where there are any. */
export const outcomeText = ({ tone, word, label }: OutcomeCell): Markup =>
  html`<span class="cell"><span class="tone ${tone}">${icon(tone)}</span><span>${word}${label === '' ? nothing : html` <small>${label}</small>`}</span></span>`;
