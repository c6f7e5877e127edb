// Who and what the agent has to do with: whom it may call, who names it, its skills and servers.
import type { AgentCard, Neighbour } from '../../../server/protocol';
import { t } from '../../words';
import { html, type Markup, nothing } from '../markup';

/** Only rows with something in them. */
export function around({
  around: { callsSays, calls, calledBy, skills, servers },
}: AgentCard): Markup {
  return html`<section class="part" aria-labelledby="around"><h2 id="around">${t('Works with')}</h2>
    <dl class="groups">
      ${row(t('Delegates to'), calls, callsSays)}
      ${calledBy.length === 0 ? nothing : row(t('Referenced by'), calledBy)}
      ${skills.length === 0 ? nothing : row(t('Skills'), skills)}
      ${servers.length === 0 ? nothing : row(t('MCP servers'), servers)}
    </dl></section>`;
}

const row = (label: string, all: readonly Neighbour[], says = ''): Markup =>
  html`<div class="group"><dt>${label}</dt><dd>
    ${says === '' ? nothing : html`<p><small>${says}</small></p>`}
    ${all.length === 0 ? nothing : html`<p>${all.map(one)}</p>`}
  </dd></div>`;

function one({ name, says, tone, line, uri }: Neighbour): Markup {
  const told = html`${name}${says === '' ? nothing : html` <small>${says}</small>`}`;
  const look = `tool ${tone}`;
  if (uri !== null)
    return html`<button class="${look}" data-uri="${uri}"${marks(line)} title="${t('Open {0}', name)}">${told}</button> `;
  if (line !== null) return html`<button class="${look}" data-line="${line}">${told}</button> `;
  return html`<span class="${look}">${told}</span> `;
}

const marks = (line: number | null): Markup =>
  line === null ? nothing : html` data-line="${line}"`;
