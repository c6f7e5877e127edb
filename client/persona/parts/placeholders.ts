// Input fields for placeholder values, which the page shows without changing the file.
import type { AgentCard } from '../../../server/protocol';
import { t } from '../../words';
import { html, type Markup, nothing } from '../markup';
import { placeholdersIn } from '../prompt/placeholders';

/** Maximum number of fields. */
const maxFields = 24;

/** One field per placeholder; empty if there are no placeholders. */
export function placeholders({ description }: AgentCard, prompt: string): Markup {
  const names = placeholdersIn(`${description ?? ''}\n${prompt}`).slice(0, maxFields);
  if (names.length === 0) return nothing;
  return html`<section class="part" aria-labelledby="placeholders"><h2 id="placeholders">${t('Placeholders')}
    <small>${t('try values without changing the file')}</small></h2>
    <form class="values">${names.map(field)}</form></section>`;
}

const field = (name: string, n: number): Markup =>
  html`<label for="value-${n}"><code>${name}</code></label>
    <input id="value-${n}" type="text" data-placeholder="${name}" autocomplete="off" placeholder="${t('value')}">`;
