// Fields for agents that run on GitHub. VS Code checks them but does not use them.
import type { Field } from '../model/field';
import type { KeyType } from '../model/type';
import { executedHere, readHere } from './evidence';

/** The values that each scope of the token accepts. */
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
  read: 'Read access.',
  write: 'Read and write access.',
  none: 'No access.',
};

const scopes = Object.fromEntries(
  Object.entries(permissionScopes).map(([scope, values]): [string, KeyType] => [
    scope,
    {
      summary: `The access of the agent's token to ${scope.replace('-', ' ')}.`,
      type: {
        type: 'one-of',
        choices: values.map((value) => ({ value, means: means[value] ?? '' })),
      },
    },
  ]),
);

const notUsed = '{host} does not use it. It applies to agents that run on GitHub.';

export const githubField: Field = {
  summary: 'Settings for agents that run on GitHub.',
  type: {
    type: 'map',
    keys: {
      permissions: {
        type: { type: 'map', keys: scopes },
        summary: "The permissions of the agent's token.",
      },
    },
  },
  otherwise: { outcome: 'ignored', effect: notUsed },
  noEffect: notUsed,
  absent: 'The permissions that the repository grants.',
  snippet:
    '\n  permissions:\n    ${1|contents,issues,pull-requests,actions,checks,discussions|}: ${2|read,write,none|}',
  evidence: executedHere,
  valueEvidence: readHere,
};

export const mcpServers: Field = {
  summary: 'MCP servers for this agent, in Copilot CLI and on GitHub.',
  type: { type: 'any' },
  otherwise: { outcome: 'ignored', effect: '{host} does not start servers from it.' },
  noEffect: '{host} does not start servers from it. It applies to Copilot CLI and to GitHub.',
  absent: 'The servers that are configured.',
  isNeverOffered: true,
  evidence: executedHere,
};
