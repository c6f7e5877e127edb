// The estimated cost of the agent in tokens.
import type { AgentCard } from '../../../server/protocol';
import { numberWords, t } from '../../words';
import { html, type Markup } from '../markup';

// Minimum scale of the bars, so that the bars of a small agent are short.
const minScale = 1000;

/** Two bars with a common scale. */
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
    <dd><span class="tokens">${t('≈ {0} tokens', numberWords(tokens))}</span>
      <svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect class="rail" width="100" height="4"/><rect class="fill" width="${share(tokens, scale)}" height="4"/></svg>
      <small class="when">${when}</small></dd></div>`;
}

function share(tokens: number, scale: number): number {
  return tokens <= 0 ? 0 : Math.max(1, Math.round((tokens / scale) * 100));
}
