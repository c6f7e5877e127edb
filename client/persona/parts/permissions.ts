// The rules that a host evaluates for the agent, in the order in which it does.
import type { AgentCard, PermissionCard } from '../../../server/protocol';
import { t } from '../../words';
import { type Icon, icon } from '../icons';
import { html, type Markup, nothing } from '../markup';

const icons: Readonly<Record<string, Icon>> = { allow: 'allow', ask: 'ask', deny: 'deny' };

/** What is done, as a picture beside its word. */
export const actionIcon = (action: string): Markup => {
  const known = icons[action];
  return known ? icon(known) : nothing;
};

/** The rules of the file; nothing where there are none and nothing can be asked. */
export function permissions({ permissions: rules, probes }: AgentCard, host: string): Markup {
  const has = rules !== null && rules.length > 0;
  if (!has && probes.length === 0) return nothing;
  return html`<section class="part" aria-labelledby="permissions"><h2 id="permissions">${t('Permissions')}
    <small>${has ? t('in order of evaluation') : t('no rules for {0} in this file', host)}</small></h2>
    ${has ? table(rules ?? []) : nothing}
  </section>`;
}

const table = (rules: readonly PermissionCard[]): Markup =>
  html`<div class="scrolling"><table class="rules">
    <thead><tr><th scope="col">${t('Action')}</th><th scope="col">${t('Permission')}</th><th scope="col">${t('Pattern')}</th></tr></thead>
    <tbody>${rules.map(rule)}</tbody>
  </table></div>`;

function rule({ permission, pattern, action, line }: PermissionCard): Markup {
  const known = icons[action] ? action : '';
  return html`<tr><td><button class="action ${known}" data-line="${line}">${actionIcon(action)}${action}</button></td>
    <td><code>${permission}</code></td><td><code>${pattern}</code></td></tr>`;
}
