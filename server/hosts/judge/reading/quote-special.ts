// The quotes that Claude Code and Grok Build put around a value of a frontmatter that is no YAML, before they parse it once more.

import type { Edit } from '../../../text/edit';

/** A key of letters, `_` and `-` in column 0, and a value. `.` does not match CR. */
const keyAndValue = /^([a-zA-Z_-]+):(\s+)(\S.*|[^\S\n\r\u2028\u2029])$/;
const special = /[{}[\]*&#!|>%@`]|: /;

/**
 * The edit that quotes the value of a line with a character that has a meaning in YAML; null for other lines.
 * @param start the UTF-16 offset of the line.
 * @param isExempt whether such a value is not changed, besides one in quotes.
 */
export function quoteSpecial(
  line: string,
  start: number,
  isExempt: (value: string) => boolean = () => false,
): Edit | null {
  const [, key = '', space = '', value = ''] = keyAndValue.exec(line) ?? [];
  if (key === '' || !special.test(value) || isQuoted(value) || isExempt(value)) return null;
  const from = start + key.length + 1 + space.length;
  const escaped = value.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
  return { span: { start: from, end: from + value.length }, text: `"${escaped}"` };
}

/** Whether the value begins and ends with the same quote. */
export const isQuoted = (value: string): boolean =>
  (value.startsWith('"') && value.endsWith('"')) || (value.startsWith("'") && value.endsWith("'"));
