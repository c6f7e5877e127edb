// What the agent costs in tokens: an estimate, and marked as one.
import type { AgentCard } from '../../../server/protocol';
import { numberWords, t } from '../../words';
import { html, type Markup } from '../markup';

// Below this, a bar tells that the agent is small, and not only which part of it is larger.
const atLeast = 1000;

/** Two bars, against the longer of the two. */
export function cost({ cost: { description, prompt, method } }: AgentCard): Markup {
  const most = Math.max(description, prompt, atLeast);
  return html`<section class="part" aria-labelledby="cost"><h2 id="cost">${t('Token cost')} <small>${method}</small></h2>
    <dl class="costs">
      ${row(t('Description'), description, most, t('sent with every request of a calling agent'))}
      ${row(t('Prompt'), prompt, most, t('sent when the agent runs'))}
    </dl>
  </section>`;
}

function row(name: string, tokens: number, most: number, when: string): Markup {
  return html`<div class="cost"><dt>${name}</dt>
    <dd><span class="tokens">${t('≈ {0} tokens', numberWords(tokens))}</span>
      <svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect class="rail" width="100" height="4"/><rect class="fill" width="${share(tokens, most)}" height="4"/></svg>
      <small class="when">${when}</small></dd></div>`;
}

function share(tokens: number, most: number): number {
  return tokens <= 0 ? 0 : Math.max(1, Math.round((tokens / most) * 100));
}
