// Errors that the YAML parser of Dossier accepts and the parser of Claude Code does not. It then rejects the whole head.

import type { Span } from '../../../text/span';
import type { YamlError } from '../../../yaml/dialect';
import type { Value } from '../../../yaml/value';

/** The errors in a parsed head, which nearly always has none. Never throws. @param base UTF-16 offset of `text` in the file. */
export function additionalErrors(
  text: string,
  base: number,
  root: Value | null,
): readonly YamlError[] {
  const found: YamlError[] = [];
  const report = (code: string, span: Span, message: string): void => {
    found.push({ code, span, message });
  };
  const visit = (value: Value): void => {
    const after = text.slice(value.span.end - base, value.span.end - base + 80);
    if (isDelimited(value)) {
      if (after.startsWith('#'))
        report('COMMENT_SPACE', value.span, 'a space is missing before "#"');
      if (!hasClosingQuote(text.slice(value.span.start - base, value.span.end - base)))
        report('MISSING_CHAR', value.span, 'the closing quote is missing');
      if (/^[ \t]*:(?:\s|$)/.test(after) && value.kind !== 'text')
        report('FLOW_AS_KEY', value.span, 'a colon follows the brackets');
    }
    if (isBlock(value) && /^[|>][-+\d]*#/.test(text.slice(value.span.start - base)))
      report('BLOCK_HEADER', value.span, 'a space is missing before "#"');
    if (value.kind === 'list') value.items.forEach(visit);
    if (value.kind === 'map') for (const entry of value.entries) visit(entry.value);
  };
  if (root) visit(root);
  return found;
}

/** Whether the value is delimited by quotes or brackets. */
const isDelimited = (value: Value): boolean =>
  (value.kind === 'text' && (value.style === 'single' || value.style === 'double')) ||
  ((value.kind === 'list' || value.kind === 'map') && value.flow);

/** Whether a quoted value has its closing quote, which is neither doubled nor escaped. */
const hasClosingQuote = (source: string): boolean =>
  source.startsWith("'")
    ? /^'(?:[^']|'')*'$/.test(source)
    : !source.startsWith('"') || /^"(?:[^"\\]|\\[\s\S])*"$/.test(source);

const isBlock = (value: Value): boolean =>
  value.kind === 'text' && (value.style === 'literal' || value.style === 'folded');
