// Where prose names an agent: as `@reviewer`, or in a form that the host itself acts on.
import { inProse, type Link } from '../agent/links';
import { covers, type Span } from '../text/span';

/** A word that names an agent if the host has an agent of this name, and otherwise is only a word. */
export interface Mention {
  readonly name: string;
  /** The name alone, without `@` and what belongs to the form. */
  readonly span: Span;
  /** The host itself looks for this form; otherwise only the reader of the prose understands it. */
  readonly isOwnForm?: true;
}

/**
 * Not in a path, an address or a decorator: `a/@b`, `me@here`, `@scope/package`, `@memo(...)`. A full stop or a colon at the
 * end belongs to the sentence.
 */
const plain =
  /(?<![\p{L}\p{N}_@./:`{\\-])@([\p{L}\p{N}_](?:[\p{L}\p{N}_:./-]*[\p{L}\p{N}_])?)(?![\p{L}\p{N}_(/@]|[:.-]+[\p{L}\p{N}_])/dgu;

/**
 * The mentions in a prompt in source order, code left out.
 * @param forms what the host itself looks for; the first group holds the name.
 */
export function mentionsIn(
  text: string,
  body: Span,
  forms: readonly RegExp[] = [],
): readonly Mention[] {
  const first = text.indexOf('@', body.start);
  if (first < 0 || first >= body.end) return none;
  const matching =
    (form: RegExp) =>
    (line: string): Iterable<RegExpMatchArray> =>
      line.includes('@') ? line.matchAll(form) : [];
  const own = forms.flatMap((form) => inProse(text, body, matching(form))).sort(inOrder);
  const others = inProse(text, body, matching(plain));
  // Both are in order: one walk along both finds the words that hold a name in a form of the host's own.
  let at = 0;
  const alone = others.filter(({ span }) => {
    let next = own[at];
    while (next && next.span.start < span.start) next = own[++at];
    return !next || !covers(span, next.span);
  });
  return [
    ...own.map((link): Mention => ({ ...named(link), isOwnForm: true })),
    ...alone.map(named),
  ].sort(inOrder);
}

const inOrder = (a: { readonly span: Span }, b: { readonly span: Span }): number =>
  a.span.start - b.span.start;

const named = ({ path, span }: Link): Mention => ({ name: path, span });

const none: readonly Mention[] = [];
