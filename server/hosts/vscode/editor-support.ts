// The completions, hovers and diagnostics that VS Code itself shows for agent files, by version, so that ours do not
// duplicate them. Source: VS Code 1.139.1, compiled workbench, and measured with a second provider.

import {
  type EditorDocument,
  type EditorFindingKind,
  type EditorSupport,
  noBuiltin,
} from '../model/editor-support';
import { claudeToolNames } from './claude-tools';

const flags = ['user-invocable', 'disable-model-invocation', 'infer'];

const everythingOf = (fields: readonly string[]): EditorSupport['offers'] =>
  Object.fromEntries(fields.map((field) => [field, 'everything']));

const agentReports: readonly EditorFindingKind[] = [
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

/** For completion in the frontmatter; the prompt has more. Measured by typing in 1.139.1. */
const triggers: EditorSupport['triggers'] = [':'];

/** For a window without a signed-in user. Taken from the completion list of 1.139.1 without extensions. */
const tools: EditorSupport['tools'] = [
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

const agent: EditorSupport = {
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
  reports: { vscode: agentReports },
  fixableKinds: ['renamed-tool', 'chatmode'],
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

/** With `target: github-copilot`, VS Code checks neither tools nor models nor other agents. */
const github: EditorSupport = {
  ...agent,
  completesFields: ['name', 'description', 'tools', 'target', 'mcp-servers', 'github', 'infer'],
  offers: everythingOf(['tools', 'target', 'infer']),
  reports: {
    vscode: agentReports.filter(
      (kind) =>
        !['unknown-tool', 'renamed-tool', 'model', 'unknown-agent', 'body-tool'].includes(kind),
    ),
  },
  checks: ['name', 'description', 'argument-hint', 'tools', 'target', 'github', 'hooks', ...flags],
  body: false,
};

const claudeFieldNames = [
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

/** In `.claude/agents`, VS Code checks neither unknown fields nor tools. */
const claude: EditorSupport = {
  triggers,
  tools,
  completesFields: claudeFieldNames,
  // VS Code has its own lists, which are shorter than what Claude Code accepts, so the rest is still offered by us.
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
    // VS Code checks three fields against its own lists, which covers the same problems in Claude Code.
    'claude-code': ['invalid-value', 'model'],
  },
  fixableKinds: [],
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
  hovers: claudeFieldNames,
  body: false,
};

const inPrompts: EditorSupport = {
  triggers,
  tools,
  completesFields: ['name', 'description', 'argument-hint', 'agent', 'model', 'tools'],
  offers: everythingOf(['agent', 'mode', 'model', 'tools']),
  reports: {
    vscode: [
      'unknown-field',
      'deprecated-field',
      'invalid-type',
      'invalid-value',
      'empty',
      'yaml',
      'unknown-tool',
      'renamed-tool',
      'unknown-agent',
      'missing-link',
      'body-tool',
    ],
  },
  fixableKinds: ['renamed-tool', 'deprecated-field'],
  checks: ['name', 'description', 'argument-hint', 'agent', 'mode', 'model', 'tools'],
  hovers: ['name', 'description', 'argument-hint', 'agent', 'mode', 'model', 'tools'],
  body: true,
  namesAgents: { host: 'vscode', leads: ['agent', 'mode'], explains: ['agent', 'mode'] },
};

const inSkills: EditorSupport = {
  ...noBuiltin,
  triggers,
  tools,
  completesFields: [
    'name',
    'description',
    'license',
    'compatibility',
    'metadata',
    'argument-hint',
    'user-invocable',
    'disable-model-invocation',
    'context',
  ],
  reports: {
    vscode: ['unknown-field', 'invalid-type', 'invalid-value', 'empty', 'yaml', 'missing-field'],
  },
  checks: ['name', 'description', 'argument-hint', 'user-invocable', 'disable-model-invocation'],
  // VS Code navigates from both keys in all of its own documents, and shows hovers where it knows the field.
  namesAgents: { host: 'vscode', leads: ['agent', 'mode'], explains: [] },
};

/** By its JSON schema. It does not report a server without a program and an address. */
const inServers: EditorSupport = {
  ...noBuiltin,
  triggers: ['"', ':', ' '],
  completesFields: ['servers', 'inputs'],
  offers: everythingOf(['servers', 'inputs']),
  reports: { vscode: ['unknown-field', 'invalid-type', 'invalid-value', 'yaml'] },
  checks: ['servers', 'inputs'],
  hovers: ['servers', 'inputs'],
};

interface Support {
  /** The first version that assigns the language ID to such files. */
  readonly since: readonly [number, number];
  readonly applies: (document: EditorDocument) => boolean;
  readonly builtin: EditorSupport;
}

const inClaudeFolder = ({ path }: EditorDocument): boolean =>
  /(?:^|\/)\.claude\/agents\/[^/]+$/.test(path.replaceAll('\\', '/'));

/** For agent documents; the first entry that applies. Measured in 1.139.1 and assumed to hold since the language ID exists. */
const table: readonly Support[] = [
  { since: [1, 110], applies: inClaudeFolder, builtin: claude },
  { since: [1, 106], applies: ({ target }) => target === 'github-copilot', builtin: github },
  { since: [1, 106], applies: () => true, builtin: agent },
];

const servers: readonly Support[] = [
  {
    since: [1, 102],
    applies: ({ path }) => /(?:^|\/)\.vscode\/mcp\.json$/.test(path.replaceAll('\\', '/')),
    builtin: inServers,
  },
];

const byLanguage: ReadonlyMap<string, readonly Support[]> = new Map([
  ['chatagent', table],
  ['prompt', [{ since: [1, 106], applies: () => true, builtin: inPrompts }]],
  ['json', servers],
  ['jsonc', servers],
  ['skill', [{ since: [1, 106], applies: () => true, builtin: inSkills }]],
]);

/** What the editor itself shows for a document; null if it shows nothing. */
export function editorSupport(document: EditorDocument): EditorSupport | null {
  const found = byLanguage.get(document.languageId)?.find(({ applies }) => applies(document));
  return found && isSince(document.version, found.since) ? found.builtin : null;
}

function isSince(version: string | undefined, [major, minor]: readonly [number, number]): boolean {
  const [, first, second] = /^(\d+)\.(\d+)/.exec(version ?? '') ?? [];
  if (first === undefined) return true;
  return Number(first) > major || (Number(first) === major && Number(second) >= minor);
}
