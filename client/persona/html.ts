// The preview as HTML: a pure function of what there is to show. Nothing of an agent file gets in here unescaped; the prompt,
// which is HTML of VS Code's own making, is put in its place by the page after it was cleaned.
import type { AgentCard, HostCard, PersonaCard } from '../../server/protocol';
import { html, type Markup } from './markup';
import { cost } from './parts/cost';
import { facts } from './parts/facts';
import { identity } from './parts/identity';
import { permissions } from './parts/permissions';
import { tabs } from './parts/tabs';
import { tools } from './parts/tools';
import { verdict } from './parts/verdict';
import { shownHost, type View } from './view';
import { counted, headlineOf } from './words';

/** The content of the page. */
export function personaHtml(view: View): string {
  return bodyOf(view).markup;
}

/** One sentence for those who hear the page. */
export function announcement(view: View): string {
  if (view.kind !== 'card') return '';
  const host = shownHost(view);
  return host ? `${headlineOf(host)} ${host.detail}`.trim() : '';
}

function bodyOf(view: View): Markup {
  switch (view.kind) {
    case 'card': {
      const host = shownHost(view);
      return host ? cardOf(view.card, host) : noAgent(view.card.file);
    }
    case 'no-agent':
      return noAgent(view.file);
    case 'no-file':
      return empty(
        'No agent file is open',
        'Open one, and the agent that each host makes of it is shown here.',
      );
    case 'starting':
      return html`<div class="empty" aria-busy="true"><div class="pulse"></div><p>Reading the file</p></div>`;
    case 'failed':
      return html`<div class="empty"><h1>The persona could not be made</h1><p>${view.message}</p>
        <p><button class="press" data-command="restart">Restart Dossier</button>
        <button class="quiet" data-command="output">Show its output</button></p></div>`;
  }
}

function cardOf(card: PersonaCard, host: HostCard): Markup {
  return html`${identity(card, host.agent)}
    ${tabs(card, host)}
    <div id="panel" class="panel" role="tabpanel" aria-labelledby="tab-${host.host}" tabindex="-1">
      ${verdict(host)}
      ${host.agent === null ? html`` : agentOf(host.agent)}
    </div>`;
}

function agentOf(agent: AgentCard): Markup {
  return html`${facts(agent)}
    ${tools(agent)}
    ${permissions(agent.permissions)}
    ${cost(agent)}
    <section class="part" aria-labelledby="prompt">
      <div class="head"><h2 id="prompt">Prompt
        <small>${agent.prompt === '' ? 'empty' : counted(agent.prompt.length, 'character')}</small></h2>
        <button class="quiet" data-line="${agent.promptLine}">Go to line ${agent.promptLine + 1}</button></div>
      ${agent.prompt === '' ? html`` : html`<article class="prompt" data-slot="prompt"></article>`}
    </section>`;
}

function noAgent(file: string): Markup {
  return empty(
    'No host reads this file',
    html`<code>${file}</code> is not in a place where a host looks for agents, such as
      <code>.claude/agents</code>, <code>.github/agents</code> or <code>.opencode/agent</code>.`,
  );
}

function empty(title: string, text: Markup | string): Markup {
  return html`<div class="empty"><h1>${title}</h1><p>${text}</p></div>`;
}
