// The tools of Auggie that its documentation lists. Its list is not complete, so other names are not judged.
import type { ToolPurposes } from '../model/tool-purposes';
import type { Tool, ToolCatalog } from '../model/tools';
import { inToolDocs } from './evidence';

const purposes: ToolPurposes = {
  'read-file': ['view'],
  'search-text': ['grep-search'],
  'create-file': ['save-file'],
  'change-file': ['str-replace-editor'],
  'run-command': ['launch-process'],
  'fetch-page': ['web-fetch'],
  'search-web': ['web-search'],
};

const catalog: readonly Tool[] = [
  { name: 'view', does: 'read', means: 'Reads a file.' },
  { name: 'codebase-retrieval', does: 'search', means: 'Searches the code by meaning.' },
  { name: 'grep-search', does: 'search', means: 'Searches file contents.' },
  { name: 'str-replace-editor', does: 'write', means: 'Replaces text in a file.' },
  { name: 'save-file', does: 'write', means: 'Creates or overwrites a file.' },
  { name: 'remove-files', does: 'write', means: 'Deletes files.' },
  { name: 'launch-process', does: 'run', means: 'Runs shell commands.' },
  { name: 'read-process', does: 'read', means: 'Reads the output of a process.' },
  { name: 'write-process', does: 'run', means: 'Sends input to a process.' },
  { name: 'list-processes', does: 'plan', means: 'Lists the processes.' },
  { name: 'kill-process', does: 'run', means: 'Ends a process.' },
  { name: 'web-search', does: 'web', means: 'Searches the web.' },
  { name: 'web-fetch', does: 'web', means: 'Fetches web pages.' },
  {
    name: 'github-api',
    does: 'other',
    means: 'Calls the API of GitHub, if the account is connected with it.',
    sometimes: true,
  },
  {
    name: 'linear',
    does: 'other',
    means: 'Uses Linear, if the account is connected with it.',
    sometimes: true,
  },
  {
    name: 'notion',
    does: 'other',
    means: 'Uses Notion, if the account is connected with it.',
    sometimes: true,
  },
  {
    name: 'supabase',
    does: 'other',
    means: 'Uses Supabase, if the account is connected with it.',
    sometimes: true,
  },
];

/** The tools that its documentation lists, by name. */
export const byName: ReadonlyMap<string, Tool> = new Map(catalog.map((tool) => [tool.name, tool]));

export const tools: ToolCatalog = {
  tools: catalog,
  former: [],
  forms: [],
  purposes,
  separators: ',',
  evidence: inToolDocs,
};
