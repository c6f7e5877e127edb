// The agent in a few words: model, how it is called, mode, colour.
import type { AgentCard } from '../../../server/protocol';
import { t } from '../../words';
import { html, type Markup, nothing } from '../markup';
import { said } from './place';

/** A list of short facts; what a host does not know of is left out. */
export function facts(agent: AgentCard): Markup {
  return html`<dl class="facts">
    ${fact(t('Invocation'), html`${agent.called}`)}
    ${fact(t('Model'), model(agent))}
    ${agent.mode === null ? nothing : fact(t('Mode'), said(agent, 'mode', html`${agent.mode}`))}
    ${agent.color === null ? nothing : fact(t('Color'), said(agent, 'color', color(agent.color)))}
    ${agent.id === agent.name ? nothing : fact(t('Referenced as'), html`<code>${agent.id}</code>`)}
  </dl>`;
}

function fact(name: string, value: Markup): Markup {
  return html`<div class="fact"><dt>${name}</dt><dd>${value}</dd></div>`;
}

// What stands in the file first, then what the host makes of it.
function model(agent: AgentCard): Markup {
  const { written, says } = agent.model;
  if (written === null || written === says) return html`${says}`;
  return html`${said(agent, 'model', html`<code>${written}</code>`)} <small>${says}</small>`;
}

function color({ name, hex }: NonNullable<AgentCard['color']>): Markup {
  return hex === null
    ? html`${name}`
    : html`<span class="swatch" aria-hidden="true"></span>${name}`;
}
