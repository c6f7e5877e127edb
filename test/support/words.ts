// Messages as an English reader sees them.

import { type Sentence, t } from '../../server/text/message';
import { english } from '../../server/text/translate';
import { type Translated, translated } from '../../server/text/translated';

/** The message as text; undefined where there is none. @param host the value of `{host}` */
export function words(message: Sentence, host?: string): string;
export function words(message: Sentence | undefined, host?: string): string | undefined;
export function words(message: Sentence | undefined, host?: string): string | undefined {
  return message === undefined
    ? undefined
    : english(t(message, host === undefined ? undefined : { host }));
}

/** Data of a feature as the client gets it. */
export const inEnglish = <T>(data: T): Translated<T> => translated(data, english);
