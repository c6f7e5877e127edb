// The comparison of all hosts: outcomes of the file and of each field. It is only requested while it is expanded.
import type { OutcomeCell, OutcomeTable, PersonaCard } from '../../../server/protocol';
import { t } from '../../l10n';
import { html, type Markup, nothing } from '../../webview/markup';
import { type Icon, icon } from '../icons';
import { outcomeLabel } from '../labels';

/** Collapsed initially. The content is requested when it is expanded. */
export function comparison(table: OutcomeTable | null, { hosts }: PersonaCard): Markup {
  const scope =
    hosts.length === 1 ? t('this host and all others') : t('these hosts and all others');
  return html`<details class="part" id="comparison"><summary><h2>${t('Host comparison')}
    <small>${table ? t('outcome of each field') : scope}</small></h2></summary>
    ${table ? comparisonTable(table) : nothing}</details>`;
}

function comparisonTable({ hosts, rows }: OutcomeTable): Markup {
  const others = hosts.filter(({ isRead }) => !isRead).map(({ hostName }) => hostName);
  return html`<div class="scrolling" role="region" aria-label="${t('Outcome of each field in every host')}" tabindex="0"><table class="comparison">
    <thead><tr><th scope="col">${t('Field')}</th>${hosts.map(
      ({
        hostName,
        isRead,
        tone,
        outcome,
      }) => html`<th scope="col" class="${isRead ? '' : 'elsewhere'}">
      ${hostName}<br><span class="tone ${tone}">${icon(tone)}</span> <small>${outcomeLabel(outcome)}</small></th>`,
    )}</tr></thead>
    <tbody>${rows.map(({ key, line, cells }) => html`<tr><th scope="row"><button class="plain" data-line="${line}"><code>${key}</code></button></th>${cells.map(cell)}</tr>`)}</tbody>
  </table></div>
  ${others.length === 0 ? nothing : html`<p class="source">${t("{0}: as if the file were in that host's own folder.", others.join(', '))}</p>`}`;
}

const icons: Readonly<Record<OutcomeCell['tone'], Icon>> = {
  good: 'good',
  changed: 'changed',
  bad: 'bad',
  unknown: 'unknown',
};

function cell(found: OutcomeCell | null): Markup {
  if (!found) return html`<td><small>${t('not reached')}</small></td>`;
  return html`<td><span class="cell"><span class="tone ${found.tone}">${icon(icons[found.tone])}</span><span>${found.label}</span></span></td>`;
}
