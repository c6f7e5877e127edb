// The fields of a role in Codex 0.169.0: four of its own, and every key of its configuration. It rejects the file for an unknown key
// and for a wrong value.
import type { Value } from '../../yaml/value';
import { phrase } from '../judge/check';
import type { CustomCheckResult, Field } from '../model/field';
import type { Choice, Type } from '../model/type';
import { describedTableFor, tableFor } from './companions';
import { executedHere } from './evidence';
import { judgeNonEmpty, refusal, refused } from './judges';
import { judgeServers, servers } from './mcp';
import { judgeWord } from './setting-tables';
import { settings } from './settings';

const field = (own: Omit<Field, 'otherwise' | 'evidence'> & Partial<Field>): Field => ({
  otherwise: refused,
  evidence: executedHere,
  ...own,
});

const text: Type = { type: 'text' };

/** @param tables words that are no choices, and the key of a table that is one. */
const wordOf = (
  choices: readonly Choice[],
  tables: readonly string[] = [],
): Pick<Field, 'type' | 'judge'> => ({
  type: { type: 'one-of', choices },
  judge: judgeWord(
    choices.map(({ value }) => value),
    tables,
  ),
});

const judgeFilled = (value: Value): CustomCheckResult | null =>
  value.kind === 'text' && value.text.trim() === ''
    ? refusal(value, { type: 'text', nonEmpty: true })
    : null;

/** A list of different names of ASCII letters, digits, spaces, hyphens and underscores. */
function judgeNicknames(value: Value): CustomCheckResult | null {
  if (value.kind !== 'list') return null;
  const names = value.items.flatMap((item) => (item.kind === 'text' ? [item.text.trim()] : []));
  if (names.length < value.items.length) return null;
  const isWrong = (name: string, index: number): boolean =>
    !/^[\w -]+$/.test(name) || names.indexOf(name) < index;
  const wrong = value.items.find((_, index) => isWrong(names[index] ?? '', index));
  const [item, expected] =
    value.items.length === 0
      ? [value, phrase('an array with at least one name')]
      : [
          wrong,
          phrase('different names of ASCII letters, digits, spaces, hyphens and underscores'),
        ];
  return item ? refusal(item, expected) : null;
}

const sandboxModes: readonly Choice[] = [
  { value: 'read-only', means: 'Commands cannot change files or use the network.' },
  { value: 'workspace-write', means: 'Commands can change files of the workspace.' },
  {
    value: 'danger-full-access',
    means: 'Commands run without a sandbox.',
    grants: true,
  },
];

/** Those that a role accepts. */
const approvalPolicies: readonly Choice[] = [
  { value: 'untrusted', means: 'Asks before all commands that are not known to only read.' },
  { value: 'on-request', means: 'The model decides when to ask.' },
  { value: 'on-failure', means: 'Asks when a command fails in the sandbox. Deprecated.' },
  { value: 'never', means: 'Never asks. The model gets the failures.' },
];

/** Of the values of `approval_policy`, a configuration cannot have the one that is no longer supported. */
export const configuredPolicies = wordOf(
  approvalPolicies.flatMap((policy): readonly Choice[] => {
    if (policy.value === 'untrusted') return [];
    const isOld = policy.value === 'on-failure';
    return [
      isOld ? { ...policy, means: 'Read as `on-request`.', deprecated: 'on-request' } : policy,
    ];
  }),
  ['granular'],
);

/** Words for the effort that the program offers itself. */
export const efforts: readonly string[] = ['low', 'medium', 'high', 'xhigh'];

