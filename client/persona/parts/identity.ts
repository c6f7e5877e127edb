// Who the agent is: name in its colour, where it is written, what it is for.
import type { AgentCard, PersonaCard } from '../../../server/protocol';
import { t } from '../../words';
import { html, type Markup } from '../markup';
import { pieces } from '../prompt/placeholders';
import { initials } from '../words';
import { at, said } from './place';

// Longer descriptions are folded; their whole text is one press away.
const foldedFrom = 360;

/** The head of the page. Where the shown host has no agent, another host's tells who it is, else the file's name. */
export function identity(card: PersonaCard, agent: AgentCard | null): Markup {
  const who = agent ?? card.hosts.find((host) => host.agent)?.agent ?? null;
  const name = who?.name ?? baseName(card.file);
  return html`<header class="identity"${tint(who)}>
    <div class="face" aria-hidden="true">${initials(name)}</div>
    <div class="who"><h1>${who ? said(who, 'name', html`${name}`) : name}</h1>
      <button class="quiet file plainly" data-line="0" title="${t('Go to File')}">${card.file}</button></div>
    ${description(who)}
  </header>`;
}

// A style attribute would need a weaker content security policy: the page's script sets the colour.
function tint(agent: AgentCard | null): Markup {
  const hex = agent?.color?.hex;
  return hex && /^#[0-9a-f]{6}$/i.test(hex) ? html` data-tint="${hex}"` : html``;
}

function description(agent: AgentCard | null): Markup {
  const text = agent?.description?.trim();
  if (!agent) return html``;
  if (!text) return html`<p class="description none">${t('No description.')}</p>`;
  const place = agent.places.description;
  const words = html`<p class="description"${place ? at(place) : ''}>${withPlaceholders(text)}</p>`;
  if (text.length < foldedFrom) return words;
  return html`<div class="folding">${words}
    <button class="quiet unfold" aria-expanded="false">${t('Show Full Description')}</button></div>`;
}

/** Marked, so that the page can show values in their place. */
const withPlaceholders = (text: string): Markup[] =>
  pieces(text).map(({ text: piece, placeholder }) =>
    placeholder ? html`<mark data-placeholder="${piece}">${piece}</mark>` : html`${piece}`,
  );

function baseName(file: string): string {
  const last = file.split(/[\\/]/).pop() ?? file;
  return last.replace(/\.(?:agent|chatmode)?\.?md$/, '') || file;
}
