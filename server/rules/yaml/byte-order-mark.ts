// A byte order mark before the frontmatter. Some programs then find no frontmatter, and their readers report no other cause.
import type { Outline } from '../../agent/outline';
import { composed, type Message, t } from '../../text/message';
import type { Found } from '../rule';

/**
 * The finding for a frontmatter that a host does not find although only a byte order mark precedes it; undefined for another cause.
 * @param effect what the host does, as a whole sentence.
 */
export function byteOrderMarkBefore(
  { bom, opening, head, closing, language, text }: Outline,
  effect: Message,
): Pick<Found, 'message' | 'fixes'> | undefined {
  const isWhole =
    opening?.start === 1 &&
    language === '' &&
    closing !== null &&
    /\S/.test(text.slice(head.start, head.end)) &&
    text.slice(closing.start, closing.end) === '---';
  if (!bom || !isWhole) return undefined;
  return {
    message: composed`${t('A byte order mark precedes the frontmatter.')} ${effect} ${t('Remove it.')}`,
    fixes: [
      {
        title: t('Remove the byte order mark'),
        safety: 'safe',
        edits: () => [{ span: { start: 0, end: 1 }, text: '' }],
      },
    ],
  };
}
