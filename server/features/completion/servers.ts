// MCP servers of the project and their tools, in the form that a list of tools accepts. No file lists the tools of a server; known
// are those that other agents name, that the editor reports, and that are common in real files.

import type { Dialect } from '../../hosts/model/dialect';
import type { Host } from '../../hosts/model/host';
import { usedWords } from '../../hosts/model/usage';
import { escapeMarkdown } from '../../text/escape-markdown';
import { t } from '../../text/message';
import type { View } from '../view/view';
import { ranks, type Word } from './item';

/** Further agents are not searched for tool names. */
const maxAgents = 300;

/**
 * @param field the field of the list.
 * @param typed the value so far: the plain name of a server is completed to the form of the host.
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
  const servers = view.workspace.definedNames(host, 'mcp-server');
  if (servers.length === 0) return [];
  const named = namesIn(view, host, field);
  return servers.flatMap((server): Word[] => {
    const { all, prefix } = ofServer(spelled(server));
    const own = [...named].filter((name) => name.startsWith(prefix) && name !== all);
    return [all, ...own].map((label) => ({
      label,
      kind: 'reference',
      detail:
        label === all
          ? t('all tools of {server}', { server })
          : t('MCP server {server}', { server }),
      documentation: () =>
        t('The MCP server "{server}" is configured in this project.', {
          server: escapeMarkdown(server),
        }),
      rank: ranks.ordinary,
      ...(isBareServer(server, label, typed) && { prefix: server }),
    }));
  });
}

const isBareServer = (server: string, label: string, typed: string): boolean =>
  typed !== '' &&
  !label.toLowerCase().startsWith(typed.toLowerCase()) &&
  server.toLowerCase().startsWith(typed.toLowerCase());

/** Tool names that are not the host's own, some of which are of MCP servers. */
function namesIn({ workspace, context }: View, host: Host, field: string): ReadonlySet<string> {
  const names = new Set([...context.editorTools, ...usedWords(host.usage, field)]);
  for (const id of workspace.ids(host).slice(0, maxAgents))
    for (const { unverified } of workspace.called(host, id))
      for (const name of unverified) names.add(name);
  return names;
}
