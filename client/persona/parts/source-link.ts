// Links from parts of the card to their lines in the file.
import type { AgentCard, CardPart, LineRange } from '../../../server/protocol';
import { t } from '../../l10n';
import { html, type Markup } from '../../webview/markup';

/** Attributes of an element that links to the lines. */
export const lineAttributes = ({ from, to }: LineRange): Markup =>
  html` data-line="${from}" data-to="${to}" title="${t('Go to Line {0}', from + 1)}"`;

/** A button that goes to the part in the file, or plain text if the file does not contain the part. */
export function linkToSource(agent: AgentCard, part: CardPart, words: Markup): Markup {
  const place = agent.lines[part];
  return place ? html`<button class="plain"${lineAttributes(place)}>${words}</button>` : words;
}
