// The rules that a host evaluates for the agent, in the order in which it does.
import type { PermissionCard } from '../../../server/protocol';
import { type Icon, icon } from '../icons';
import { html, type Markup, nothing } from '../markup';

const icons: Readonly<Record<string, Icon>> = { allow: 'allow', ask: 'ask', deny: 'deny' };

/** The table of rules; nothing where the host has none. */
export function permissions(rules: readonly PermissionCard[] | null): Markup {
  if (rules === null || rules.length === 0) return nothing;
  return html`<section class="part" aria-labelledby="permissions"><h2 id="permissions">Permissions <small>in the order of their evaluation</small></h2>
    <div class="scrolling"><table class="rules">
      <thead class="unseen"><tr><th>Action</th><th>Permission</th><th>Pattern</th></tr></thead>
      <tbody>${rules.map(rule)}</tbody>
    </table></div>
  </section>`;
}

function rule({ permission, pattern, action, line }: PermissionCard): Markup {
  const known = icons[action];
  return html`<tr><td><button class="action ${known ? action : ''}" data-line="${line}">${known ? icon(known) : nothing}${action}</button></td>
    <td><code>${permission}</code></td><td><code>${pattern}</code></td></tr>`;
}
