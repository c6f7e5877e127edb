// Agents that the agent calls or is referenced by, and its skills and MCP servers.
import type { AgentCard, Neighbour } from '../../../server/protocol';
import { t } from '../../words';
import { html, type Markup, nothing } from '../markup';

/** The section with its non-empty rows. */
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
    ${all.length === 0 ? nothing : html`<p>${all.map(chip)}</p>`}
  </dd></div>`;

function chip({ name, says, tone, line, uri }: Neighbour): Markup {
  const content = html`${name}${says === '' ? nothing : html` <small>${says}</small>`}`;
  const className = `tool ${tone}`;
  if (uri !== null)
    return html`<button class="${className}" data-uri="${uri}"${lineAttribute(line)} title="${t('Open {0}', name)}">${content}</button> `;
  if (line !== null)
    return html`<button class="${className}" data-line="${line}">${content}</button> `;
  return html`<span class="${className}">${content}</span> `;
}

const lineAttribute = (line: number | null): Markup =>
  line === null ? nothing : html` data-line="${line}"`;
