// Messages as an English reader sees them.

import { t } from '../../server/text/l10n';
import type { Sentence } from '../../server/text/message';

/** The message as text; undefined where there is none. */
export function words(message: Sentence): string;
export function words(message: Sentence | undefined): string | undefined;
export function words(message: Sentence | undefined): string | undefined {
  return message === undefined ? undefined : t(message);
}
