// Tabs at the start of a line. Claude Code's parser passes over one in an empty line or before a comment, but only where
// it is still looking for the rest of a plain value; elsewhere the tab is an indentation, and it fails.
import type { Value } from '../../agent/value';
import type { YamlError } from '../../agent/yaml';

const tabbed = /^\t[ \t]*(?=#|\r?$)/gm;

/** Blanks for tabs in lines that are otherwise empty or a comment. */
export const withoutTabs = (text: string): string =>
  text.includes('\t') ? text.replaceAll(tabbed, (tabs) => ' '.repeat(tabs.length)) : text;

/** The lines with a tab on which it fails after all. */
export function breachesOfTabs(text: string, base: number, root: Value): readonly YamlError[] {
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
      goesOn(leaf) &&
      !text.slice(leaf.span.end - base, index).includes('#')
    )
      return [];
    const span = { start: at, end: at + tabs.length };
    return [{ code: 'TAB_AS_INDENT', span, message: 'a tab is no indentation' }];
  });
}

/** Null where nothing stands behind the last key yet. */
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

/** What has no end of its own: the parser looks for more of it in the lines below. */
function goesOn(value: Value): boolean {
  if (value.kind === 'text') return value.style !== 'single' && value.style !== 'double';
  return value.kind === 'number' || value.kind === 'boolean';
}
