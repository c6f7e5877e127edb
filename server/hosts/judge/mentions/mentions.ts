// Mentions of agents in prose: `@reviewer`, or a form that the host itself acts on.
import { findInProse, type Link } from '../../../agent/links';
import { covers, type Span } from '../../../text/span';
import type { MentionForm } from '../../model/host';

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
const plain = (): RegExp =>
  /(?<![\p{L}\p{N}_@./:`{\\-])@([\p{L}\p{N}_](?:[\p{L}\p{N}_:./-]*[\p{L}\p{N}_])?)(?![\p{L}\p{N}_(/@]|[:.-]+[\p{L}\p{N}_])/dgu;

/**
 * The mentions in a prompt outside of code, in source order.
 * @param forms the forms that the host recognizes.
 */
export function mentionsIn(
  text: string,
  body: Span,
  forms: readonly MentionForm[] = [],
): readonly Mention[] {
  const found = ({ contains, form }: MentionForm): readonly Link[] => {
    const first = text.indexOf(contains, body.start);
    if (first < 0 || first >= body.end) return noLinks;
    return findInProse(text, body, (line) =>
      line.includes(contains) ? line.matchAll(form()) : noMatches,
    );
  };
  const words = found({ contains: '@', form: plain });
  const hostForms = forms.flatMap(found);
  if (words.length === 0 && hostForms.length === 0) return none;
  hostForms.sort(inOrder);
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
const noLinks: readonly Link[] = [];
const noMatches: readonly RegExpMatchArray[] = [];
