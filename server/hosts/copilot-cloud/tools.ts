// The names in `tools` that GitHub documents for Copilot's cloud agent. Letter case does not matter.
import type { Tool, ToolCatalog } from '../model/tools';
import { reference } from './evidence';

const documented: readonly Tool[] = [
  { name: 'read', purposes: ['read-file'], means: 'Reads files.' },
  {
    name: 'search',
    purposes: ['find-files', 'search-text'],
    means: 'Finds files by name and searches their contents.',
  },
  {
    name: 'edit',
    purposes: ['create-file', 'change-file', 'edit-notebook'],
    means: 'Creates and changes files.',
  },
  { name: 'execute', purposes: ['run-command'], means: 'Runs shell commands.' },
  { name: 'agent', purposes: ['delegate'], means: 'Starts other agents.' },
];

/** Names that stand for a tool, in lowercase. */
const aliases: Readonly<Record<string, string>> = {
  shell: 'execute',
  bash: 'execute',
  powershell: 'execute',
  notebookread: 'read',
  multiedit: 'edit',
  write: 'edit',
  notebookedit: 'edit',
  grep: 'search',
  glob: 'search',
  'custom-agent': 'agent',
  task: 'agent',
};

/** Names of tools that the cloud agent does not have, which are accepted for VS Code. */
const notApplicable: ReadonlySet<string> = new Set([
  ...['web', 'websearch', 'webfetch'],
  ...['todo', 'todowrite'],
]);

const catalog: readonly Tool[] = [
  ...documented,
  ...Object.entries(aliases).map(
    ([name, tool]): Tool => ({
      name,
      purposes: documented.find((one) => one.name === tool)?.purposes ?? [],
      means: `Another name of \`${tool}\`.`,
      internal: true,
    }),
  ),
];

/** The tool that a name stands for; null for one of other programs; undefined for a name that is not documented. */
export function toolOf(name: string): string | null | undefined {
  const word = name.toLowerCase();
  if (notApplicable.has(word)) return null;
  if (documented.some((tool) => tool.name === word)) return word;
  return Object.hasOwn(aliases, word) ? aliases[word] : undefined;
}

export const tools: ToolCatalog = {
  tools: catalog,
  former: [],
  forms: [
    { form: '*', means: 'All tools.', snippet: '*' },
    { form: 'github/*', means: 'The read-only tools of GitHub.', snippet: 'github/*' },
    { form: 'playwright/*', means: 'A browser for pages of localhost.', snippet: 'playwright/*' },
    { form: 'SERVER/*', means: 'All tools of an MCP server.', snippet: '${1:server}/*' },
    { form: 'SERVER/TOOL', means: 'One tool of an MCP server.', snippet: '${1:server}/${2:tool}' },
  ],
  separators: ',',
  evidence: reference,
};
