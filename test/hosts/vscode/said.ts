// What VS Code wrote under a file and what our verdict holds, brought to the same short words.

import { textOf, type Value } from '../../../server/agent/value';
import type { FieldVerdict, Verdict } from '../../../server/hosts/verdict';

export type Diagnostic = readonly [severity: string, message: string];

const patterns: readonly (readonly [RegExp, (found: RegExpExecArray) => string | null])[] = [
  [/^Duplicate key: "(.*)"$/s, () => 'duplicate key'],
  [
    /^Attribute '(.*)' is not supported in VS Code agent files/s,
    ([, key]) => `unknown field ${key}`,
  ],
  // Wrong in the program itself: it obeys some of these in files for GitHub.
  [/^Attribute '.*' is not supported in custom GitHub Copilot/s, () => null],
  [/^Attribute '(.*)' is ignored when running locally/, ([, key]) => `idle field ${key}`],
  [
    /^(?:Tool alias|Unknown extension tool|Unknown MCP server or tool|Unknown MCP server|Unknown tool) '(.*?)'(?: will be ignored\.$| requires | is |\.|$)/s,
    ([, name]) => `tool ${name}`,
  ],
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
  [/^Model names in the array must be/, () => 'wrong model'],
  [/^Unknown value '.*', valid: sonnet/s, () => 'wrong model'],
  [/^Unknown value '.*', valid: default/s, () => 'wrong permissionMode'],
  [/^Unknown value '.*', valid: user/s, () => 'wrong memory'],
  [/^Unknown hook event|^Hook command|^Each hook|hook/i, () => 'wrong hooks'],
  // These need what a file cannot tell: models, agents, other files.
  [
    /^Unknown model|^Unknown agent|^File '|^Unknown tool or toolset|must be included in the 'tools'|^Chat modes have been renamed/,
    () => null,
  ],
  [
    /^Unknown (?:GitHub )?(?:permission|property)|^Invalid value .* for permission|permission/i,
    () => 'wrong github',
  ],
  [/^Missing (?:value|sequence item value)$/, () => 'nothing behind a key'],
  [/^Invalid header/, () => 'no mapping'],
  [/^Expected|^Unexpected/, () => 'yaml'],
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
  return told(said);
}

/** Of a header that is no mapping it also says what is empty in it. */
const told = (said: readonly string[]): string[] =>
  [...new Set(said)]
    .filter((word) => word !== 'nothing behind a key' || !said.includes('no mapping'))
    .sort();

/** The same words for a verdict. */
export function saidHere({ fields, tools, flaws, place, dialect }: Verdict): string[] {
  const claude = place.location.dialect === 'claude';
  const github = dialect === place.host.dialects['github-target'];
  const said: string[] = [];
  for (const one of fields) {
    const { key, field, problems, value } = one;
    if (isEmptyAnywhere(value)) said.push('nothing behind a key');
    if (!field) {
      if (!claude && !github) said.push(`unknown field ${key}`);
      if (claude && key === 'target' && !/^(?:vscode|github-copilot)$/.test(textOf(value) ?? ''))
        said.push('wrong target');
    } else if (key === 'mcp-servers') {
      if (!github) said.push(`idle field ${key}`);
    } else if (key === 'infer') said.push('deprecated infer');
    else if (claude && key === 'model' && value.kind === 'list') said.push('wrong model');
    else if (problems.length > 0 && checked(key, claude, one)) said.push(`wrong ${key}`);
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
  return told(said);
}

/** VS Code calls an empty tool list right, and looks at fewer fields in Claude Code's folder. */
function checked(key: string, claude: boolean, { value, problems }: FieldVerdict): boolean {
  if (key === 'advancedOptions' || (claude && unseen.includes(key))) return false;
  if (key === 'tools' && (value.kind === 'null' || (claude && value.kind === 'list'))) return false;
  // Nothing behind a dash or a key inside is said once, and of no field.
  if (value.kind === 'list' && key in depths)
    return problems.some(
      ({ value: part, path }) => part.kind !== 'null' || path.length < (depths[key] ?? 0),
    );
  // It trims a word before it compares, and yet does not use it.
  const word = textOf(value)?.trim();
  const trims = claude && ['model', 'permissionMode', 'memory'].includes(key);
  return !(trims && word !== undefined && problems.some(({ choices }) => choices?.includes(word)));
}

const unseen = ['handoffs', 'agents', 'skills', 'mcpServers', 'disallowedTools'];
const depths: Readonly<Record<string, number>> = { tools: 0, agents: 0, handoffs: 2 };

function isEmptyAnywhere(value: Value): boolean {
  if (value.kind === 'null') return true;
  if (value.kind === 'list') return value.items.some(isEmptyAnywhere);
  return (
    value.kind === 'map' &&
    !value.flow &&
    value.entries.some((entry) => isEmptyAnywhere(entry.value))
  );
}
