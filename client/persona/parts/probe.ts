// The permission query: whether a call is allowed, and by which rule.
import type { AgentCard, ProbeAnswer, ProbeKind, ProbePart } from '../../../server/protocol';
import { t } from '../../words';
import { fillTemplate, html, type Markup, nothing } from '../markup';
import type { ProbeQuery } from '../messages';
import { actionIcon } from './permissions';

/** The form. Patching the page keeps the entered text. */
export function ask({ probes }: AgentCard, query: ProbeQuery | undefined): Markup {
  const [first] = probes;
  if (!first) return nothing;
  const selected = probes.find(({ purpose }) => purpose === query?.purpose) ?? first;
  return html`<p class="trying"><small>${t('Test the permissions. Nothing is run.')}</small></p><form class="asking" id="ask" role="search" aria-label="${t('Test permissions')}">
    <label class="unseen" for="ask-deed">${t('Type of action')}</label>
    <select id="ask-deed">${probes.map((kind) => option(kind, kind === selected))}</select>
    <label class="unseen" for="ask-subject">${t('Target of the action')}</label>
    <input id="ask-subject" type="text" spellcheck="false" autocomplete="off" value="${query?.subject ?? ''}" placeholder="${selected.example}">
  </form>`;
}

const option = ({ purpose, label, example }: ProbeKind, selected: boolean): Markup =>
  html`<option value="${purpose}" data-example="${example}"${selected ? html` selected` : ''}>${label}</option>`;

/** The action of the host, and the rules that determine it. */
export function answer(probeAnswer: ProbeAnswer | null): Markup {
  if (!probeAnswer) return nothing;
  const { action, headline, says, parts } = probeAnswer;
  return html`<div class="answer ${action}" role="status">
    <p class="action ${action}">${actionIcon(action)}<strong>${headline}</strong></p>
    ${parts.length === 0 ? nothing : html`<ul>${parts.map((part) => row(part, parts.length > 1))}</ul>`}
    <p><small>${says}</small></p>
  </div>`;
}

function row({ subject, action, rule, by, line }: ProbePart, isOneOfMany: boolean): Markup {
  const which = html`${isOneOfMany ? html`<span class="action ${action}">${actionIcon(action)}${action}</span> <code class="subject">${subject}</code> ` : nothing}${rule === null ? nothing : html`${fillTemplate(t('by rule {0}'), html`<code>${rule}</code>`)} `}`;
  return line === null
    ? html`<li>${which}<small>${by}</small></li>`
    : html`<li>${which}<button class="quiet" data-line="${line}">${by}</button></li>`;
}
