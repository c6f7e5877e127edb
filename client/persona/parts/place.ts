// Parts of the card that lead to where they are said in the file.
import type { AgentCard, CardPart, LineRange } from '../../../server/protocol';
import { t } from '../../words';
import { html, type Markup } from '../markup';

/** The attributes of an element that stands for these lines. */
export const at = ({ from, to }: LineRange): Markup =>
  html` data-line="${from}" data-to="${to}" title="${t('Go to Line {0}', from + 1)}"`;

/** A button where the part is written in the file, and plain text where the host made it up. */
export function said(agent: AgentCard, part: CardPart, words: Markup): Markup {
  const place = agent.places[part];
  return place ? html`<button class="plain"${at(place)}>${words}</button>` : words;
}
