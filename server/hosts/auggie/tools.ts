// The tools of Auggie that its documentation lists. Its list is not complete, so other names are not judged.
import type { Tool, ToolCatalog } from '../model/tools';
import { inToolDocs } from './evidence';

const catalog: readonly Tool[] = [
  { name: 'view', purposes: ['read-file'], means: 'Reads a file.' },
  { name: 'codebase-retrieval', does: 'search', means: 'Searches the code by meaning.' },
  { name: 'grep-search', purposes: ['search-text'], means: 'Searches file contents.' },
  { name: 'str-replace-editor', purposes: ['change-file'], means: 'Replaces text in a file.' },
  { name: 'save-file', purposes: ['create-file'], means: 'Creates or overwrites a file.' },
  { name: 'remove-files', does: 'write', means: 'Deletes files.' },
  { name: 'launch-process', purposes: ['run-command'], means: 'Runs shell commands.' },
  { name: 'read-process', does: 'read', means: 'Reads the output of a process.' },
  { name: 'write-process', does: 'run', means: 'Sends input to a process.' },
  { name: 'list-processes', does: 'plan', means: 'Lists the processes.' },
  { name: 'kill-process', does: 'run', means: 'Ends a process.' },
  { name: 'web-search', purposes: ['search-web'], means: 'Searches the web.' },
  { name: 'web-fetch', purposes: ['fetch-page'], means: 'Fetches web pages.' },
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
  separators: ',',
  evidence: inToolDocs,
};
