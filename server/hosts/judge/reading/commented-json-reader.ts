// A whole file in JSON in which only comments are accepted besides.
import { faultOfJson, isStrictJson, rootOfJson } from '../../../agent/json-root';
import { t } from '../../../text/message';
import type { Span } from '../../../text/span';
import { type Reader, unread } from '../../model/reading';

const stringOrComment = /"(?:\\.|[^"\\])*"|\/\/[^\n\r]*|\/\*[\s\S]*?(?:\*\/|$)/g;

/** Trailing commas are errors. @param acceptsMark whether a byte order mark is accepted */
export const commentedJsonReader =
  (acceptsMark: boolean): Reader =>
  ({ outline: { text } }) => {
    if (!acceptsMark && text.startsWith('\ufeff'))
      return unread({
        ...{ code: 'json', fatal: true, span: { start: 0, end: 1 } },
        message: t('It begins with a byte order mark.'),
      });
    const plain = text.replaceAll(stringOrComment, (found) =>
      found.startsWith('"') ? found : blank(found),
    );
    if (!isStrictJson(plain))
      return unread({ code: 'json', fatal: true, ...(faultOfJson(plain) ?? trailingComma(plain)) });
    const root = rootOfJson(plain);
    if (root?.kind !== 'map')
      return unread({ code: 'not-a-mapping', span: root?.span ?? nowhere, fatal: true });
    const end = { start: text.length, end: text.length };
    return { agents: [{ fields: root.entries, prompt: { text: '', span: end } }], flaws: [] };
  };

const nowhere: Span = { start: 0, end: 0 };

const blank = (text: string): string => text.replaceAll(/[^\n\r]/g, ' ');

function trailingComma(text: string) {
  const at = text.replaceAll(/"(?:\\.|[^"\\])*"/g, blank).search(/,\s*[\]}]/);
  return at < 0
    ? { span: nowhere }
    : {
        span: { start: at, end: at + 1 },
        message: t('A comma follows the last entry of a list or a map.'),
      };
}
