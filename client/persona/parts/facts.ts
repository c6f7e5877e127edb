// Short facts about the agent: model, invocation, mode, color.
import type { AgentCard } from '../../../server/protocol';
import { t } from '../../words';
import { html, type Markup, nothing } from '../markup';
import { linkToSource } from './place';

/** The list of facts, without those that the host does not support. */
export function facts(agent: AgentCard): Markup {
  return html`<dl class="facts">
    ${fact(t('Invocation'), html`${agent.called}`)}
    ${fact(t('Model'), model(agent))}
    ${agent.mode === null ? nothing : fact(t('Mode'), linkToSource(agent, 'mode', html`${agent.mode}`))}
    ${agent.color === null ? nothing : fact(t('Color'), linkToSource(agent, 'color', color(agent.color)))}
    ${agent.id === agent.name ? nothing : fact(t('Referenced as'), html`<code>${agent.id}</code>`)}
  </dl>`;
}

function fact(name: string, value: Markup): Markup {
  return html`<div class="fact"><dt>${name}</dt><dd>${value}</dd></div>`;
}

// The value in the file, followed by the model that the host resolves it to.
function model(agent: AgentCard): Markup {
  const { written, says } = agent.model;
  if (written === null || written === says) return html`${says}`;
  return html`${linkToSource(agent, 'model', html`<code>${written}</code>`)} <small>${says}</small>`;
}

function color({ name, hex }: NonNullable<AgentCard['color']>): Markup {
  return hex === null
    ? html`${name}`
    : html`<span class="swatch" aria-hidden="true"></span>${name}`;
}
