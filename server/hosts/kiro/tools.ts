// The names in `tools` that the documentation of Kiro lists. Most are tags, each of which stands for several tools.
import type { ToolPurposes } from '../model/tool-purposes';
import type { Tool, ToolCatalog } from '../model/tools';
import { agentConfig, reference } from './evidence';

const purposes: ToolPurposes = {
  'read-file': ['read', 'fs_read'],
  'list-folder': ['read'],
  'find-files': ['read'],
  'search-text': ['read'],
  'create-file': ['write', 'fs_write'],
  'change-file': ['write', 'fs_write'],
  'run-command': ['shell', 'execute_bash'],
  'fetch-page': ['web'],
  'track-todos': ['todo_list'],
  delegate: ['subagent'],
};

const tags: readonly Tool[] = [
  { name: 'read', does: 'read', means: 'Reads files, lists folders and searches.' },
  { name: 'write', does: 'write', means: 'Creates, changes and deletes files.' },
  { name: 'shell', does: 'run', means: 'Runs commands and manages processes.' },
  { name: 'web', does: 'web', means: 'Fetches web pages.' },
  { name: 'subagent', does: 'delegate', means: 'Delegates to other agents.' },
  { name: 'context', does: 'other', means: 'Manages context and steering files.' },
  { name: 'knowledge', does: 'search', means: 'Uses knowledge bases.' },
  {
    name: 'todo_list',
    does: 'plan',
    means: 'Tracks tasks. Version 3 of the engine does not provide it.',
    sometimes: true,
    evidence: reference,
  },
];

/** What `@builtin` stands for. */
export const builtIn: readonly string[] = tags.map(({ name }) => name);

/** Names of version 2, which still work, with the tags that replace them. */
const earlier: Readonly<Record<string, string>> = {
  fs_read: 'read',
  fs_write: 'write',
  execute_bash: 'shell',
};

/** The tags that a name stands for; empty for a name that is not documented. */
export const tagsOf = (name: string): readonly string[] => {
  if (name === '@builtin' || name === '*') return builtIn;
  if (builtIn.includes(name)) return [name];
  const tag = Object.hasOwn(earlier, name) ? earlier[name] : undefined;
  return tag === undefined ? [] : [tag];
};

/** The tag that differs from a name in letter case only. */
export const inAnyCase = (name: string): string | undefined => {
  const lower = name.toLowerCase();
  return lower !== name && builtIn.includes(lower) ? lower : undefined;
};

const catalog: readonly Tool[] = [
  ...tags,
  ...Object.entries(earlier).map(
    ([name, tag]): Tool => ({
      name,
      does: tags.find((one) => one.name === tag)?.does ?? 'other',
      means: `The name of \`${tag}\` in version 2, which still works.`,
      internal: true,
      evidence: reference,
    }),
  ),
];

export const tools: ToolCatalog = {
  tools: catalog,
  former: [],
  forms: [
    { form: '*', means: 'All tools.', snippet: '*' },
    { form: '@builtin', means: 'All built-in tools.', snippet: '@builtin' },
    { form: '@mcp', means: 'All tools of the MCP servers in `mcp.json`.', snippet: '@mcp' },
    { form: '@SERVER', means: 'All tools of an MCP server.', snippet: '@${1:server}' },
    {
      form: '@SERVER/TOOL',
      means: 'One tool of an MCP server.',
      snippet: '@${1:server}/${2:tool}',
    },
  ],
  ofServer: (server) => ({ all: `@${server}`, prefix: `@${server}/` }),
  servers: { prefix: '@', separator: '/', whole: ['', '/*'], every: ['@mcp'] },
  purposes,
  standsFor: tagsOf,
  synonyms: { bash: ['shell'], terminal: ['shell'], edit: ['write'], grep: ['read'] },
  separators: '',
  evidence: agentConfig,
};
