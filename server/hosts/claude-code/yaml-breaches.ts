// What the parser of record lets pass and Claude Code's does not: it then fails on the whole head.
import type { Value } from '../../agent/value';
import type { YamlError } from '../../agent/yaml';
import type { Span } from '../../text/span';

/** Never throws; empty for nearly every text. */
export function breaches(text: string, base: number, root: Value | null): readonly YamlError[] {
  const found: YamlError[] = [];
  const note = (code: string, span: Span, message: string): void => {
    found.push({ code, span, message });
  };
  const look = (value: Value): void => {
    const after = text.slice(value.span.end - base, value.span.end - base + 80);
    if (isClosed(value)) {
      if (after.startsWith('#')) note('COMMENT_SPACE', value.span, 'a blank is missing before "#"');
      if (!isEnded(text.slice(value.span.start - base, value.span.end - base)))
        note('MISSING_CHAR', value.span, 'the closing quote is missing');
      if (/^[ \t]*:(?:\s|$)/.test(after) && value.kind !== 'text')
        note('FLOW_AS_KEY', value.span, 'a colon stands behind the brackets');
    }
    if (isBlock(value) && /^[|>][-+\d]*#/.test(text.slice(value.span.start - base)))
      note('BLOCK_HEADER', value.span, 'a blank is missing before "#"');
    if (value.kind === 'list') value.items.forEach(look);
    if (value.kind === 'map') for (const entry of value.entries) look(entry.value);
  };
  if (root) look(root);
  return found;
}

/** It has an end of its own: quotes or brackets. */
const isClosed = (value: Value): boolean =>
  (value.kind === 'text' && (value.style === 'single' || value.style === 'double')) ||
  ((value.kind === 'list' || value.kind === 'map') && value.flow);

/** A quote that is doubled or escaped closes nothing. */
const isEnded = (source: string): boolean =>
  source.startsWith("'")
    ? /^'(?:[^']|'')*'$/.test(source)
    : !source.startsWith('"') || /^"(?:[^"\\]|\\[\s\S])*"$/.test(source);

const isBlock = (value: Value): boolean =>
  value.kind === 'text' && (value.style === 'literal' || value.style === 'folded');
