// Renders the preview as HTML, part by part. Content of agent files is always escaped. The prompt is not rendered here: the
// webview creates its elements without parsing HTML.
import type { AgentCard, HostCard } from '../../server/protocol/protocol';
import { plural, t } from '../l10n';
import { fillTemplate, html, type Markup } from '../webview/markup';
import { headlineOf } from './labels';
import { comparison, otherFields } from './parts/comparison';
import { cost, facts, placeholders } from './parts/facts';
import { actions, identity, start, tabs } from './parts/header';
import { permissions } from './parts/permissions';
import { risks } from './parts/risks';
import { skill } from './parts/skill';
import { around, hooks, tools } from './parts/tools';
import { source, verdict } from './parts/verdict';
import { type CardView, shownHost, type View } from './view';

export interface Page {
  /** Parts above the tab panel by name, in display order. */
  readonly top: Readonly<Record<string, string>>;
  /** Parts in the tab panel by name, in display order. */
  readonly panel: Readonly<Record<string, string>>;
  /** ID of the selected tab. */
  readonly tab: string | undefined;
}

/** The content of the page, except for the prompt itself. */
export function pageOf(view: View): Page {
  if (view.kind !== 'card') return singlePart(emptyOf(view));
  const host = shownHost(view);
  if (!host) return singlePart(noAgent(view.card.file));
  return {
    top: nonEmptyParts({
      actions: actions(view.isLocked),
      tabs: tabs(view.card, host),
    }),
    panel: nonEmptyParts({
      verdict: verdict(host, view.undoable),
      identity: identity(view.card, host.agent),
      ...(host.agent
        ? agentParts(host, host.agent, view)
        : {
            skill: skill(host, view.typed, view.calls),
            fields: otherFields(host),
            comparison: comparison(view.comparison, view.card),
            source: source(host),
          }),
    }),
    tab: `tab-${host.host}`,
  };
}

/** The sentence that screen readers announce. */
export function announcement(view: View): string {
  if (view.kind !== 'card') return '';
  const host = shownHost(view);
  return host ? `${headlineOf(host)} ${host.detail}`.trim() : '';
}

function agentParts(host: HostCard, agent: AgentCard, view: CardView): Record<string, Markup> {
  return {
    risks: risks(agent),
    start: start(agent, view.editorCommands),
    facts: facts(agent),
    tools: tools(agent, host, view.undoable),
    permissions: permissions(agent, host.hostName, view.query, view.answer),
    around: around(agent),
    hooks: hooks(agent.hooks),
    fields: otherFields(host),
    comparison: comparison(view.comparison, view.card),
    cost: cost(agent),
    placeholders: placeholders(agent, view.prompt),
    source: source(host),
    prompt: promptHead(agent, view.prompt),
  };
}

const promptHead = ({ promptLine }: AgentCard, prompt: string): Markup =>
  html`<div class="part head"><h2 id="prompt-title">${t('Prompt')}
    <small>${prompt === '' ? t('empty') : plural(prompt.length, '{0} character', '{0} characters')}</small></h2>
    <button class="quiet no-highlight" data-line="${promptLine}">${t('line {0}', promptLine + 1)}</button></div>`;

const singlePart = (content: Markup): Page => ({
  top: nonEmptyParts({ empty: content }),
  panel: {},
  tab: undefined,
});

/** The HTML of the parts, without empty ones. */
const nonEmptyParts = (parts: Record<string, Markup>): Record<string, string> =>
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
        t('Open an agent file to see the agent that each program builds from it.'),
      );
    case 'starting':
      return html`<div class="empty" aria-busy="true"><div class="pulse"></div><p>${t('Reading the file')}</p></div>`;
    case 'failed':
      return html`<div class="empty"><h1>${t('The persona could not be created')}</h1><p>${view.message}</p>
        <p><button class="button" data-command="restart">${t('Restart Dossier')}</button>
        <button class="quiet" data-command="output">${t('Show Output')}</button></p></div>`;
  }
}

function noAgent(file: string): Markup {
  return empty(
    t('No program reads this file'),
    fillTemplate(
      t('{0} is not in a folder where programs look for agents, such as {1}, {2} or {3}.'),
      ...[file, '.claude/agents', '.github/agents', '.opencode/agent'].map(
        (path) => html`<code>${path}</code>`,
      ),
    ),
  );
}

function empty(title: string, text: Markup | string): Markup {
  return html`<div class="empty"><h1>${title}</h1><p>${text}</p></div>`;
}
