// The names in `tools` that the documentation of Kiro lists. Most are tags, each of which stands for several tools.
import type { Tool, ToolCatalog } from '../model/tools';
import { agentConfig, reference } from './evidence';

const tags: readonly Tool[] = [
  {
    name: 'read',
    purposes: ['read-file', 'list-folder', 'find-files', 'search-text'],
    means: 'Reads files, lists folders and searches.',
  },
  {
    name: 'write',
    purposes: ['create-file', 'change-file'],
    means: 'Creates, changes and deletes files.',
  },
  { name: 'shell', purposes: ['run-command'], means: 'Runs commands and manages processes.' },
  { name: 'web', purposes: ['fetch-page'], means: 'Fetches web pages.' },
  { name: 'subagent', purposes: ['delegate'], means: 'Delegates to other agents.' },
  { name: 'context', does: 'other', means: 'Manages context and steering files.' },
  { name: 'knowledge', does: 'search', means: 'Uses knowledge bases.' },
  {
    name: 'todo_list',
    purposes: ['track-todos'],
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
      purposes: tags.find((one) => one.name === tag)?.purposes ?? [],
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
  standsFor: tagsOf,
  synonyms: { bash: ['shell'], terminal: ['shell'], edit: ['write'], grep: ['read'] },
  separators: '',
  evidence: agentConfig,
};
