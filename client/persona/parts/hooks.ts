// Commands that the host runs at events of the agent.
import type { HookCard } from '../../../server/protocol';
import { plural, t } from '../../words';
import { html, type Markup, nothing } from '../markup';

/** Nothing where there are none. */
export function hooks(all: readonly HookCard[]): Markup {
  if (all.length === 0) return nothing;
  return html`<section class="part" aria-labelledby="hooks"><h2 id="hooks">${t('Hooks')}
    <small>${plural(all.length, '{0} thing is done without asking', '{0} things are done without asking')}</small></h2>
    <div class="scrolling"><table class="rules">
      <thead class="unseen"><tr><th>${t('Event')}</th><th>${t('For')}</th><th>${t('What is done')}</th></tr></thead>
      <tbody>${all.map(hook)}</tbody></table></div></section>`;
}

const hook = ({ event, matcher, does, line, isLost }: HookCard): Markup =>
  html`<tr><td><button class="plain" data-line="${line}">${event}</button></td>
    <td>${matcher === '' ? html`<small>${t('everything')}</small>` : html`<code>${matcher}</code>`}</td>
    <td>${isLost ? html`<s>${does}</s> <small>${t('left out')}</small>` : html`<code>${does}</code>`}</td></tr>`;
