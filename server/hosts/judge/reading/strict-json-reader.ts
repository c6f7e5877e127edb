// A whole file in JSON.
import { faultOfJson, isStrictJson } from '../../../agent/json-root';
import { t } from '../../../text/message';
import { type Reader, type Reading, unread } from '../../model/reading';

/** For a host that does not accept a byte order mark. */
export const unmarkedJsonReader: Reader = (input) =>
  input.outline.text.startsWith('\ufeff')
    ? unread({
        ...{ code: 'json', fatal: true, span: { start: 0, end: 1 } },
        message: t('It begins with a byte order mark.'),
      })
    : strictJsonReader(input);

/** Comments and trailing commas are errors. A byte order mark is accepted. */
export const strictJsonReader: Reader = ({ outline }): Reading => {
  const { text, root, fields } = outline;
  const nowhere = { start: 0, end: 0 };
  if (!isStrictJson(text))
    return unread({ code: 'json', fatal: true, ...(faultOfJson(text) ?? { span: nowhere }) });
  if (root?.kind !== 'map')
    return unread({ code: 'not-a-mapping', span: root?.span ?? nowhere, fatal: true });
  const end = { start: text.length, end: text.length };
  return { agents: [{ fields, prompt: { text: '', span: end } }], flaws: [] };
};