const own: Readonly<Record<string, Field>> = {
  name: field({
    summary: 'The name by which the agent is started.',
    type: text,
    judge: judgeFilled,
    required: { ...refused, reason: 'name' },
    requiredUnless: tableFor,
    absent: 'Required. The file is ignored without it.',
    snippet: ' "${1:name}"',
    details: 'Any characters. It may differ from the file name.',
    role: 'name',
  }),
  description: field({
    summary: 'When to use the agent. The main agent reads it to decide which agent to start.',
    type: { type: 'text', multiline: true },
    judge: judgeFilled,
    required: { ...refused, reason: 'description' },
    requiredUnless: describedTableFor,
    absent: 'Required. The file is ignored without it.',
    snippet: ' "${1:Use it when}"',
    role: 'description',
  }),
  developer_instructions: field({
    summary: 'The prompt of the agent. It is added to the base prompt of Codex.',
    type: { type: 'text', multiline: true },
    judge: judgeFilled,
    required: refused,
    requiredUnless: tableFor,
    absent: 'Required. The file is ignored without it.',
    snippet: ' """\n${1:You are}\n"""',
    role: 'prompt',
  }),
  model: field({
    summary: 'The model of the agent.',
    type: { type: 'text', vocabulary: 'models' },
    absent: 'The model of the session.',
    snippet: ' "${1}"',
    details: 'The name is not checked when the file is loaded.',
    role: 'model',
  }),
  model_reasoning_effort: field({
    summary: 'How much the model reasons before it answers.',
    type: {
      type: 'text',
      usual: efforts.map((value) => ({ value, means: '' })),
    },
    judge: judgeNonEmpty,
    absent: 'The effort of the session.',
    snippet: ' "${1|low,medium,high,xhigh|}"',
    details: 'The word is not checked when the file is loaded.',
  }),
  sandbox_mode: field({
    summary: 'What commands can change.',
    ...wordOf(sandboxModes),
    absent: 'The sandbox of the session.',
    snippet: ' "${1|read-only,workspace-write,danger-full-access|}"',
    details:
      'An agent that `codex exec` starts keeps the sandbox of the session. Other sessions were not verified, but users report the same (openai/codex, issues 40130 and 45482).',
    governs: 'permission',
  }),
  approval_policy: field({
    summary: 'When the user is asked before a command runs.',
    ...wordOf(approvalPolicies, ['granular']),
    absent: 'The policy of the session.',
    snippet: ' "${1|on-request,untrusted,never|}"',
    governs: 'permission',
  }),
  web_search: field({
    summary: 'Whether the agent can search the web.',
    ...wordOf([
      { value: 'disabled', means: 'No web search.' },
      { value: 'cached', means: 'Results from a cache.' },
      { value: 'indexed', means: 'Results from an index.' },
      { value: 'live', means: 'Results of the live web.' },
    ]),
    absent: 'The value of the session.',
    snippet: ' "${1|disabled,cached,live|}"',
  }),
  mcp_servers: field({
    summary: 'MCP servers.',
    type: servers,
    judge: judgeServers,
    absent: 'The configured MCP servers.',
    snippet: '.${1:server}.command = "${2:npx}"',
    details: 'A server needs `command` or `url`.',
  }),
  model_reasoning_summary: field({
    summary: 'How detailed the summaries of the reasoning are.',
    ...wordOf([
      { value: 'auto', means: 'The service chooses.' },
      { value: 'concise', means: 'Short summaries.' },
      { value: 'detailed', means: 'Long summaries.' },
      { value: 'none', means: 'No summaries.' },
    ]),
    absent: 'The value of the session.',
    snippet: ' "${1|auto,concise,detailed,none|}"',
  }),
  model_verbosity: field({
    summary: 'How long the answers of the model are.',
    ...wordOf(['low', 'medium', 'high'].map((value) => ({ value, means: '' }))),
    absent: 'The value of the session.',
    snippet: ' "${1|low,medium,high|}"',
  }),
  personality: field({
    summary: 'The style of the answers.',
    ...wordOf(['none', 'friendly', 'pragmatic'].map((value) => ({ value, means: '' }))),
    absent: 'The value of the session.',
    snippet: ' "${1|friendly,pragmatic,none|}"',
  }),
  nickname_candidates: field({
    summary: 'Names from which one is chosen for each agent that is started.',
    type: { type: 'list', of: text },
    judge: judgeNicknames,
    absent: 'Names of the program.',
    isForDisplay: true,
    snippet: ' ["${1:Ada}"]',
    details: 'Each name must be different, and none empty.',
  }),
};

export const fields: Readonly<Record<string, Field>> = { ...own, ...settings };
