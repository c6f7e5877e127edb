// A question to the permissions: what becomes of this command, and by which rule.
import type { AgentCard, ProbeAnswer, ProbeKind, ProbePart } from '../../../server/protocol';
import { t } from '../../words';
import { filled, html, type Markup, nothing } from '../markup';
import type { Asked } from '../messages';
import { actionIcon } from './permissions';

/** The form. What is typed in it stays, whatever becomes of the rest of the page. */
export function ask({ probes }: AgentCard, asked: Asked | undefined): Markup {
  const [first] = probes;
  if (!first) return nothing;
  const chosen = probes.find(({ deed }) => deed === asked?.deed) ?? first;
  return html`<p class="trying"><small>${t('Test the permissions. Nothing is run.')}</small></p><form class="asking" id="ask" role="search" aria-label="${t('Test permissions')}">
    <label class="unseen" for="ask-deed">${t('Type of action')}</label>
    <select id="ask-deed">${probes.map((kind) => option(kind, kind === chosen))}</select>
    <label class="unseen" for="ask-subject">${t('Target of the action')}</label>
    <input id="ask-subject" type="text" spellcheck="false" autocomplete="off" value="${asked?.subject ?? ''}" placeholder="${chosen.example}">
  </form>`;
}

const option = ({ deed, label, example }: ProbeKind, chosen: boolean): Markup =>
  html`<option value="${deed}" data-example="${example}"${chosen ? html` selected` : ''}>${label}</option>`;

/** What the host would do, and the rules that say so. */
export function answer(found: ProbeAnswer | null): Markup {
  if (!found) return nothing;
  const { action, headline, says, parts } = found;
  return html`<div class="answer ${action}" role="status">
    <p class="action ${action}">${actionIcon(action)}<strong>${headline}</strong></p>
    ${parts.length === 0 ? nothing : html`<ul>${parts.map((part) => row(part, parts.length > 1))}</ul>`}
    <p><small>${says}</small></p>
  </div>`;
}

function row({ subject, action, rule, by, line }: ProbePart, isOneOfMany: boolean): Markup {
  const which = html`${isOneOfMany ? html`<span class="action ${action}">${actionIcon(action)}${action}</span> <code class="subject">${subject}</code> ` : nothing}${rule === null ? nothing : html`${filled(t('by rule {0}'), html`<code>${rule}</code>`)} `}`;
  return line === null
    ? html`<li>${which}<small>${by}</small></li>`
    : html`<li>${which}<button class="quiet" data-line="${line}">${by}</button></li>`;
}
