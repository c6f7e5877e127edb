// Values to try in the placeholders of the prompt: the page shows them, the file stays as it is.
import type { AgentCard } from '../../../server/protocol';
import { t } from '../../words';
import { html, type Markup, nothing } from '../markup';
import { placeholdersIn } from '../prompt/placeholders';

/** More than anybody fills in. */
const most = 24;

/** One field a placeholder; nothing where there are none. */
export function placeholders({ description }: AgentCard, prompt: string): Markup {
  const names = placeholdersIn(`${description ?? ''}\n${prompt}`).slice(0, most);
  if (names.length === 0) return nothing;
  return html`<section class="part" aria-labelledby="placeholders"><h2 id="placeholders">${t('Placeholders')}
    <small>${t('try values without changing the file')}</small></h2>
    <form class="values">${names.map(field)}</form></section>`;
}

const field = (name: string, n: number): Markup =>
  html`<label for="value-${n}"><code>${name}</code></label>
    <input id="value-${n}" type="text" data-placeholder="${name}" autocomplete="off" placeholder="${t('value')}">`;
