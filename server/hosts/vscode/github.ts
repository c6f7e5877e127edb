// Fields for GitHub's own agents: VS Code checks them and makes no use of them.
import type { Field } from '../host';
import type { KeyType } from '../type';
import { ran } from './evidence';

/** What each scope of the token may be given. */
export const permissionScopes: Readonly<Record<string, readonly string[]>> = {
  actions: ['read', 'write', 'none'],
  checks: ['read', 'none'],
  contents: ['read', 'write', 'none'],
  discussions: ['read', 'write', 'none'],
  issues: ['read', 'write', 'none'],
  metadata: ['read'],
  'pull-requests': ['read', 'write', 'none'],
  'security-events': ['read', 'none'],
  workflows: ['write', 'none'],
};

const means: Readonly<Record<string, string>> = {
  read: 'May read.',
  write: 'May read and write.',
  none: 'May do nothing.',
};

const scopes = Object.fromEntries(
  Object.entries(permissionScopes).map(([scope, values]): [string, KeyType] => [
    scope,
    {
      summary: `What the agent's token may do with ${scope.replace('-', ' ')}.`,
      type: {
        type: 'one-of',
        choices: values.map((value) => ({ value, means: means[value] ?? '' })),
      },
    },
  ]),
);

const idle = '{host} does not use it: it is for agents that run on GitHub.';

export const githubField: Field = {
  summary: "Settings for GitHub's own agents.",
  type: {
    type: 'map',
    keys: {
      permissions: {
        type: { type: 'map', keys: scopes },
        summary: "What the agent's token may do.",
      },
    },
  },
  otherwise: { fate: 'ignored', effect: idle },
  noEffect: idle,
  absent: 'What the repository allows.',
  snippet:
    '\n  permissions:\n    ${1|contents,issues,pull-requests,actions,checks,discussions|}: ${2|read,write,none|}',
  evidence: ran,
};

export const mcpServers: Field = {
  summary: 'MCP servers for this agent, in Copilot CLI and on GitHub.',
  type: { type: 'any' },
  otherwise: { fate: 'ignored', effect: '{host} starts no servers from it.' },
  noEffect: '{host} starts no servers from it: it is for Copilot CLI and for GitHub.',
  absent: 'The servers that are set up.',
  unoffered: true,
  evidence: ran,
};
