// MCP servers of the project and their tools, in the form that a list of tools takes. What tools a server has, no file says;
// known are those that other agents name, that the editor reports, and that many authors write.
import type { Dialect, Host } from '../../hosts/host';
import { wordsInUse } from '../../hosts/usage';
import type { View } from '../view';
import { ranks } from './item';
import type { Word } from './values';

/** More agents are not asked which tools they name. */
const mostAgents = 300;

/**
 * @param field whose list it is.
 * @param typed what is written so far: a server's bare name is completed to the host's form for it.
 */
export function serverItems(
  view: View,
  host: Host,
  { tools }: Dialect,
  field: string,
  typed: string,
): Word[] {
  const { ofServer } = tools;
  if (!ofServer) return [];
  const spelled = host.missing?.['mcp-server']?.spelled ?? ((name: string) => name);
  const servers = view.neighbours.brought(host, 'mcp-server');
  if (servers.length === 0) return [];
  const named = namesIn(view, host, field);
  return servers.flatMap((server): Word[] => {
    const { all, prefix } = ofServer(spelled(server));
    const own = [...named].filter((name) => name.startsWith(prefix) && name !== all);
    return [all, ...own].map((label) => ({
      label,
      kind: 'reference',
      detail: label === all ? `all tools of ${server}` : `MCP server ${server}`,
      documentation: () => `The MCP server "${server}" is configured in this project.`,
      rank: ranks.ordinary,
      ...(isBareServer(server, label, typed) && { prefix: server }),
    }));
  });
}

const isBareServer = (server: string, label: string, typed: string): boolean =>
  typed !== '' &&
  !label.toLowerCase().startsWith(typed.toLowerCase()) &&
  server.toLowerCase().startsWith(typed.toLowerCase());

/** Names that are no tools of the host's own: those of MCP servers are among them. */
function namesIn({ neighbours, context }: View, host: Host, field: string): ReadonlySet<string> {
  const names = new Set([...context.editorTools, ...wordsInUse(host.usage, field)]);
  for (const id of neighbours.ids(host).slice(0, mostAgents))
    for (const { unverified } of neighbours.called(host, id))
      for (const name of unverified) names.add(name);
  return names;
}
