// Facts about the agent (model, invocation, mode, color), its estimated size in tokens, and fields for its placeholders.
import type { AgentCard, CardPart, LineRange } from '../../../server/protocol/protocol';
import { formattedNumber, t } from '../../l10n';
import { html, type Markup, nothing } from '../../webview/markup';
import { placeholdersIn } from '../prompt/placeholders';

/** The list of facts, without those that the host does not support. */
export function facts(agent: AgentCard): Markup {
  return html`<dl class="facts">
    ${fact(t('Invocation'), html`${agent.invocation}`)}
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
  const { written, label } = agent.model;
  if (written === null || written === label) return html`${label}`;
  return html`${linkToSource(agent, 'model', html`<code>${written}</code>`)} <small>${label}</small>`;
}

function color({ name, hex }: NonNullable<AgentCard['color']>): Markup {
  return hex === null
    ? html`${name}`
    : html`<span class="swatch" aria-hidden="true"></span>${name}`;
}

// Minimum scale of the bars, so that the bars of a small agent are short.
const minScale = 1000;

/** The estimated cost of the agent in tokens, as two bars with a common scale. */
export function cost({ cost: { description, prompt, method } }: AgentCard): Markup {
  const scale = Math.max(description, prompt, minScale);
  return html`<section class="part" aria-labelledby="cost"><h2 id="cost">${t('Token cost')} <small>${method}</small></h2>
    <dl class="costs">
      ${row(t('Description'), description, scale, t('sent with every request of a calling agent'))}
      ${row(t('Prompt'), prompt, scale, t('sent when the agent runs'))}
    </dl>
  </section>`;
}

function row(name: string, tokens: number, scale: number, when: string): Markup {
  return html`<div class="cost"><dt>${name}</dt>
    <dd><span class="tokens">${t('≈ {0} tokens', formattedNumber(tokens))}</span>
      <svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect class="rail" width="100" height="4"/><rect class="fill" width="${share(tokens, scale)}" height="4"/></svg>
      <small class="when">${when}</small></dd></div>`;
}

function share(tokens: number, scale: number): number {
  return tokens <= 0 ? 0 : Math.max(1, Math.round((tokens / scale) * 100));
}

/** Maximum number of fields. */
const maxFields = 24;

/** An input field per placeholder. The page shows the values without changing the file. Empty without placeholders. */
export function placeholders({ description }: AgentCard, prompt: string): Markup {
  const names = placeholdersIn(`${description ?? ''}\n${prompt}`).slice(0, maxFields);
  if (names.length === 0) return nothing;
  return html`<details class="part" id="placeholders"><summary><h2>${t('Placeholders')}
    <small>${t('try values without changing the file')}</small></h2></summary>
    <form class="values">${names.map(field)}</form></details>`;
}

const field = (name: string, n: number): Markup =>
  html`<label for="value-${n}"><code>${name}</code></label>
    <input id="value-${n}" type="text" data-placeholder="${name}" autocomplete="off" placeholder="${t('value')}">`;

// Links from parts of the card to their lines in the file.

/** Attributes of an element that links to the lines. */
export const lineAttributes = ({ from, to }: LineRange): Markup =>
  html` data-line="${from}" data-to="${to}" title="${t('Go to Line {0}', from + 1)}"`;

/** A button that goes to the part in the file, or plain text if the file does not contain the part. */
export function linkToSource(agent: AgentCard, part: CardPart, words: Markup): Markup {
  const place = agent.lines[part];
  return place ? html`<button class="plain"${lineAttributes(place)}>${words}</button>` : words;
}
