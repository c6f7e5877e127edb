// How Codex 0.169.0 reads a role: the whole file as TOML, whose key `developer_instructions` is the prompt.
import { convertScalars, type Entry, entryOf, type StringValue } from '../../yaml/value';
import { type Flaw, type Reader, type Reading, unread } from '../model/reading';

const promptKey = 'developer_instructions';

export const reader: Reader = ({ outline }): Reading => {
  const { text, form, errors } = outline;
  const [error] = errors;
  if (form !== 'toml') return unread({ code: 'toml', span: { start: 0, end: 0 }, fatal: true });
  if (error) return unread({ code: 'toml', span: error.span, message: error.code, fatal: true });
  const fields = dateAsText(outline.fields);
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

/** The program accepts a date where it expects a string, and adds the seconds to a time without them. */
export const dateAsText = (fields: readonly Entry[]): readonly Entry[] =>
  convertScalars(fields, (value) =>
    value.kind === 'date'
      ? {
          kind: 'text',
          text: value.iso.replace(/^\d\d:\d\d$/, '$&:00'),
          style: 'plain',
          span: value.span,
        }
      : value,
  );

/** A line break after three quotes is not a part of the string. */
function withoutQuotes(text: string, { span, style }: StringValue): Flaw['span'] {
  const { start, end } = span;
  if (style === 'plain') return span;
  const isLong = /^(?:"""|''')/.test(text.slice(start, start + 3));
  if (!isLong) return { start: start + 1, end: end - 1 };
  const [lineBreak = ''] = /^\r?\n/.exec(text.slice(start + 3, start + 5)) ?? [];
  return { start: start + 3 + lineBreak.length, end: end - 3 };
}
