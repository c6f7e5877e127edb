// The permission rules for the agent, in the evaluation order of the host.
import type { AgentCard, PermissionCard } from '../../../server/protocol';
import { t } from '../../words';
import { type Icon, icon } from '../icons';
import { html, type Markup, nothing } from '../markup';

const icons: Readonly<Record<string, Icon>> = { allow: 'allow', ask: 'ask', deny: 'deny' };

/** Icon of an action. */
export const actionIcon = (action: string): Markup => {
  const iconName = icons[action];
  return iconName ? icon(iconName) : nothing;
};

/** The section; empty if there are no rules and no permission queries. */
export function permissions({ permissions: rules, probes }: AgentCard, host: string): Markup {
  const hasRules = rules !== null && rules.length > 0;
  if (!hasRules && probes.length === 0) return nothing;
  return html`<section class="part" aria-labelledby="permissions"><h2 id="permissions">${t('Permissions')}
    <small>${hasRules ? t('in order of evaluation') : t('no rules for {0} in this file', host)}</small></h2>
    ${hasRules ? table(rules ?? []) : nothing}
  </section>`;
}

const table = (rules: readonly PermissionCard[]): Markup =>
  html`<div class="scrolling"><table class="rules">
    <thead><tr><th scope="col">${t('Action')}</th><th scope="col">${t('Permission')}</th><th scope="col">${t('Pattern')}</th></tr></thead>
    <tbody>${rules.map(rule)}</tbody>
  </table></div>`;

function rule({ permission, pattern, action, line }: PermissionCard): Markup {
  const actionClass = icons[action] ? action : '';
  return html`<tr><td><button class="action ${actionClass}" data-line="${line}">${actionIcon(action)}${action}</button></td>
    <td><code>${permission}</code></td><td><code>${pattern}</code></td></tr>`;
}
