// Tabs at the start of a line. The parser of Claude Code ignores a tab in an empty line or before a comment, but only while it
// looks for the continuation of a plain value. Elsewhere the tab counts as indentation, and the parser fails.
import type { ParseError } from '../../../yaml/dialect';
import type { Value } from '../../../yaml/value';

const tabbed = /^\t[ \t]*(?=#|\r?$)/gm;

/** The text with spaces instead of tabs in lines that are otherwise empty or a comment. */
export const withoutTabs = (text: string): string =>
  text.includes('\t') ? text.replaceAll(tabbed, (tabs) => ' '.repeat(tabs.length)) : text;

/** The errors for the tabs on which the parser fails. @param base UTF-16 offset of `text` in the file. */
export function tabErrors(text: string, base: number, root: Value): readonly ParseError[] {
  if (root.kind !== 'map') return [];
  return [...text.matchAll(tabbed)].flatMap(({ index, 0: tabs }) => {
    const at = base + index;
    const above = root.entries.filter(({ keySpan }) => keySpan.start < at);
    const leaf = above.length > 1 ? lastLeaf(above.at(-1)?.value, at) : undefined;
    if (leaf === undefined) return [];
    const inside = leaf && leaf.span.end > at ? text.slice(index, leaf.span.end - base) : '';
    if (inside !== '' && !(leaf && isBlock(leaf) && /\S/.test(inside))) return [];
    if (
      inside === '' &&
      leaf &&
      canContinue(leaf) &&
      !text.slice(leaf.span.end - base, index).includes('#')
    )
      return [];
    const span = { start: at, end: at + tabs.length };
    return [{ code: 'TAB_AS_INDENT', span, message: 'tabs cannot be used for indentation' }];
  });
}

/** The last value that begins before the offset, or null if the last key has no value yet. */
function lastLeaf(value: Value | undefined, before: number): Value | null {
  if (!value || value.span.start >= before) return null;
  const parts =
    value.kind === 'list' && !value.flow
      ? value.items
      : value.kind === 'map' && !value.flow
        ? value.entries.map((entry) => entry.value)
        : [];
  const last = parts.filter((part) => part.span.start < before).at(-1);
  return last ? lastLeaf(last, before) : value;
}

const isBlock = (value: Value): boolean =>
  value.kind === 'text' && (value.style === 'literal' || value.style === 'folded');

/** Whether the value has no delimiter, so that the parser looks for its continuation in the following lines. */
function canContinue(value: Value): boolean {
  if (value.kind === 'text') return value.style !== 'single' && value.style !== 'double';
  return value.kind === 'number' || value.kind === 'boolean';
}
