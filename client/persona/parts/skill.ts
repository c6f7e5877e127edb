// A skill or command: what the model reads about it, its tools, and the box in which a call is tried.
import type { CallAnswer, CallCard, CallPart, HostCard } from '../../../server/protocol/protocol';
import { t } from '../../l10n';
import { html, type Markup, nothing } from '../../webview/markup';

/** The section; empty if the host loads no skill or command. */
export function skill(
  { skill: card, hostName }: HostCard,
  typed: string | undefined,
  answer: CallAnswer | null,
): Markup {
  if (!card) return nothing;
  const { listed, cutAt, grants, denies, only, call } = card;
  const isTried = card.canBeCalled || (answer?.calls.length ?? 0) > 0;
  return html`<section class="part" aria-labelledby="listed"><h2 id="listed">${t('In the list of the model')}
      ${cutAt === null ? nothing : html`<small>${t('{0} cuts it after {1} characters', hostName, cutAt)}</small>`}</h2>
    ${listed === null ? html`<p class="none">${t('Not listed.')}</p>` : html`<p class="listed"><code>${call}</code> ${listed === '' ? t('No description.') : listed}</p>`}
    ${only?.length === 0 ? html`<p class="skill-tools">${t('No tool is usable.')}</p>` : tools(t('The only usable tools'), only ?? [])}
    ${tools(t('Usable without asking'), grants)}${tools(t('Not usable'), denies)}</section>
    ${isTried ? tryCall(call, typed, answer) : nothing}`;
}

const tools = (label: string, names: readonly string[]): Markup =>
  names.length === 0
    ? nothing
    : html`<p class="skill-tools">${label}: ${names.map((name, n) => html`${n === 0 ? '' : ' '}<code>${name}</code>`)}</p>`;

/** The form, and a region for its answer that screen readers know before it changes. */
function tryCall(call: string, typed: string | undefined, answer: CallAnswer | null): Markup {
  return html`<section class="part" aria-labelledby="call"><h2 id="call">${t('Try a call')}
      <small>${t('nothing is run or sent')}</small></h2>
    <form class="probe-form" role="search" aria-label="${t('Try a call')}">
      <label class="visually-hidden" for="call-text">${t('Call with arguments')}</label>
      <input id="call-text" type="text" spellcheck="false" autocomplete="off" value="${typed ?? ''}" placeholder="${call} ${t('first second')}">
    </form>
    <div role="status" class="calls">${(answer?.calls ?? []).map(callOf)}</div></section>`;
}

function callOf({ hostName, call, parts, commands, files, notes, command }: CallCard): Markup {
  return html`<div class="call answer"><p><strong>${hostName}</strong> ${call === '' ? nothing : html`<code>${call}</code>`}</p>
    ${parts.length === 0 ? nothing : html`<pre class="sent" tabindex="0">${parts.map(partOf)}</pre>`}
    ${list(t('Commands'), commands)}${list(t('Files'), files)}${list(t('In a terminal'), command === null ? [] : [command])}
    ${notes.map((note) => html`<p><small>${note}</small></p>`)}</div>`;
}

function partOf({ kind, text }: CallPart): Markup {
  if (kind === 'text') return html`${text}`;
  const title = kind === 'output' ? t('Output of the command') : t('Value of the variable');
  return html`<mark title="${title}">${kind === 'output' ? `$ ${text}` : text}</mark>`;
}

const list = (label: string, items: readonly string[]): Markup =>
  items.length === 0
    ? nothing
    : html`<p>${label}: ${items.map((item, n) => html`${n === 0 ? '' : ' '}<code>${item}</code>`)}</p>`;
