// The fields of an agent in Kiro, as its documentation describes them. What happens to a value of another type is not documented.
import { unknown } from '../model/evidence';
import type { Field } from '../model/field';
import type { Choice, KeyType, Type } from '../model/type';
import { unmeasured, unmeasuredDefault } from '../model/unmeasured';
import { agentConfig, reference } from './evidence';

const field = (own: Omit<Field, 'otherwise' | 'evidence'> & Partial<Field>): Field => ({
  otherwise: unmeasured,
  evidence: reference,
  ...own,
});

const text: Type = { type: 'text' };
const texts: Type = { type: 'list', of: text };
const textMap: Type = { type: 'map', rest: text };
const toolNames: Type = { type: 'list', of: { type: 'text', vocabulary: 'tools' } };

const choice = (value: string, means: string): Choice => ({ value, means });

const capabilities: readonly Choice[] = [
  choice('fs_read', 'Reading files, listing folders and searching.'),
  choice('fs_write', 'Creating, changing and deleting files.'),
  choice('filesystem', '`fs_read` and `fs_write`.'),
  choice('shell', 'Running commands.'),
  choice('web_fetch', 'Fetching web pages.'),
  choice('web_search', 'Searching the web.'),
  choice('mcp', 'Tools of MCP servers. Patterns have the form `server/tool`.'),
  choice('subagent', 'Delegating to other agents.'),
  choice('skill', 'Using skills.'),
  choice('diagnostics', 'Reading diagnostics.'),
  choice('context', 'Tools for context and steering files.'),
  choice('builtin', 'All built-in tools.'),
  choice('all', 'Everything.'),
];

const rule: Type = {
  type: 'map',
  keys: {
    capability: {
      type: { type: 'one-of', choices: capabilities },
      summary: 'What the rule is about.',
      required: true,
    },
    effect: {
      type: {
        type: 'one-of',
        choices: [
          { ...choice('allow', 'Proceeds without asking.'), grants: true },
          choice('ask', 'Asks the user.'),
          choice('deny', 'Blocks it always.'),
        ],
      },
      summary: 'What happens. The most restrictive rule wins, whatever the order.',
      required: true,
    },
    match: {
      type: texts,
      summary: 'Patterns of files, commands or tools. Without it the rule is for all.',
      snippet: '\n  - "${1:npm *}"',
    },
    exclude: { type: texts, summary: 'Patterns to which the rule does not apply.' },
  },
  rest: { type: 'any' },
};

const rules: Type = { type: 'list', of: rule };

const server: Type = {
  type: 'map',
  keys: {
    command: { type: text, summary: 'The program to start.', snippet: ' ${1:npx}' },
    args: { type: texts, summary: 'The arguments of the program.', snippet: ' [${1}]' },
    env: {
      type: textMap,
      summary: 'Environment variables. `${NAME}` in a value is replaced when the server starts.',
    },
    type: { type: text, summary: 'The transport, such as `http`.' },
    url: { type: text, summary: 'The address of a remote server.' },
    headers: { type: textMap, summary: 'The headers of requests to a remote server.' },
    timeout: {
      type: { type: 'number' },
      summary: 'The timeout of the connection in milliseconds. Default: 60000.',
    },
    requestTimeout: {
      type: { type: 'number' },
      summary: 'The timeout of one call in milliseconds. Default: 120000.',
    },
    oauth: {
      type: {
        type: 'map',
        keys: {
          clientId: { type: text, summary: 'The ID of a registered OAuth client.' },
          redirectUri: { type: text, summary: 'The address to which the login returns.' },
        },
        rest: { type: 'any' },
      },
      summary: 'OAuth of a remote server.',
    },
    oauthScopes: { type: texts, summary: 'The OAuth scopes to request.' },
  },
  rest: { type: 'any' },
};

const resource: Type = {
  type: 'any-of',
  types: [
    text,
    {
      type: 'map',
      keys: {
        type: {
          type: {
            type: 'one-of',
            choices: [choice('knowledgeBase', 'Indexed files, in which the agent searches.')],
          },
          summary: 'The kind of resource.',
          required: true,
        },
        source: { type: text, summary: 'What is indexed: `file://./docs`.', required: true },
        name: { type: text, summary: 'The name of the knowledge base.', required: true },
        description: { type: text, summary: 'What is in it.' },
        indexType: {
          type: {
            type: 'one-of',
            choices: [
              choice('best', 'Better results. The default.'),
              choice('fast', 'Faster indexing.'),
            ],
          },
          summary: 'How it is indexed.',
        },
        autoUpdate: {
          type: { type: 'boolean' },
          summary: 'Whether it is indexed again when the agent starts.',
        },
      },
      rest: { type: 'any' },
    },
  ],
};

const hook: Type = {
  type: 'list',
  of: {
    type: 'map',
    keys: {
      command: { type: text, summary: 'The shell command.', required: true },
      matcher: {
        type: text,
        summary:
          'A pattern of internal tool names, such as `fs_write` and `execute_bash`. For `preToolUse` and `postToolUse`.',
      },
    },
    rest: { type: 'any' },
  },
};

const event = {
  type: hook,
  snippet: '\n  - command: ${1:./scripts/check.sh}',
} as const satisfies Partial<KeyType>;

const hooks: Type = {
  type: 'map',
  keys: {
    agentSpawn: { ...event, summary: 'When the agent starts.' },
    userPromptSubmit: { ...event, summary: 'When the user sends a message.' },
    preToolUse: { ...event, summary: 'Before a tool runs, which the hook can block.' },
    postToolUse: { ...event, summary: 'After a tool ran.' },
    stop: { ...event, summary: 'When the agent has answered.' },
  },
  rest: { type: 'any' },
};

