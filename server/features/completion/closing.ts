// The end of a frontmatter that is not closed yet: its closing dashes, and the fields that a program of the file requires.
import { type Message, t } from '../../text/message';
import { plainSnippet } from '../../text/snippet';
import type { Span } from '../../text/span';
import { english } from '../../text/translate';
import type { View } from '../view/view';
import { type Completion, ranks } from './item';

/** None where the frontmatter is closed, or something follows the line. */
export function closingItems({ outline, lanes, ownWriter }: View, span: Span): Completion[] {
  const { text, form, opening, closing, fields } = outline;
  if (form !== 'markdown' || !opening || closing || /\S/.test(text.slice(span.end))) return [];
  if (fields.length === 0) return [];
  const missing = new Map<string, string>();
  for (const { dialect } of lanes)
    for (const [key, { required, snippet = ' ' }] of Object.entries(dialect.fields))
      if (required && !missing.has(key) && !fields.some((field) => field.key === key))
        missing.set(key, `${key}${ownWriter.separator}${snippet}\n`);
  // As Enter does after typed dashes: whether the list is open must not decide what is written.
  const end = '---\n$0';
  const item = (insert: string, title?: Message): Completion => ({
    label: title ? english(title) : '---',
    ...(title && { title }),
    kind: 'value',
    detail: t('Close the frontmatter'),
    documentation: () => `\`\`\`markdown\n${plainSnippet(insert)}\n\`\`\``,
    ...{ insert, isSnippet: true, span, rank: ranks.likely, deprecated: false },
  });
  if (missing.size === 0) return [item(end)];
  let stops = 0;
  const heads = [...missing.values()].map((one) => {
    const first = stops;
    return one.replace(/(\$\{?)(\d+)/g, (_, begin: string, stop: string) => {
      stops = Math.max(stops, first + Number(stop));
      return `${begin}${first + Number(stop)}`;
    });
  });
  return [
    item(end),
    item(heads.join('') + end, t('--- with {fields}', { fields: [...missing.keys()].join(', ') })),
  ];
}
