// A tab for each host with what becomes of the file there: the fates side by side.
import type { HostCard, PersonaCard } from '../../../server/protocol';
import { t } from '../../words';
import { icon } from '../icons';
import { html, type Markup } from '../markup';
import { fateWords } from '../words';

/** The list of tabs. Arrow keys move in it, so only the chosen one is a stop of the Tab key. */
export function tabs(card: PersonaCard, shown: HostCard): Markup {
  return html`<div class="tabs" role="tablist" aria-label="${t('Hosts')}">${card.hosts.map((host) => tab(host, host === shown))}</div>`;
}

function tab(host: HostCard, chosen: boolean): Markup {
  const { host: id, hostName, tone, fate } = host;
  return html`<button class="tab" role="tab" id="tab-${id}" data-host="${id}" aria-controls="panel"
    aria-selected="${chosen ? 'true' : 'false'}" tabindex="${chosen ? 0 : -1}" title="${aboutRole(host)}">
    <span class="tone ${tone}">${icon(tone)}</span><span class="host">${hostName}</span><span class="fate">${fateWords(fate)}</span></button>`;
}

function aboutRole({ role, hostName }: HostCard): string {
  return role === 'owner'
    ? t('{0}: the file is in its folder', hostName)
    : t('{0}: also reads this folder', hostName);
}