/** The prompt of an agent in JSON. */
const prompt = field({
  summary: 'The prompt, or the file that contains it.',
  type: { type: 'text', multiline: true },
  absent: 'No prompt.',
  snippet: ' ${1:You are}',
  details: '`file://./prompt.md` is a file, relative to the folder of this one.',
  role: 'prompt',
});

const schema = field({
  summary: 'The address of a schema, for editors.',
  type: text,
  absent: 'None.',
  isForDisplay: true,
  isNeverOffered: true,
  evidence: unknown,
});

export const fields = {
  name: field({
    summary: 'The name of the agent.',
    type: text,
    absent: 'The path of the file below the folder of agents, without its ending.',
    snippet: ' ${1:name}',
    role: 'name',
  }),
  description: field({
    summary: 'What the agent does, for users who choose one.',
    type: { type: 'text', multiline: true },
    absent: 'No description.',
    snippet: ' ${1:Use it when}',
    role: 'description',
  }),
  model: field({
    summary: 'The model of the agent.',
    type: { type: 'text', vocabulary: 'models' },
    absent: 'The default model.',
    snippet: ' ${1:claude-sonnet-4}',
    details: 'An ID that the command `/model` lists.',
    role: 'model',
  }),
  tools: field({
    summary: 'The tools that the agent can use, mostly as tags that stand for several tools.',
    type: toolNames,
    ...unmeasuredDefault,
    snippet: ' [${1:read}]',
    details:
      'Names are case-sensitive. What the agent may do without asking is decided by `permissions` and `allowedTools`.',
    role: 'tools',
    evidence: agentConfig,
  }),
  excludedTools: field({
    summary: 'Tools that the agent cannot use even if `tools` lists them.',
    type: toolNames,
    absent: 'None.',
    snippet: ' [${1:write}]',
    role: 'denied-tools',
  }),
  allowedTools: field({
    summary: 'Tools that the agent uses without asking.',
    type: texts,
    governs: 'permission',
    absent: 'None.',
    snippet: ' [${1:read}]',
    details:
      'Names, `@server`, `@server/tool`, and patterns with `*` and `?`. A `*` alone does not allow everything.',
  }),
  permissions: field({
    summary: 'Rules for what the agent may do, by capability.',
    type: {
      type: 'any-of',
      types: [
        {
          type: 'map',
          keys: {
            rules: {
              type: rules,
              summary: 'The rules.',
              snippet: '\n  - capability: ${1:shell}\n    effect: ${2|ask,deny,allow|}',
            },
          },
          rest: { type: 'any' },
        },
        rules,
      ],
    },
    governs: 'permission',
    absent: 'The rules of the user.',
    snippet: '\n  - capability: ${1:shell}\n    effect: ${2|ask,deny,allow|}',
    details:
      'Of all rules that match, the most restrictive wins: deny, then ask, then allow. Where none matches, the user is asked.',
    evidence: agentConfig,
  }),
  mcpServers: field({
    summary: 'MCP servers of this agent.',
    type: { type: 'map', rest: server },
    governs: 'code',
    absent: 'None.',
    snippet: '\n  ${1:server}:\n    command: ${2:npx}\n    args: [${3}]',
    evidence: agentConfig,
  }),
  includeMcpJson: field({
    summary: 'Whether the agent also has the MCP servers of `mcp.json`.',
    type: { type: 'boolean' },
    governs: 'code',
    ...unmeasuredDefault,
    snippet: ' ${1|true,false|}',
  }),
  includePowers: field({
    summary: 'Whether the agent also has the powers that are installed in the IDE.',
    type: { type: 'boolean' },
    ...unmeasuredDefault,
    snippet: ' ${1|true,false|}',
  }),
  toolAliases: field({
    summary: 'Other names for tools, such as those of two servers with the same name.',
    type: textMap,
    absent: 'None.',
    snippet: '\n  "${1:@server/tool}": ${2:name}',
  }),
  toolsSettings: field({
    summary: 'Settings of tools. For commands and files, `permissions` has replaced it.',
    type: { type: 'map', rest: { type: 'any' } },
    governs: 'permission',
    absent: 'None.',
    details: 'Still supported for tools of MCP servers, and for `subagent`.',
    isNeverOffered: true,
  }),
  resources: field({
    summary: 'Files, skills and knowledge bases of the agent.',
    type: { type: 'list', of: resource },
    absent: 'The default resources only.',
    snippet: '\n  - ${1:file://README.md}',
    details:
      '`file://` loads files at the start, `skill://` loads skills on demand. Both accept patterns.',
  }),
  hooks: field({
    summary: 'Commands that run at events of this agent.',
    type: hooks,
    governs: 'code',
    absent: 'None.',
    snippet:
      '\n  ${1|agentSpawn,userPromptSubmit,preToolUse,postToolUse,stop|}:\n    - command: ${2:./scripts/check.sh}',
    details: 'The documentation contradicts itself on whether the IDE runs them.',
  }),
  keyboardShortcut: field({
    summary: 'The keys that switch to the agent in the CLI.',
    type: text,
    absent: 'None.',
    snippet: ' ${1:ctrl+r}',
    details:
      '`ctrl` or `shift` plus a letter or digit. If two agents share a shortcut, neither has one.',
    isForDisplay: true,
  }),
  welcomeMessage: field({
    summary: 'What is shown after switching to the agent.',
    type: text,
    absent: 'Nothing.',
    snippet: ' ${1:What should be done?}',
    isForDisplay: true,
  }),
} as const satisfies Readonly<Record<string, Field>>;

/** The fields of an agent in JSON. */
export const jsonFields: Readonly<Record<string, Field>> = { ...fields, prompt, $schema: schema };
