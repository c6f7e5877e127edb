// Buttons for exporting the persona.

import { t } from '../../words';
import { type Icon, icon } from '../icons';
import { html, type Markup } from '../markup';
import type { PageCommand } from '../messages';

/** The icon buttons at the top of the page. */
export const actions = (): Markup =>
  html`<div class="actions">${button('copy', t('Copy Persona as Markdown'), 'copy')}${button('export', t('Save Persona as HTML'), 'save')}</div>`;

const button = (command: PageCommand, title: string, iconName: Icon): Markup =>
  html`<button class="action-button" data-command="${command}" aria-label="${title}" title="${title}">${icon(iconName)}</button>`;
