// The message of a finding as text, in the language of the reader.

import type { Text } from '../text/message';
import { oneLine } from '../text/one-line';
import type { Translate } from '../text/translate';
import { visibleControls } from '../text/visible-controls';

/**
 * The message of a finding, or one that quotes a finding: on one line, without control characters. It quotes from the file, so its
 * length is limited.
 */
export const findingText = (
  { message }: { readonly message: Text },
  translate: Translate,
): string => visibleControls(oneLine(translate(message), maxMessageLength));

/** In UTF-16 units. */
const maxMessageLength = 1_000;
