// What VS Code itself shows for agent files: completion, hovers, findings. Data by version, so that nothing of ours
// is said twice beside it. Source: VS Code 1.139.1, compiled workbench, and measured with a second provider.

/** What a finding is about, in words that belong to no rule. */
export type BuiltinKind =
  | 'unknown-field'
  | 'idle-field'
  | 'deprecated-field'
  | 'wrong-type'
  | 'wrong-value'
  | 'empty'
  | 'yaml'
  | 'unknown-tool'
  | 'renamed-tool'
  | 'model'
  | 'unknown-agent'
  | 'missing-link'
  | 'body-tool'
  | 'chatmode';

export interface Builtin {
  /** Names of fields that it offers. */
  readonly completesFields: readonly string[];
  /** Fields whose values it offers. */
  readonly completesValuesOf: readonly string[];
  readonly reports: readonly BuiltinKind[];
  /** Fields whose type and values it checks: `wrong-type`, `wrong-value` and `empty` are said of these only. */
  readonly checks: readonly string[];
  /** Fields that it explains; on their values too. */
  readonly hovers: readonly string[];
  /** Whether it offers and colours `#tool:` and `#file:` in the prompt. */
  readonly body: boolean;
}

export interface Beside {
  /** Of the editor: `1.139.1`. Absent where it is not known: taken for a new one. */
  readonly version?: string;
  readonly languageId: string;
  readonly path: string;
  /** What the field `target` says. */
  readonly target?: string;
}

/** Every other editor, and VS Code where it takes the file for plain Markdown. */
export const noBuiltin: Builtin = {
  completesFields: [],
  completesValuesOf: [],
  reports: [],
  checks: [],
  hovers: [],
  body: false,
};

const flags = ['user-invocable', 'disable-model-invocation', 'infer'];

const agent: Builtin = {
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
  completesValuesOf: [
    'model',
    'reasoning-effort',
    'tools',
    'handoffs',
    'target',
    'agents',
    'hooks',
    ...flags,
  ],
  reports: [
    'unknown-field',
    'idle-field',
    'deprecated-field',
    'wrong-type',
    'wrong-value',
    'empty',
    'yaml',
    'unknown-tool',
    'renamed-tool',
    'model',
    'unknown-agent',
    'missing-link',
    'body-tool',
    'chatmode',
  ],
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
  completesValuesOf: ['tools', 'target', 'infer'],
  reports: agent.reports.filter(
    (kind) =>
      !['unknown-tool', 'renamed-tool', 'model', 'unknown-agent', 'body-tool'].includes(kind),
  ),
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
  completesFields: ofClaude,
  completesValuesOf: ['tools', 'disallowedTools', 'model', 'permissionMode', 'hooks', 'memory'],
  reports: [
    'deprecated-field',
    'wrong-type',
    'wrong-value',
    'empty',
    'yaml',
    'model',
    'missing-link',
  ],
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

interface Support {
  /** The first version of which the language id is given to such files. */
  readonly since: readonly [number, number];
  readonly applies: (beside: Beside) => boolean;
  readonly builtin: Builtin;
}

const inClaudeFolder = ({ path }: Beside): boolean =>
  /(?:^|\/)\.claude\/agents\/[^/]+$/.test(path.replaceAll('\\', '/'));

/** The first that applies. What stands here was measured in 1.139.1 and is taken to hold since the id exists. */
const table: readonly Support[] = [
  { since: [1, 110], applies: inClaudeFolder, builtin: claude },
  { since: [1, 106], applies: ({ target }) => target === 'github-copilot', builtin: github },
  { since: [1, 106], applies: () => true, builtin: agent },
];

/** What the editor's own support shows for a document; null where it shows nothing. */
export function builtinSupport(beside: Beside): Builtin | null {
  if (beside.languageId !== 'chatagent') return null;
  const found = table.find(({ applies }) => applies(beside));
  return found && isSince(beside.version, found.since) ? found.builtin : null;
}

function isSince(version: string | undefined, [major, minor]: readonly [number, number]): boolean {
  const [, first, second] = /^(\d+)\.(\d+)/.exec(version ?? '') ?? [];
  if (first === undefined) return true;
  return Number(first) > major || (Number(first) === major && Number(second) >= minor);
}
