// Commands that the host runs at events of the agent.
import type { HookCard } from '../../../server/protocol';
import { html, type Markup, nothing } from '../markup';
import { counted } from '../words';

/** Nothing where there are none. */
export function hooks(all: readonly HookCard[]): Markup {
  if (all.length === 0) return nothing;
  return html`<section class="part" aria-labelledby="hooks"><h2 id="hooks">Hooks
    <small>${counted(all.length, 'thing is done', 'things are done')} without asking</small></h2>
    <div class="scrolling"><table class="rules">
      <thead class="unseen"><tr><th>Event</th><th>For</th><th>What is done</th></tr></thead>
      <tbody>${all.map(hook)}</tbody></table></div></section>`;
}

const hook = ({ event, matcher, does, line, isLost }: HookCard): Markup =>
  html`<tr><td><button class="plain" data-line="${line}">${event}</button></td>
    <td>${matcher === '' ? html`<small>everything</small>` : html`<code>${matcher}</code>`}</td>
    <td>${isLost ? html`<s>${does}</s> <small>left out</small>` : html`<code>${does}</code>`}</td></tr>`;
