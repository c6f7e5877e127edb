// The permission rules for the agent, in the evaluation order of the host, and the query: whether a call is allowed, by which rule.
import type {
  AgentCard,
  PermissionCard,
  ProbeAnswer,
  ProbeKind,
  ProbePart,
} from '../../../server/protocol/protocol';
import { t } from '../../l10n';
import { fillTemplate, html, type Markup, nothing } from '../../webview/markup';
import { type Icon, icon } from '../icons';
import type { ProbeQuery } from '../messages';

const icons: Readonly<Record<string, Icon>> = { allow: 'allow', ask: 'ask', deny: 'deny' };

/** Icon of an action. */
const actionIcon = (action: string): Markup => {
  const iconName = icons[action];
  return iconName ? icon(iconName) : nothing;
};

/** The section; empty if there are no rules and no permission queries. Without rules it is folded, as there is little to query. */
export function permissions(
  agent: AgentCard,
  host: string,
  query: ProbeQuery | undefined,
  probeAnswer: ProbeAnswer | null,
): Markup {
  const { permissions: rules, probes } = agent;
  const hasRules = rules !== null && rules.length > 0;
  if (!hasRules && probes.length === 0) return nothing;
  const form = html`${ask(agent, query)}${answerRegion(agent, probeAnswer)}`;
  if (hasRules)
    return html`<section class="part" aria-labelledby="permissions"><h2 id="permissions">${t('Permissions')}
      <small>${t('in order of evaluation')}</small></h2>${table(rules)}${form}</section>`;
  const isOpen = query !== undefined && query.subject !== '';
  return html`<details class="part" id="permission-query"${isOpen ? html` open=""` : nothing}><summary><h2>${t('Permissions')}
    <small>${t('no rules for {0} in this file', host)}</small></h2></summary>${form}</details>`;
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

/** The form of the permission query. Patching the page keeps the entered text. */
function ask({ probes }: AgentCard, query: ProbeQuery | undefined): Markup {
  const [first] = probes;
  if (!first) return nothing;
  const selected = probes.find(({ purpose }) => purpose === query?.purpose) ?? first;
  return html`<p class="probe-hint"><small>${t('Test the permissions. Nothing is run.')}</small></p><form class="probe-form" id="ask" role="search" aria-label="${t('Test permissions')}">
    <label class="visually-hidden" for="probe-purpose">${t('Type of action')}</label>
    <select id="probe-purpose">${probes.map((kind) => option(kind, kind === selected))}</select>
    <label class="visually-hidden" for="probe-subject">${t('Target of the action')}</label>
    <input id="probe-subject" type="text" spellcheck="false" autocomplete="off" value="${query?.subject ?? ''}" placeholder="${selected.example}">
  </form>`;
}

const option = ({ purpose, label, example }: ProbeKind, selected: boolean): Markup =>
  html`<option value="${purpose}" data-example="${example}"${selected ? html` selected` : ''}>${label}</option>`;

/** Exists before the first answer, because screen readers announce only what changes in a region that they know. */
const answerRegion = ({ probes }: AgentCard, probeAnswer: ProbeAnswer | null): Markup =>
  probes.length === 0 ? nothing : html`<div role="status">${answer(probeAnswer)}</div>`;

/** The answer to the permission query: the action of the host, and the rules that determine it. */
function answer(probeAnswer: ProbeAnswer | null): Markup {
  if (!probeAnswer) return nothing;
  const { action, headline, explanation, parts } = probeAnswer;
  return html`<div class="answer ${action}">
    <p class="action ${action}">${actionIcon(action)}<strong>${headline}</strong></p>
    ${parts.length === 0 ? nothing : html`<ul>${parts.map((part) => row(part, parts.length > 1))}</ul>`}
    <p><small>${explanation}</small></p>
  </div>`;
}

function row({ subject, action, rule, source, line }: ProbePart, isOneOfMany: boolean): Markup {
  const which = html`${isOneOfMany ? html`<span class="action ${action}">${actionIcon(action)}${action}</span> <code class="subject">${subject}</code> ` : nothing}${rule === null ? nothing : html`${fillTemplate(t('by rule {0}'), html`<code>${rule}</code>`)} `}`;
  return line === null
    ? html`<li>${which}<small>${source}</small></li>`
    : html`<li>${which}<button class="quiet" data-line="${line}">${source}</button></li>`;
}
