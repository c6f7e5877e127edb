// A whole file in JSON.
import { faultOfJson, faultOfStrictJson, isStrictJson, rootOfJson } from '../../../agent/json-root';
import { withoutComments } from '../../../text/jsonc';
import { t } from '../../../text/message';
import { type Reader, unread } from '../../model/reading';

const jsonReader =
  (allowsComments: boolean): Reader =>
  ({ outline: { text, root, fields } }) => {
    const nowhere = { start: 0, end: 0 };
    if (!isStrictJson(allowsComments ? withoutComments(text) : text)) {
      const fault = faultOfStrictJson(text, allowsComments) ?? { span: nowhere };
      return unread({ code: 'json', fatal: true, ...fault });
    }
    if (root?.kind !== 'map')
      return unread({ code: 'not-a-mapping', span: root?.span ?? nowhere, fatal: true });
    const end = { start: text.length, end: text.length };
    return { agents: [{ fields, prompt: { text: '', span: end } }], flaws: [] };
  };

const unmarked =
  (reader: Reader): Reader =>
  (input) =>
    input.outline.text.startsWith('\ufeff')
      ? unread({
          ...{ code: 'json', fatal: true, span: { start: 0, end: 1 } },
          message: t('It begins with a byte order mark.'),
        })
      : reader(input);

/** Comments and trailing commas are errors. A byte order mark is accepted. */
export const strictJsonReader = jsonReader(false);

/** For a host that does not accept a byte order mark. */
export const unmarkedJsonReader = unmarked(strictJsonReader);

/** Comments and a byte order mark are accepted. */
export const markedCommentedJsonReader = jsonReader(true);

/** For a host that accepts comments, and no byte order mark. */
export const commentedJsonReader = unmarked(markedCommentedJsonReader);

/** Comments, trailing commas and an empty file are accepted. */
export const laxJsonReader: Reader = ({ outline: { text } }) => {
  const end = { start: text.length, end: text.length };
  const root = rootOfJson(text);
  if (root?.kind === 'map' || text.trim() === '') {
    const fields = root?.kind === 'map' ? root.entries : [];
    return { agents: [{ fields, prompt: { text: '', span: end } }], flaws: [] };
  }
  if (root) return unread({ code: 'not-a-mapping', span: root.span, fatal: true });
  return unread({ code: 'json', span: end, ...faultOfJson(text), fatal: true });
};
