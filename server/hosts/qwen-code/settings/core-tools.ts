// The list `tools.core`: the built-in tools that it can take away, and those that it keeps.
import { idOfName } from './names';

/** The other tools are always there. */
export const limitedTools: readonly string[] = [
  ...['read_file', 'zoom_image', 'write_file', 'edit', 'notebook_edit', 'glob', 'grep_search'],
  ...['run_shell_command', 'list_directory', 'read_mcp_resource', 'web_fetch', 'web_search'],
  ...['cron_create', 'cron_delete', 'cron_list', 'loop_wakeup', 'monitor', 'lsp', 'todo_write'],
];

export const isLimited = (id: string): boolean => limitedTools.includes(id);

/** The IDs of the tools that are named, perhaps with a pattern. */
export const keptByCore = (names: readonly string[]): ReadonlySet<string> =>
  new Set(names.flatMap((name) => idOfName(beforePattern(name).trim()) ?? []));

const beforePattern = (name: string): string => name.split('(', 1)[0] ?? name;
