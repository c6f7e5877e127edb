// Mentions of agents in prose: `@reviewer`, or a form that the host itself acts on.
import { findInProse, type Link } from '../../../agent/links';
import { covers, type Span } from '../../../text/span';
import type { CallForm } from '../../model/companion';
import type { MentionForm } from '../../model/host';

/** A word that refers to an agent if the host has one with this name; otherwise it is ordinary text. */
export interface Mention {
  readonly name: string;
  /** The span of the name, without `@` and other parts of the form. */
  readonly span: Span;
  /** The host itself recognizes this form; otherwise only the model does. */
  readonly isOwnForm?: true;
  /** It is the argument of a call, and no prose: how the host finds the agent. */
  readonly call?: CallForm;
}

/**
 * `@name`, but not in a path, an e-mail address, a package name or a decorator: `a/@b`, `me@here`, `@scope/package`,
 * `@memo(...)`. A full stop or colon at the end is not part of the name.
 */
const plain = (): RegExp =>
  /(?<![\p{L}\p{N}_@./:`{\\-])@([\p{L}\p{N}_](?:[\p{L}\p{N}_:./-]*[\p{L}\p{N}_])?)(?![\p{L}\p{N}_(/@]|[:.-]+[\p{L}\p{N}_])/dgu;

/**
 * The mentions in a prompt outside of code, and the calls in it, in source order.
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
  const hostForms = [
    ...callsIn(text, body, forms),
    ...forms.flatMap((form) => (form.call ? [] : found(form).map(toOwnForm))),
  ];
  if (words.length === 0 && hostForms.length === 0) return none;
  hostForms.sort(bySpan);
  // Both lists are sorted, so one pass finds the words that contain a mention in a form of the host.
  let at = 0;
  const plainMentions = words.filter(({ span }) => {
    let next = hostForms[at];
    while (next && next.span.start < span.start) next = hostForms[++at];
    return !next || !covers(span, next.span);
  });
  return [...hostForms, ...plainMentions.map(toMention)].sort(bySpan);
}

/** The names in calls, in code as well, in source order. */
export function callsIn(
  text: string,
  { start, end }: Span,
  forms: readonly MentionForm[] = [],
): readonly Mention[] {
  return forms.flatMap(({ contains, form, call }): readonly Mention[] => {
    if (!call) return none;
    const first = text.indexOf(contains, start);
    if (first < 0 || first >= end) return none;
    const from = text.lastIndexOf('\n', first) + 1;
    return [...text.slice(from, end).matchAll(form())].flatMap(({ indices, 1: name = '' }) => {
      const [at, to] = indices?.[1] ?? [0, 0];
      const span = { start: from + at, end: from + to };
      return at < to ? [{ name, span, isOwnForm: true, call }] : [];
    });
  });
}

const toOwnForm = (link: Link): Mention => ({ ...toMention(link), isOwnForm: true });

const bySpan = (a: { readonly span: Span }, b: { readonly span: Span }): number =>
  a.span.start - b.span.start;

const toMention = ({ path, span }: Link): Mention => ({ name: path, span });

const none: readonly Mention[] = [];
const noLinks: readonly Link[] = [];
const noMatches: readonly RegExpMatchArray[] = [];
