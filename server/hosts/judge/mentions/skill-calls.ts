// `/review` in a body calls a skill or a command, where one has that name.
import type { Span } from '../../../text/span';

export interface SlashName {
  readonly name: string;
  /** Of the name alone. */
  readonly span: Span;
}

const slashName =
  /(?<![^\s`("'])\/((?:[A-Za-z0-9][\w.:-]*\/)*(?:[A-Za-z0-9][\w.:-]*\w|[A-Za-z0-9]))(?![\w/])/g;

/** The names that may be called so in a part of a body, in order: `review`, `team:review`, and the path of a command, `team/review`. */
export const slashNamesIn = (text: string, { start, end }: Span): readonly SlashName[] =>
  text.includes('/', start)
    ? Array.from(text.slice(start, end).matchAll(slashName), ({ index, 1: name = '' }) => {
        const from = start + index + 1;
        return { name, span: { start: from, end: from + name.length } };
      })
    : [];
