// Drafts frontmatter or a description from the beginning of the prompt. The author has to review it, because a description
// states when to use an agent and a heading only what the agent is.

import { headingsOf } from '../../agent/headings';
import type { Outline } from '../../agent/outline';
import { proseLines } from '../../agent/prose';
import type { Writer } from '../../agent/writer';
import type { Verdict } from '../../hosts/model/verdict';
import { t } from '../../text/message';
import type { Fix } from '../rule';

/** Empty where the prompt has neither a heading nor a sentence, and where the file has frontmatter that the host does not find. */
export function frontmatterFromHeading(writer: Writer, { dialect, place }: Verdict): Fix[] {
  const { text, shape, head } = writer.outline;
  const description = descriptionIn(writer.outline);
  const hasFields = shape !== 'none' && /\S/.test(text.slice(head.start, head.end));
  if (description === undefined || hasFields) return [];
  const fields = Object.entries(dialect.fields).flatMap(
    ([key, { role, required }]): readonly (readonly [string, string])[] => {
      if (role === 'description') return [[key, description]];
      return role === 'name' && required ? [[key, place.base]] : [];
    },
  );
  if (fields.length === 0) return [];
  const edits = (): ReturnType<Fix['edits']> => writer.insertFrontmatter(fields);
  return [{ title: t('Add frontmatter from the heading'), safety: 'review', isDraft: true, edits }];
}

export function descriptionFromHeading(writer: Writer, key: string): Fix[] {
  const description = descriptionIn(writer.outline);
  if (description === undefined) return [];
  const edits = (): ReturnType<Fix['edits']> => writer.insertField(key, description);
  return [
    {
      title: t('Add "{key}" from the heading', { key }),
      safety: 'review',
      isDraft: true,
      edits,
    },
  ];
}

/** In UTF-16 units. */
const maxLength = 200;

/** `Reviewer. You review code.` */
function descriptionIn(outline: Outline): string | undefined {
  const [heading] = headingsOf(outline);
  const first = heading && plain(heading.text);
  const sentence = firstSentence(outline, heading?.span.end ?? outline.body.start);
  const parts = [first, sentence].flatMap((part) => (part ? [withStop(part)] : []));
  return parts.length > 0 ? parts.join(' ').slice(0, maxLength).trim() : undefined;
}

/** The first sentence of the paragraph after `from`. */
function firstSentence({ text, body }: Outline, from: number): string | undefined {
  for (const line of proseLines(text, body)) {
    if (line.start < from) continue;
    const written = text.slice(line.start, line.end).trim();
    if (written === '') continue;
    // A list, a table, another heading or markup is not a sentence.
    if (!/^[\p{L}"'*_`]/u.test(written) || /^\*\s/.test(written)) return undefined;
    return plain(/^.*?[.!?](?=\s|$)/.exec(written)?.[0] ?? written);
  }
  return undefined;
}

const plain = (words: string): string => words.replaceAll(/[*_`]+/g, '').trim();

const withStop = (words: string): string => (/[.!?:]$/.test(words) ? words : `${words}.`);
