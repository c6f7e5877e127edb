// Commands that the host runs on events of the agent.
import type { HookCard } from '../../../server/protocol';
import { plural, t } from '../../words';
import { html, type Markup, nothing } from '../markup';

/** The section; empty if there are no hooks. */
export function hooks(all: readonly HookCard[]): Markup {
  if (all.length === 0) return nothing;
  return html`<section class="part" aria-labelledby="hooks"><h2 id="hooks">${t('Hooks')}
    <small>${plural(all.length, '{0} action runs without confirmation', '{0} actions run without confirmation')}</small></h2>
    <div class="scrolling"><table class="rules">
      <thead class="unseen"><tr><th>${t('Event')}</th><th>${t('Matcher')}</th><th>${t('Action')}</th></tr></thead>
      <tbody>${all.map(hook)}</tbody></table></div></section>`;
}

const hook = ({ event, matcher, does, line, isLost }: HookCard): Markup =>
  html`<tr><td><button class="plain" data-line="${line}">${event}</button></td>
    <td>${matcher === '' ? html`<small>${t('all')}</small>` : html`<code>${matcher}</code>`}</td>
    <td>${isLost ? html`<s>${does}</s> <small>${t('ignored')}</small>` : html`<code>${does}</code>`}</td></tr>`;
