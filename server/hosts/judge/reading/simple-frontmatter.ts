// If a frontmatter contains only YAML that every parser reads alike, the tree of the outline stands in for that of a host's own
// parser, and the regions of the outline for those that the host searches itself.
import type { Outline } from '../../../agent/outline';
import { type Span, slice } from '../../../text/span';
import type { ParseError, Yaml, YamlDialect } from '../../../yaml/dialect';
import { findExceededLimit, isExcess } from '../../../yaml/limits';
import type { MapValue } from '../../../yaml/value';
import { simpleAs } from '../../../yaml/yaml';

/** The head and body, where a host that searches for fences itself would find those of the outline; null elsewhere. */
export function simpleRegions(outline: Outline): {
  readonly head: Span;
  readonly body: Span;
} | null {
  const { shape, opening, language, head, bom, body } = outline;
  if (!isSimple(outline) || shape !== 'closed' || language !== '') return null;
  return opening?.start === (bom ? 1 : 0) ? { head, body } : null;
}

/**
 * The tree of the host's head, if it is that of the outline; null where the host's own parser is needed.
 * @param head the host's head, with or without the last line break.
 */
export function simpleRoot(outline: Outline, head: Span): MapValue | null {
  const { root } = outline;
  if (!isSimple(outline) || !isHead(outline, head)) return null;
  return root?.kind === 'map' ? root : null;
}

/**
 * Whether the host's head exceeds a limit, so that it is not parsed. The outline has measured its own head already. What aliases
 * stand for is left to the host's parser.
 */
export const isExcessive = (outline: Outline, head: Span): boolean =>
  isHead(outline, head)
    ? outline.errors.some(({ code }) => isExcess(code) && code !== 'TOO_MANY_ALIASES')
    : findExceededLimit(slice(outline.text, head)) !== null;

/** Whether the host's head is that of the outline, with or without the last line break. */
function isHead({ shape, head, text }: Outline, { start, end }: Span): boolean {
  if (shape !== 'closed' || start !== head.start) return false;
  return end === head.end || (end === head.end - 1 && text.charCodeAt(end) === 10);
}

/** The host's head in the host's dialect, whose parser runs only where it is needed. */
export function parseHead(outline: Outline, head: Span, dialect: YamlDialect): Yaml {
  const simple = simpleRoot(outline, head);
  return simple
    ? { root: simpleAs(dialect, simple), errors: [] }
    : dialect.parse(slice(outline.text, head), head.start);
}

/**
 * The first unquoted value with a colon, where every strict parser rejects the head and so need not run; null if there is none, or
 * the head may have other faults.
 * @param head the host's head, without the last line break.
 */
export const colonFault = (
  { isSimple, errors, head }: Outline,
  { start, end }: Span,
): ParseError | null =>
  (isSimple && start === head.start && end === head.end - 1 ? errors[0] : null) ?? null;

const isSimple = (outline: Outline): boolean => outline.isSimple && outline.errors.length === 0;
