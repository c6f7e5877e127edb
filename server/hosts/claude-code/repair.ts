// The repair pass of Claude Code, which runs once if the YAML does not parse. It fixes most unquoted colons, but damages other
// parts: comments become part of values, and block scalars lose their header.

import type { Edit } from '../../text/edit';
import { parseSimpleYaml } from '../../yaml/simple-yaml';
import { claudeYaml, isFatal } from './yaml/dialect';

/** A key of letters, `_` and `-` in column 0, and a value. `.` does not match CR, so lines that end in CRLF are not repaired. */
const line = /^([a-zA-Z_-]+):(\s+)(.+)$/;
const special = /[{}[\]*&#!|>%@`]|: /;

/** The edits of the repair pass, with UTF-16 offsets in `head`. */
export function repairs(head: string): Edit[] {
  const edits: Edit[] = [];
  let start = 0;
  for (const text of head.split('\n')) {
    if (text.charCodeAt(0) === 9) edits.push(...tabs(text, start));
    const edit = quoted(text, start);
    if (edit) edits.push(edit);
    start += text.length + 1;
  }
  return edits;
}

/** Each leading tab becomes two spaces. */
function tabs(text: string, start: number): Edit[] {
  const found = /^\t+/.exec(text);
  if (!found) return [];
  const { length } = found[0];
  return [{ span: { start, end: start + length }, text: '  '.repeat(length) }];
}

function quoted(text: string, start: number): Edit | null {
  const [, key = '', space = '', value = ''] = line.exec(text) ?? [];
  if (key === '' || !special.test(value) || isQuoted(value) || isFlowList(value)) return null;
  const from = start + key.length + 1 + space.length;
  const escaped = value.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
  return { span: { start: from, end: from + value.length }, text: `"${escaped}"` };
}

const isQuoted = (value: string): boolean =>
  (value.startsWith('"') && value.endsWith('"')) || (value.startsWith("'") && value.endsWith("'"));

function isFlowList(value: string): boolean {
  if (!value.startsWith('[') || !value.endsWith(']')) return false;
  // Nearly all lists contain plain words, for which the slow parser is not needed.
  const quick = parseSimpleYaml(`key: ${value}\n`, 0);
  if (quick.kind === 'simple' && quick.root.entries[0]?.value.kind === 'list') return true;
  const { root, errors } = claudeYaml.parse(value, 0);
  return !errors.some(isFatal) && root?.kind === 'list';
}
