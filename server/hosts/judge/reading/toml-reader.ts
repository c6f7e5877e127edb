// How hosts read a whole file as TOML, one of whose keys is the prompt.
import { type Entry, entryOf, type StringValue } from '../../../yaml/value';
import { type Flaw, type Reader, type Reading, unread } from '../../model/reading';

/** @param fieldsOf what the host makes of the values; by default they stay. */
export const tomlReader =
  (
    promptKey: string,
    fieldsOf: (fields: readonly Entry[]) => readonly Entry[] = (fields) => fields,
  ): Reader =>
  ({ outline }): Reading => {
    const { text, form, errors } = outline;
    const [error] = errors;
    if (form !== 'toml') return unread({ code: 'toml', span: { start: 0, end: 0 }, fatal: true });
    if (error) return unread({ code: 'toml', span: error.span, message: error.code, fatal: true });
    const fields = fieldsOf(outline.fields);
    const prompt = entryOf(fields, promptKey)?.value;
    const end = { start: text.length, end: text.length };
    return {
      agents: [
        {
          fields,
          prompt:
            prompt?.kind === 'text'
              ? { text: prompt.text, span: withoutQuotes(text, prompt) }
              : { text: '', span: end },
        },
      ],
      flaws: [],
    };
  };

/** A line break after three quotes is not a part of the string. */
function withoutQuotes(text: string, { span, style }: StringValue): Flaw['span'] {
  const { start, end } = span;
  if (style === 'plain') return span;
  const isLong = /^(?:"""|''')/.test(text.slice(start, start + 3));
  if (!isLong) return { start: start + 1, end: end - 1 };
  const [lineBreak = ''] = /^\r?\n/.exec(text.slice(start + 3, start + 5)) ?? [];
  return { start: start + 3 + lineBreak.length, end: end - 3 };
}
