// The header of the page: name in the color of the agent, file and description.
import type { AgentCard, PersonaCard } from '../../../server/protocol';
import { t } from '../../words';
import { html, type Markup } from '../markup';
import { splitPlaceholders } from '../prompt/placeholders';
import { initials } from '../words';
import { lineAttributes, linkToSource } from './place';

// Descriptions from this length (UTF-16 code units) are folded.
const foldedFrom = 360;

/** The header. If the shown host has no agent, it shows the agent of another host, or the file name. */
export function identity(card: PersonaCard, agent: AgentCard | null): Markup {
  const who = agent ?? card.hosts.find((host) => host.agent)?.agent ?? null;
  const name = who?.name ?? baseName(card.file);
  return html`<header class="identity"${tint(who)}>
    <div class="face" aria-hidden="true">${initials(name)}</div>
    <div class="who"><h1>${who ? linkToSource(who, 'name', html`${name}`) : name}</h1>
      <button class="quiet file no-highlight" data-line="0" title="${t('Go to File')}">${card.file}</button></div>
    ${description(who)}
  </header>`;
}

// The script of the page sets the color, because a style attribute would need a weaker content security policy.
function tint(agent: AgentCard | null): Markup {
  const hex = agent?.color?.hex;
  return hex && /^#[0-9a-f]{6}$/i.test(hex) ? html` data-tint="${hex}"` : html``;
}

function description(agent: AgentCard | null): Markup {
  const text = agent?.description?.trim();
  if (!agent) return html``;
  if (!text) return html`<p class="description none">${t('No description.')}</p>`;
  const place = agent.places.description;
  const words = html`<p class="description"${place ? lineAttributes(place) : ''}>${withPlaceholders(text)}</p>`;
  if (text.length < foldedFrom) return words;
  return html`<div class="folding">${words}
    <button class="quiet unfold" aria-expanded="false">${t('Show Full Description')}</button></div>`;
}

/** Marks placeholders, so that the page can show values instead. */
const withPlaceholders = (text: string): Markup[] =>
  splitPlaceholders(text).map(({ text: piece, placeholder }) =>
    placeholder ? html`<mark data-placeholder="${piece}">${piece}</mark>` : html`${piece}`,
  );

function baseName(file: string): string {
  const last = file.split(/[\\/]/).pop() ?? file;
  return last.replace(/\.(?:agent|chatmode)?\.?md$/, '') || file;
}
