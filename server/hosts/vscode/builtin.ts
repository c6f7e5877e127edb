// What VS Code itself shows for agent files: completion, hovers, findings. Data by version, so that nothing of ours
// is said twice beside it. Source: VS Code 1.139.1, compiled workbench, and measured with a second provider.

import type { Beside, Builtin, BuiltinKind } from '../builtin';
import { noBuiltin } from '../no-builtin';
import { claudeToolNames } from './claude-tools';

const flags = ['user-invocable', 'disable-model-invocation', 'infer'];

const everythingOf = (fields: readonly string[]): Builtin['offers'] =>
  Object.fromEntries(fields.map((field) => [field, 'everything']));

const ofAgents: readonly BuiltinKind[] = [
  'unknown-field',
  'ineffective-field',
  'deprecated-field',
  'invalid-type',
  'invalid-value',
  'empty',
  'yaml',
  'unknown-tool',
  'renamed-tool',
  'model',
  'unknown-agent',
  'missing-link',
  'body-tool',
  'chatmode',
];

/** Of the completion of the frontmatter; that of the prompt has more. Measured by keys in 1.139.1. */
const triggers: Builtin['triggers'] = [':'];

/** Of a window in which nobody has signed in. Read from the list that it opens in 1.139.1, without extensions. */
const tools: Builtin['tools'] = [
  ...['agent', 'agent/runSubagent', 'execute', 'execute/createAndRunTask'],
  ...['execute/getTerminalOutput', 'execute/killTerminal', 'execute/runInTerminal'],
  ...['execute/runTask', 'execute/runTests', 'execute/sendToTerminal', 'execute/testFailure'],
  ...['new', 'read', 'read/getTaskOutput', 'read/terminalLastCommand'],
  ...['read/terminalSelection', 'todo', 'vscode', 'vscode.mermaid-markdown-features'],
  ...['vscode/askQuestions', 'vscode/extensions', 'vscodeBrowser', 'vscodeGeneral'],
  ...['vscodeGeneral/rename', 'vscodeGeneral/runTests', 'vscodeGeneral/testFailure'],
  ...['vscodeGeneral/usages', 'vscodeNotebooks', 'vscodeTasks'],
  ...['vscodeTasks/createAndRunTask', 'vscodeTasks/getTaskOutput', 'vscodeTasks/runTask'],
];

const agent: Builtin = {
  triggers,
  tools,
  completesFields: [
    'name',
    'description',
    'argument-hint',
    'model',
    'reasoning-effort',
    'tools',
    'handoffs',
    'target',
    'agents',
    'user-invocable',
    'disable-model-invocation',
    'github',
    'hooks',
  ],
  offers: everythingOf([
    'model',
    'reasoning-effort',
    'tools',
    'handoffs',
    'target',
    'agents',
    'hooks',
    ...flags,
  ]),
  reports: { vscode: ofAgents },
  mends: ['renamed-tool', 'chatmode'],
  checks: [
    'name',
    'description',
    'argument-hint',
    'model',
    'tools',
    'handoffs',
    'target',
    'agents',
    'github',
    'hooks',
    ...flags,
  ],
  hovers: [
    'name',
    'description',
    'argument-hint',
    'model',
    'reasoning-effort',
    'tools',
    'handoffs',
    'target',
    'agents',
    'github',
    'hooks',
    'advancedOptions',
    ...flags,
  ],
  body: true,
};

/** With `target: github-copilot` neither tools nor models nor other agents are looked at. */
const github: Builtin = {
  ...agent,
  completesFields: ['name', 'description', 'tools', 'target', 'mcp-servers', 'github', 'infer'],
  offers: everythingOf(['tools', 'target', 'infer']),
  reports: {
    vscode: ofAgents.filter(
      (kind) =>
        !['unknown-tool', 'renamed-tool', 'model', 'unknown-agent', 'body-tool'].includes(kind),
    ),
  },
  checks: ['name', 'description', 'argument-hint', 'tools', 'target', 'github', 'hooks', ...flags],
  body: false,
};

const ofClaude = [
  'name',
  'description',
  'tools',
  'disallowedTools',
  'model',
  'permissionMode',
  'skills',
  'mcpServers',
  'hooks',
  'memory',
];

/** In `.claude/agents` neither unknown fields nor tools are looked at. */
const claude: Builtin = {
  triggers,
  tools,
  completesFields: ofClaude,
  // Lists of its own, shorter than what the program takes: the rest is left to offer.
  offers: {
    tools: claudeToolNames,
    disallowedTools: claudeToolNames,
    model: ['sonnet', 'opus', 'haiku', 'inherit'],
    permissionMode: ['default', 'acceptEdits', 'plan', 'delegate', 'dontAsk', 'bypassPermissions'],
    memory: ['user', 'project', 'local'],
    hooks: 'everything',
  },
  reports: {
    vscode: [
      'deprecated-field',
      'invalid-type',
      'invalid-value',
      'empty',
      'yaml',
      'model',
      'missing-link',
    ],
    // It holds three fields against lists of its own: that much is said of Claude Code, too.
    'claude-code': ['invalid-value', 'model'],
  },
  mends: [],
  checks: [
    'name',
    'description',
    'argument-hint',
    'tools',
    'target',
    'model',
    'permissionMode',
    'memory',
    'hooks',
    ...flags,
  ],
  hovers: ofClaude,
  body: false,
};

/** From `agent` and `mode` it goes to the file in all its own documents; it explains them where it knows the field. */
const inPrompts: Builtin = {
  ...noBuiltin,
  triggers,
  tools,
  namesAgents: { host: 'vscode', leads: ['agent', 'mode'], explains: ['agent', 'mode'] },
};

const inSkills: Builtin = {
  ...inPrompts,
  namesAgents: { host: 'vscode', leads: ['agent', 'mode'], explains: [] },
};

interface Support {
  /** The first version of which the language id is given to such files. */
  readonly since: readonly [number, number];
  readonly applies: (beside: Beside) => boolean;
  readonly builtin: Builtin;
}

const inClaudeFolder = ({ path }: Beside): boolean =>
  /(?:^|\/)\.claude\/agents\/[^/]+$/.test(path.replaceAll('\\', '/'));

/** The first that applies, of an agent's document. What stands here was measured in 1.139.1 and is taken to hold since the id exists. */
const table: readonly Support[] = [
  { since: [1, 110], applies: inClaudeFolder, builtin: claude },
  { since: [1, 106], applies: ({ target }) => target === 'github-copilot', builtin: github },
  { since: [1, 106], applies: () => true, builtin: agent },
];

const byLanguage: ReadonlyMap<string, readonly Support[]> = new Map([
  ['chatagent', table],
  ['prompt', [{ since: [1, 106], applies: () => true, builtin: inPrompts }]],
  ['skill', [{ since: [1, 106], applies: () => true, builtin: inSkills }]],
]);

/** What the editor's own support shows for a document; null where it shows nothing. */
export function builtinSupport(beside: Beside): Builtin | null {
  const found = byLanguage.get(beside.languageId)?.find(({ applies }) => applies(beside));
  return found && isSince(beside.version, found.since) ? found.builtin : null;
}

function isSince(version: string | undefined, [major, minor]: readonly [number, number]): boolean {
  const [, first, second] = /^(\d+)\.(\d+)/.exec(version ?? '') ?? [];
  if (first === undefined) return true;
  return Number(first) > major || (Number(first) === major && Number(second) >= minor);
}
