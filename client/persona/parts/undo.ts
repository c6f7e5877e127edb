// What was changed by one click, with the way back at the same place.
import { t } from '../../l10n';
import { html, type Markup } from '../../webview/markup';
import type { Undoable } from '../view';

export const undoRow = ({ label }: Undoable): Markup =>
  html`<p class="undo"><span>${label}</span> <button class="quiet control" data-command="undo" aria-label="${t('Undo: {0}', label)}">${t('Undo')}</button></p>`;
