// A tab for each host, with the outcome of the file in it.
import type { HostCard, PersonaCard } from '../../../server/protocol';
import { t } from '../../words';
import { icon } from '../icons';
import { html, type Markup } from '../markup';
import { outcomeText } from '../words';

/** The tab list. The arrow keys move in it, so only the selected tab is a tab stop. */
export function tabs(card: PersonaCard, shown: HostCard): Markup {
  return html`<div class="tabs" role="tablist" aria-label="${t('Hosts')}">${card.hosts.map((host) => tab(host, host === shown))}</div>`;
}

function tab(host: HostCard, isSelected: boolean): Markup {
  const { host: id, hostName, tone, outcome } = host;
  return html`<button class="tab" role="tab" id="tab-${id}" data-host="${id}" aria-controls="panel"
    aria-selected="${isSelected ? 'true' : 'false'}" tabindex="${isSelected ? 0 : -1}" title="${roleText(host)}">
    <span class="tone ${tone}">${icon(tone)}</span><span class="host">${hostName}</span><span class="fate">${outcomeText(outcome)}</span></button>`;
}

function roleText({ role, hostName }: HostCard): string {
  return role === 'owner'
    ? t('{0}: the file is in its folder', hostName)
    : t('{0}: also reads this folder', hostName);
}
