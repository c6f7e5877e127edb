// The hover in the text of a skill or command: what each host does with a placeholder, a command or a file.
import { type Message, t } from '../../text/message';
import { type Span, touches } from '../../text/span';
import { bodiesOf, tokensOf } from '../body/bodies';
import { meaningOf, unchanged } from '../body/meaning';
import type { View } from '../view/view';
import { effectLines } from './hover-lines';

/** Null where no host that is reported on replaces, runs or attaches anything. @param offset in UTF-16 units. */
export function bodyHover(
  view: View,
  offset: number,
): { readonly span: Span; readonly markdown: Message } | null {
  const found = bodiesOf(view).map((body) => ({
    body,
    // A placeholder in a command is explained before the command.
    token: tokensOf(view, body).findLast(({ span }) => touches(span, offset)),
  }));
  const span = found.find(({ token }) => token)?.token?.span;
  if (!span) return null;
  const effects = found.map(({ body: { verdict, language }, token }) => {
    const [first = unchanged, ...more] = token ? meaningOf(token, language) : [];
    const host = verdict.place.host.name;
    return {
      ...{ host, isMain: true, brief: '', sentence: first },
      more: more.map((sentence) => t(sentence, { host })),
    };
  });
  return { span, markdown: effectLines(effects) };
}
