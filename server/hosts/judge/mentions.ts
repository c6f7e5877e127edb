// Mentions of agents in prose: `@reviewer`, or a form that the host itself acts on.
import { findInProse, type Link } from '../../agent/links';
import { covers, type Span } from '../../text/span';

/** A word that refers to an agent if the host has one with this name; otherwise it is ordinary text. */
export interface Mention {
  readonly name: string;
  /** The span of the name, without `@` and other parts of the form. */
  readonly span: Span;
  /** The host itself recognizes this form; otherwise only the model does. */
  readonly isOwnForm?: true;
}

/**
 * `@name`, but not in a path, an e-mail address, a package name or a decorator: `a/@b`, `me@here`, `@scope/package`,
 * `@memo(...)`. A full stop or colon at the end is not part of the name.
 */
const plain =
  /(?<![\p{L}\p{N}_@./:`{\\-])@([\p{L}\p{N}_](?:[\p{L}\p{N}_:./-]*[\p{L}\p{N}_])?)(?![\p{L}\p{N}_(/@]|[:.-]+[\p{L}\p{N}_])/dgu;

/**
 * The mentions in a prompt outside of code, in source order.
 * @param forms the forms that the host recognizes; the first group of each is the name.
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
  const hostForms = forms.flatMap((form) => findInProse(text, body, matching(form))).sort(inOrder);
  const words = findInProse(text, body, matching(plain));
  // Both lists are sorted, so one pass finds the words that contain a mention in a form of the host.
  let at = 0;
  const plainMentions = words.filter(({ span }) => {
    let next = hostForms[at];
    while (next && next.span.start < span.start) next = hostForms[++at];
    return !next || !covers(span, next.span);
  });
  return [
    ...hostForms.map((link): Mention => ({ ...toMention(link), isOwnForm: true })),
    ...plainMentions.map(toMention),
  ].sort(inOrder);
}

const inOrder = (a: { readonly span: Span }, b: { readonly span: Span }): number =>
  a.span.start - b.span.start;

const toMention = ({ path, span }: Link): Mention => ({ name: path, span });

const none: readonly Mention[] = [];
