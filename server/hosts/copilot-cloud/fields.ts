// The fields of an agent file in Copilot's cloud agent, as GitHub documents them.
import type { Field } from '../model/field';
import type { Type } from '../model/type';
import { unmeasured } from '../model/unmeasured';
import { reference } from './evidence';

const field = (own: Omit<Field, 'otherwise' | 'evidence'> & Partial<Field>): Field => ({
  otherwise: unmeasured,
  evidence: reference,
  ...own,
});

const text: Type = { type: 'text' };
const flag: Type = { type: 'boolean' };

const server: Type = {
  type: 'map',
  keys: {
    type: { type: text, summary: 'The transport. `stdio` is read as `local`.' },
    command: { type: text, summary: 'The program to start.', snippet: ' ${1:npx}' },
    args: { type: { type: 'list', of: text }, summary: 'The arguments of the program.' },
    tools: {
      type: { type: 'list', of: text },
      summary: 'The tools of the server that are available; `*` for all.',
      snippet: ' ["${1:*}"]',
    },
    env: {
      type: { type: 'map', rest: text },
      summary:
        'Environment variables. `$NAME`, `${NAME}`, `${{ secrets.NAME }}` and `${{ vars.NAME }}` stand for secrets and variables of agents, which the repository or the organization defines.',
    },
    url: { type: text, summary: 'The address of a remote server.' },
    headers: { type: { type: 'map', rest: text }, summary: 'The headers of requests.' },
  },
  rest: { type: 'any' },
};

/** Fields of VS Code that are ignored so that one file fits both. */
const ignored = (summary: string): Field =>
  field({
    summary,
    type: { type: 'any' },
    noEffect: '{host} ignores it.',
    absent: 'Nothing.',
    isNeverOffered: true,
  });

export const fields: Readonly<Record<string, Field>> = {
  name: field({
    summary: 'The displayed name.',
    type: text,
    absent: 'The file name.',
    snippet: ' ${1:name}',
    details:
      'Of agents with one file name, that of the repository precedes that of the organization.',
    role: 'name',
  }),
  description: field({
    summary: 'What the agent does. Required.',
    type: { type: 'text', multiline: true },
    absent: 'Not known.',
    snippet: ' ${1:Use it when}',
    role: 'description',
  }),
  target: field({
    summary: 'Where the agent is available.',
    type: {
      type: 'one-of',
      choices: [
        { value: 'vscode', means: 'In VS Code only.' },
        { value: 'github-copilot', means: 'In the cloud agent only.' },
      ],
    },
    absent: 'Everywhere.',
    snippet: ' ${1|github-copilot,vscode|}',
  }),
  tools: field({
    summary: 'The tools that the agent can use. An empty list disables all tools.',
    type: { type: 'names', separators: ',', vocabulary: 'tools' },
    absent: 'All tools.',
    snippet: ' [${1:read, search, edit}]',
    details: 'A list, or a string separated by commas. Unrecognized names are ignored.',
    role: 'tools',
  }),
  model: field({
    summary: 'The model of the agent.',
    type: text,
    absent: 'The default model.',
    role: 'model',
  }),
  'disable-model-invocation': field({
    summary: 'Whether the agent must be selected manually.',
    type: flag,
    absent: 'false',
    snippet: ' ${1|true,false|}',
  }),
  'user-invocable': field({
    summary: 'Whether users can select the agent.',
    type: flag,
    absent: 'true',
    snippet: ' ${1|true,false|}',
    role: 'user-invocable',
  }),
  infer: field({
    summary: 'Retired in favor of `disable-model-invocation` and `user-invocable`.',
    type: flag,
    absent: 'true',
    details:
      '`infer: false` is the same as `disable-model-invocation: true`, which takes precedence.',
    isNeverOffered: true,
  }),
  'mcp-servers': field({
    summary: 'MCP servers of this agent. Those of the repository settings override them.',
    type: { type: 'map', rest: server },
    governs: 'code',
    absent: 'The MCP servers of the repository settings.',
    snippet:
      '\n  ${1:server}:\n    type: local\n    command: ${2:npx}\n    args: [${3}]\n    tools: ["*"]',
  }),
  metadata: field({
    summary: 'Names and values for your own use.',
    type: { type: 'map', rest: text },
    absent: 'None.',
    isForDisplay: true,
  }),
  'argument-hint': ignored('A hint in the input of VS Code.'),
  handoffs: ignored('Handoffs to other agents in VS Code.'),
};
