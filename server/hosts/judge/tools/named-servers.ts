// The tools of MCP servers in a list of names, in hosts that write them as `server/tool` and `server/*`.
import type { ServerGrant } from '../../model/conversion';

export const namedServers = (names: readonly string[]): readonly ServerGrant[] =>
  names.flatMap((name): ServerGrant[] => {
    const slash = name.lastIndexOf('/');
    if (slash <= 0 || slash === name.length - 1) return [];
    const tool = name.slice(slash + 1);
    return [{ server: name.slice(0, slash), tool: tool === '*' ? null : tool, action: 'allow' }];
  });
