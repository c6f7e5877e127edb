// Converts the diagnostics that VS Code reports for a file, and our verdict on it, to the same short descriptions.
// The recorded cases in test/hosts/cases contain these descriptions, so they must not change.

import type { FieldVerdict } from '../../../server/hosts/model/field-verdict';
import type { Verdict } from '../../../server/hosts/model/verdict';
import { textOf, type Value } from '../../../server/yaml/value';
import { words } from '../../support/words';

export type Diagnostic = readonly [severity: string, message: string];

const patterns: readonly (readonly [RegExp, (found: RegExpExecArray) => string | null])[] = [
  [/^Duplicate key: "(.*)"$/s, () => 'duplicate key'],
  [
    /^Attribute '(.*)' is not supported in VS Code agent files/s,
    ([, key]) => `unknown field ${key}`,
  ],
  // VS Code reports these wrongly: it applies some of them in files for GitHub.
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
  [/^Each agent name in the 'agents' attribute must be a string/, () => 'wrong agents'],
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
  // These depend on more than the file: on models, agents and other files.
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

/** The descriptions of VS Code's diagnostics. A message that no pattern matches is returned unchanged, so a test fails. */
export function describeRecorded(diagnostics: readonly Diagnostic[]): string[] {
  const descriptions = diagnostics.flatMap(([, message]) => {
    for (const [pattern, describe] of patterns) {
      const found = pattern.exec(message);
      if (found) return describe(found) ?? [];
    }
    return [message];
  });
  return distinct(descriptions);
}

/** In a header that is not a mapping, VS Code also reports empty values. */
const distinct = (descriptions: readonly string[]): string[] =>
  [...new Set(descriptions)]
    .filter((word) => word !== 'nothing behind a key' || !descriptions.includes('no mapping'))
    .sort();

/** The descriptions of the problems in a verdict. */
export function describeVerdict({ fields, tools, flaws, place, dialect }: Verdict): string[] {
  const claude = place.location.dialect === 'claude';
  const github = dialect === place.host.dialects['github-target'];
  const descriptions: string[] = [];
  for (const verdict of fields) {
    const { key, field, problems, value } = verdict;
    if (isEmptyAnywhere(value)) descriptions.push('nothing behind a key');
    if (!field) {
      if (!claude && !github) descriptions.push(`unknown field ${key}`);
      if (claude && key === 'target' && !/^(?:vscode|github-copilot)$/.test(textOf(value) ?? ''))
        descriptions.push('wrong target');
    } else if (key === 'mcp-servers') {
      if (!github) descriptions.push(`idle field ${key}`);
    } else if (key === 'infer') descriptions.push('deprecated infer');
    else if (claude && key === 'model' && value.kind === 'list') descriptions.push('wrong model');
    else if (github && uncheckedForGithub.includes(key)) continue;
    else if (claude && value.kind === 'null' && checkedWhenEmpty.includes(key))
      descriptions.push(`wrong ${key}`);
    else if (problems.length > 0 && isChecked(key, claude, verdict))
      descriptions.push(`wrong ${key}`);
  }
  for (const { written, outcome, renamed, instead, why, key } of tools) {
    if (claude || github || key !== 'tools') continue;
    if (renamed && outcome === 'granted')
      descriptions.push(`renamed ${written} to ${[...(instead ?? [])].sort().join(', ')}`);
    else if (why !== 'not-text' && outcome !== 'granted') descriptions.push(`tool ${written}`);
  }
  for (const { code, message } of flaws) {
    if (code === 'duplicate-key') descriptions.push('duplicate key');
    if (code === 'not-a-mapping') descriptions.push('no mapping');
    if (code === 'yaml' && !/below it/.test(words(message ?? ''))) descriptions.push('yaml');
  }
  return distinct(descriptions);
}

/** VS Code accepts an empty tool list, and checks fewer fields in the Claude Code folder. */
function isChecked(key: string, claude: boolean, { value, problems }: FieldVerdict): boolean {
  if (
    key === 'advancedOptions' ||
    key === 'reasoning-effort' ||
    (claude && uncheckedFields.includes(key))
  )
    return false;
  if (key === 'tools' && (value.kind === 'null' || (claude && value.kind === 'list'))) return false;
  // VS Code reports an empty item or nested key once, and not for the field.
  if (value.kind === 'list' && key in reportedDepths)
    return problems.some(
      ({ value: part, path }) => part.kind !== 'null' || path.length < (reportedDepths[key] ?? 0),
    );
  // VS Code trims a word before it compares it but does not use the trimmed word.
  const word = textOf(value)?.trim();
  const trims = claude && ['model', 'permissionMode', 'memory'].includes(key);
  return !(trims && word !== undefined && problems.some(({ choices }) => choices?.includes(word)));
}

/** VS Code checks fewer values in a file with `target: github-copilot`. */
const uncheckedForGithub = ['agents', 'model', 'handoffs', 'reasoning-effort'];
const checkedWhenEmpty = ['permissionMode', 'memory'];
const uncheckedFields = ['handoffs', 'agents', 'skills', 'mcpServers', 'disallowedTools'];
const reportedDepths: Readonly<Record<string, number>> = { tools: 0, agents: 0, handoffs: 2 };

function isEmptyAnywhere(value: Value): boolean {
  if (value.kind === 'null') return true;
  if (value.kind === 'list') return value.items.some(isEmptyAnywhere);
  return (
    value.kind === 'map' &&
    !value.flow &&
    value.entries.some((entry) => isEmptyAnywhere(entry.value))
  );
}
