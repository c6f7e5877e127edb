// How the lists of a host name the tools of MCP servers, and which name stands for which tools.

export interface ServerNames {
  /** What each of these names begins with: `mcp__`. */
  readonly prefix: string;
  /** Between the name of a server and that of its tool. */
  readonly separator: string;
  /** What may follow the name of a server in a name for all of its tools: nothing, or `__*`. */
  readonly whole: readonly string[];
  /** Names for the tools of all servers. */
  readonly every: readonly string[];
  /** Whether a name may have arguments in parentheses, which the host ignores. */
  readonly ignoresArguments?: true;
  /** Whether the name matches another one with wildcards; absent where wildcards stand for nothing else. */
  readonly matches?: (pattern: string, name: string) => boolean;
}

/** A server, and its tool; null for all of its tools. */
export interface ServerTool {
  readonly server: string;
  readonly tool: string | null;
}

const withoutArguments = (name: string, { ignoresArguments }: ServerNames): string =>
  ignoresArguments && name.endsWith(')') && name.includes('(')
    ? name.slice(0, name.indexOf('('))
    : name;

/** Whether a name is that of a tool of a server, or of several. */
export const isOfServer = (name: string, names: ServerNames | undefined): boolean =>
  names !== undefined && name.startsWith(names.prefix) && name !== names.prefix;

/** The server and the tool that a name stands for; null where it names no single server, or the host does not accept the form. */
export function serverToolIn(name: string, names: ServerNames): ServerTool | null {
  const { prefix, separator, whole, every } = names;
  const base = withoutArguments(name, names);
  if (!isOfServer(base, names) || every.includes(base)) return null;
  const rest = base.slice(prefix.length);
  // The name of a server has at least one character.
  const at = rest.indexOf(separator);
  if (at === 0) return null;
  if (at < 0) return whole.includes('') ? { server: rest, tool: null } : null;
  const tool = rest.slice(at + separator.length);
  if (tool === '') return null;
  const isWhole = whole.includes(`${separator}${tool}`);
  return { server: rest.slice(0, at), tool: isWhole ? null : tool };
}

/** Whether a name stands for everything that another one stands for: `mcp__git` for `mcp__git__push`. */
export function standsForName(wide: string, name: string, names: ServerNames | undefined): boolean {
  if (wide === name) return true;
  if (!names || !isOfServer(wide, names) || !isOfServer(name, names)) return false;
  const [outer, inner] = [withoutArguments(wide, names), withoutArguments(name, names)];
  if (outer === inner || names.every.includes(outer) || names.matches?.(outer, inner)) return true;
  const server = serverToolIn(outer, names);
  return server?.tool === null && serverToolIn(inner, names)?.server === server.server;
}
