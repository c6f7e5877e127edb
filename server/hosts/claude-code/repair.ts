// The repair pass of Claude Code: run once when the YAML does not parse. It saves most unquoted colons and damages
// what stands beside them: comments become part of values, block scalars lose their head.

import { plainYaml } from '../../agent/plain-yaml';
import type { Edit } from '../../text/edit';
import { isFatal, readYaml } from './yaml';

/** A key of letters, `_` and `-` in column 0, and a value. `.` takes no CR: lines that end in CRLF are never repaired. */
const line = /^([a-zA-Z_-]+):(\s+)(.+)$/;
const special = /[{}[\]*&#!|>%@`]|: /;

/** What the pass rewrites in a head, as edits with offsets in that head. */
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
  const [, key = '', blank = '', value = ''] = line.exec(text) ?? [];
  if (key === '' || !special.test(value) || isQuoted(value) || isFlowList(value)) return null;
  const from = start + key.length + 1 + blank.length;
  const escaped = value.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
  return { span: { start: from, end: from + value.length }, text: `"${escaped}"` };
}

const isQuoted = (value: string): boolean =>
  (value.startsWith('"') && value.endsWith('"')) || (value.startsWith("'") && value.endsWith("'"));

function isFlowList(value: string): boolean {
  if (!value.startsWith('[') || !value.endsWith(']')) return false;
  // Nearly all hold words, and nothing takes as long as to ask the parser.
  if (plainYaml(`key: ${value}\n`, 0)?.root.entries[0]?.value.kind === 'list') return true;
  const { root, errors } = readYaml(value, 0);
  return !errors.some(isFatal) && root?.kind === 'list';
}
