// Findings and fixes as text, in the language of the user.

import type { Finding } from '../rules/rule';
import { t } from '../text/l10n';
import { oneLine } from '../text/one-line';
import { visibleControls } from '../text/visible-controls';

/** The message of a finding: on one line, without control characters. It quotes from the file, so its length is limited. */
export const findingText = ({ message }: Pick<Finding, 'message'>): string =>
  visibleControls(oneLine(t(message), maxMessageLength));

/** In UTF-16 units. */
const maxMessageLength = 1_000;
