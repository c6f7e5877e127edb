// Which calls a name in the lists of settings is for. Names of other programs, and those that users see, stand for no tool.
import type { ToolCall } from '../../model/guards';
import { mcpParts } from '../tool-names';

export const shell = 'run_shell_command';
export const shellNames: readonly string[] = [shell, 'ShellTool'];

/** Names in the program's own code, by which only `tools.exclude` knows the tools. */
const inCode: Readonly<Record<string, string>> = {
  ReadFileTool: 'read_file',
  WriteFileTool: 'write_file',
  EditTool: 'replace',
  LSTool: 'list_directory',
  GlobTool: 'glob',
  RipGrepTool: 'grep_search',
  WebFetchTool: 'web_fetch',
  WebSearchTool: 'google_web_search',
  ActivateSkillTool: 'activate_skill',
  AgentTool: 'invoke_agent',
  ShellTool: shell,
};

/** A tool of an MCP server. */
export interface ServedTool {
  readonly server: string;
  readonly name: string;
}

/** The server of `mcp__server__tool`; null for any other tool. */
export function servedTool(tool: string): ServedTool | null {
  const [prefix, server = '', ...rest] = tool.split('__');
  const name = rest.join('__');
  return prefix === 'mcp' && server !== '' && name !== '' ? { server, name } : null;
}

/**
 * `mcp__server__tool` for the program's own name of that tool, `mcp_server_tool`; any other name unchanged.
 * @param servers names that may contain the separator
 */
export function withServer(tool: string, servers: readonly string[]): string {
  const [longest] = servers
    .filter((name) => tool.startsWith(`mcp_${name}_`))
    .sort((one, other) => other.length - one.length);
  const parts = tool.startsWith('mcp__') ? null : mcpParts(tool);
  if (!parts) return tool;
  const server = longest ?? parts.server;
  return `mcp__${server}__${tool.slice(`mcp_${server}_`.length)}`;
}

/** The name of a tool in rules and in matchers of hooks. */
export function nameInRules(tool: string): string {
  const served = servedTool(tool);
  return served ? `mcp_${served.server}_${served.name}` : tool;
}

/** The names of a call in rules: of the tool, and of the agent that it starts. */
function namesOf({ tool, subject }: ToolCall): readonly string[] {
  if (servedTool(tool)) return [nameInRules(tool)];
  if (tool === 'grep_search') return [tool, 'search_file_content'];
  return tool === 'invoke_agent' && subject !== '' ? [tool, subject] : [tool];
}

/** Whether the name, which may have a star for servers and their tools, is one of the call. */
export function isNamed(name: string, call: ToolCall): boolean {
  if (name === '*' || namesOf(call).includes(name)) return true;
  const served = servedTool(call.tool);
  return served !== null && (name === 'mcp_*' || name === `mcp_${served.server}_*`);
}

/** Whether the list `tools.exclude` takes the tool by this name. Null where that is not known. */
export function isExcluded(name: string, call: ToolCall): boolean | null {
  // Which of two tools for this is used depends on the machine.
  if (name === 'GrepTool') return call.tool === 'grep_search' ? null : false;
  if (isNamed(name, call) || servedTool(call.tool)?.name === name) return true;
  return Object.hasOwn(inCode, name) && inCode[name] === call.tool;
}

/** The built-in tool that `tools.exclude` takes by this name; undefined for one that is no such tool. */
export const excludedTool = (name: string): string | undefined =>
  Object.hasOwn(inCode, name) ? inCode[name] : undefined;

export interface WrittenName {
  readonly tool: string;
  /** What a command begins with; null for all calls. Empty for no command. */
  readonly words: string | null;
}

/** A name in the lists `tools.allowed` and `tools.core`. Only rules for commands have a pattern; others are for all calls of the tool. */
export function nameIn(written: string): WrittenName {
  const [, name, words] = /^([\w-]+)\((.*)\)$/.exec(written) ?? [];
  const tool = name ?? written;
  if (shellNames.includes(tool)) return { tool: shell, words: words ?? null };
  return { tool, words: null };
}

/** Whether the list `tools.core` keeps a built-in tool among those that there are. */
export const keepsTool = (names: readonly string[], tool: string): boolean =>
  tool === 'activate_skill' ||
  tool === 'complete_task' ||
  names.some(
    (name) =>
      name === tool ||
      name.startsWith(`${tool}(`) ||
      excludedTool(name.split('(', 1)[0] ?? name) === tool,
  );

/** Whether the rules of the list `tools.core` allow any of its calls. */
export const keptByRule = (names: readonly string[], tool: string): boolean =>
  names.some((written) => {
    const { tool: name, words } = nameIn(written);
    return words !== '' && isNamed(name, { tool, subject: '' });
  });

/** Whether the list `tools.allowed` denies all commands: it has a name for commands without one, and no other. */
export function allowsNoCommand(names: readonly string[]): boolean {
  const words = names.flatMap((written) => {
    const { tool, words: own } = nameIn(written);
    return isNamed(tool, { tool: shell, subject: '' }) ? [own] : [];
  });
  return words.length > 0 && words.every((one) => one === '');
}

/** The name in the list `tools.confirmationRequired`. */
export const confirmedName = (written: string): string =>
  shellNames.includes(written) ? shell : written;
