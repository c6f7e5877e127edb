// What VS Code wrote under a file and what our verdict holds, brought to the same short words.

import type { Value } from '../../../server/agent/value';
import type { Verdict } from '../../../server/hosts/verdict';

export type Diagnostic = readonly [severity: string, message: string];

const patterns: readonly (readonly [RegExp, (found: RegExpExecArray) => string | null])[] = [
  [
    /^Attribute '(.*)' is not supported in VS Code agent files/s,
    ([, key]) => `unknown field ${key}`,
  ],
  // Wrong in the program itself: it obeys some of these in files for GitHub.
  [/^Attribute '.*' is not supported in custom GitHub Copilot/s, () => null],
  [/^Attribute '(.*)' is ignored when running locally/, ([, key]) => `idle field ${key}`],
  [
    /^(?:Tool alias|Unknown extension tool|Unknown MCP server or tool|Unknown tool) '(.*?)'[ .]/s,
    ([, name]) => `tool ${name}`,
  ],
  [/^Unknown MCP server '(.*?)'/s, ([, name]) => `tool ${name}`],
  [
    /^Tool or toolset '(.*?)' has been renamed, use (?:the following tools instead: (.*)|'(.*)' instead\.)$/,
    ([, name, many, one]) => `renamed ${name} to ${many ?? one}`,
  ],
  [/^Each tool name in the 'tools' attribute must be a string/, () => 'wrong tools'],
  [/^The 'tools' attribute must be an array/, () => 'wrong tools'],
  [/^The 'infer' attribute is deprecated/, () => 'deprecated infer'],
  [/^The '([\w-]+)' (?:attribute|array) (?:must|should)/, ([, key]) => `wrong ${key}`],
  [
    /^(?:Each (?:tool|handoff)|Missing required properties|Unknown property '.*' in handoff|The '\w+' property in a handoff|Duplicate handoff label)/,
    () => 'wrong handoffs',
  ],
  [/^Unknown value '.*', valid: sonnet/s, () => 'wrong model'],
  [/^Unknown value '.*', valid: default/s, () => 'wrong permissionMode'],
  [/^Unknown value '.*', valid: user/s, () => 'wrong memory'],
  [/^Unknown hook event|^Hook command|^Each hook|hook/i, () => 'wrong hooks'],
  [
    /^Unknown (?:GitHub )?(?:permission|property)|^Invalid value .* for permission|permission/i,
    () => 'wrong github',
  ],
  [/^Missing (?:value|sequence item value)$/, () => 'nothing behind a key'],
  [/^Duplicate key: "(.*)"$/s, () => 'duplicate key'],
  [/^Invalid header/, () => 'no mapping'],
  [/^Expected|^Unexpected/, () => 'yaml'],
  // These need what a file cannot tell: models, agents, other files.
  [
    /^Unknown model|^Unknown agent|^File '|^Unknown tool or toolset|must be included in the 'tools'|^Chat modes have been renamed/,
    () => null,
  ],
];

/** The words for what VS Code wrote; a message without a word is given whole, so that it is seen. */
export function saidThere(diagnostics: readonly Diagnostic[]): string[] {
  const said = diagnostics.flatMap(([, message]) => {
    for (const [pattern, word] of patterns) {
      const found = pattern.exec(message);
      if (found) return word(found) ?? [];
    }
    return [message];
  });
  return [...new Set(said)].sort();
}

/** The same words for a verdict. */
export function saidHere({ fields, tools, flaws, place, dialect }: Verdict): string[] {
  const claude = place.location.dialect === 'claude';
  const github = dialect === place.host.dialects['github-target'];
  const said: string[] = [];
  for (const { key, field, problems, value } of fields) {
    if (isEmptyAnywhere(value)) said.push('nothing behind a key');
    if (!field) {
      if (!claude && !github) said.push(`unknown field ${key}`);
    } else if (key === 'mcp-servers') {
      if (!github) said.push(`idle field ${key}`);
    } else if (key === 'infer') said.push('deprecated infer');
    else if (problems.length > 0 && checked(key, claude, value)) said.push(`wrong ${key}`);
  }
  for (const { written, outcome, renamed, instead, why, key } of tools) {
    if (claude || github || key !== 'tools') continue;
    if (renamed && outcome === 'granted')
      said.push(`renamed ${written} to ${[...(instead ?? [])].sort().join(', ')}`);
    else if (why !== 'not-text' && outcome !== 'granted') said.push(`tool ${written}`);
  }
  for (const { code, message } of flaws) {
    if (code === 'duplicate-key') said.push('duplicate key');
    if (code === 'not-a-mapping') said.push('no mapping');
    if (code === 'yaml' && !/below it/.test(message ?? '')) said.push('yaml');
  }
  return [...new Set(said)].sort();
}

/** VS Code calls an empty tool list right, and looks at fewer fields in Claude Code's folder. */
function checked(key: string, claude: boolean, value: Value): boolean {
  if (key === 'tools' && (value.kind === 'null' || (claude && value.kind === 'list'))) return false;
  return (
    !claude || !['handoffs', 'agents', 'skills', 'mcpServers', 'disallowedTools'].includes(key)
  );
}

function isEmptyAnywhere(value: Value): boolean {
  if (value.kind === 'null') return true;
  if (value.kind === 'list') return value.items.some(isEmptyAnywhere);
  return (
    value.kind === 'map' &&
    !value.flow &&
    value.entries.some((entry) => isEmptyAnywhere(entry.value))
  );
}
