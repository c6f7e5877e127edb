// The preview as HTML, part by part: a pure function of what there is to show. Nothing of an agent file gets in here
// unescaped; the prompt is drawn by the page, which makes elements of it and no HTML.
import type { AgentCard, HostCard } from '../../server/protocol';
import { plural, t } from '../words';
import { filled, html, type Markup } from './markup';
import { actions } from './parts/actions';
import { around } from './parts/around';
import { cost } from './parts/cost';
import { facts } from './parts/facts';
import { fates } from './parts/fates';
import { hooks } from './parts/hooks';
import { identity } from './parts/identity';
import { permissions } from './parts/permissions';
import { placeholders } from './parts/placeholders';
import { answer, ask } from './parts/probe';
import { tabs } from './parts/tabs';
import { tools } from './parts/tools';
import { verdict } from './parts/verdict';
import { type CardView, shownHost, type View } from './view';
import { headlineOf } from './words';

export interface Page {
  /** By name, in the order in which they stand. */
  readonly top: Readonly<Record<string, string>>;
  /** Below the tabs. */
  readonly panel: Readonly<Record<string, string>>;
  /** Id of the tab that is shown. */
  readonly tab: string | undefined;
}

/** The content of the page, but for the prompt itself. */
export function pageOf(view: View): Page {
  if (view.kind !== 'card') return alone(emptyOf(view));
  const host = shownHost(view);
  if (!host) return alone(noAgent(view.card.file));
  return {
    top: written({
      actions: actions(),
      identity: identity(view.card, host.agent),
      tabs: tabs(view.card, host),
    }),
    panel: written({ verdict: verdict(host), ...(host.agent && agentOf(host, host.agent, view)) }),
    tab: `tab-${host.host}`,
  };
}

/** One sentence for those who hear the page. */
export function announcement(view: View): string {
  if (view.kind !== 'card') return '';
  const host = shownHost(view);
  return host ? `${headlineOf(host)} ${host.detail}`.trim() : '';
}

function agentOf(host: HostCard, agent: AgentCard, view: CardView): Record<string, Markup> {
  return {
    facts: facts(agent),
    tools: tools(agent),
    permissions: permissions(agent, host.hostName),
    ask: ask(agent, view.asked),
    answer: answer(view.answer),
    around: around(agent),
    hooks: hooks(agent.hooks),
    fates: fates(view.fates, view.card),
    cost: cost(agent),
    placeholders: placeholders(agent, view.prompt),
    prompt: promptHead(agent, view.prompt),
  };
}

const promptHead = ({ promptLine }: AgentCard, prompt: string): Markup =>
  html`<div class="part head"><h2 id="prompt-title">${t('Prompt')}
    <small>${prompt === '' ? t('empty') : plural(prompt.length, '{0} character', '{0} characters')}</small></h2>
    <button class="quiet plainly" data-line="${promptLine}">${t('line {0}', promptLine + 1)}</button></div>`;

const alone = (content: Markup): Page => ({
  top: written({ empty: content }),
  panel: {},
  tab: undefined,
});

/** Parts without anything in them are left out. */
const written = (parts: Record<string, Markup>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(parts).flatMap(([name, { markup }]) => (markup === '' ? [] : [[name, markup]])),
  );

function emptyOf(view: Exclude<View, CardView>): Markup {
  switch (view.kind) {
    case 'no-agent':
      return noAgent(view.file);
    case 'no-file':
      return empty(
        t('No agent file is open'),
        t('Open an agent file to see the agent that each host builds from it.'),
      );
    case 'starting':
      return html`<div class="empty" aria-busy="true"><div class="pulse"></div><p>${t('Reading the file')}</p></div>`;
    case 'failed':
      return html`<div class="empty"><h1>${t('The persona could not be created')}</h1><p>${view.message}</p>
        <p><button class="press" data-command="restart">${t('Restart Dossier')}</button>
        <button class="quiet" data-command="output">${t('Show Output')}</button></p></div>`;
  }
}

function noAgent(file: string): Markup {
  return empty(
    t('No host reads this file'),
    filled(
      t('{0} is not in a folder where hosts look for agents, such as {1}, {2} or {3}.'),
      ...[file, '.claude/agents', '.github/agents', '.opencode/agent'].map(
        (path) => html`<code>${path}</code>`,
      ),
    ),
  );
}

function empty(title: string, text: Markup | string): Markup {
  return html`<div class="empty"><h1>${title}</h1><p>${text}</p></div>`;
}
