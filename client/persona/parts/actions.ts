// What can be done with the whole persona.
import { type Icon, icon } from '../icons';
import { html, type Markup } from '../markup';
import type { PageCommand } from '../messages';

/** Two small buttons at the head of the page. */
export const actions = (): Markup =>
  html`<div class="actions">${button('copy', 'Copy the persona as Markdown', 'copy')}${button('export', 'Save the persona as an HTML file', 'save')}</div>`;

const button = (command: PageCommand, title: string, picture: Icon): Markup =>
  html`<button class="action-button" data-command="${command}" aria-label="${title}" title="${title}">${icon(picture)}</button>`;
