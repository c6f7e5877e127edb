// Dragging an agent to another host in the Agents view converts it. Nothing is written before the user has seen the result.
import * as vscode from 'vscode';
import { convertAgentCommand } from '../../server/protocol/protocol';
import type { Row } from './rows';

const agentType = 'application/vnd.code.tree.dossier.agents';

/** The host of a row: the first one of a group, or that of an agent. */
const hostOf = (row: Row | undefined): string | undefined =>
  row?.kind === 'agent' ? row.item.host : row?.hosts[0];

export const dragToConvert: vscode.TreeDragAndDropController<Row> = {
  dragMimeTypes: [agentType],
  dropMimeTypes: [agentType],
  handleDrag(rows, transfer) {
    const agents = rows.flatMap((row) => (row.kind === 'agent' ? [row.item] : []));
    if (agents.length > 0) transfer.set(agentType, new vscode.DataTransferItem(agents));
  },
  async handleDrop(target, transfer) {
    const host = hostOf(target);
    const dragged: unknown = transfer.get(agentType)?.value;
    if (host === undefined || !Array.isArray(dragged)) return;
    for (const { uri, host: from } of dragged as readonly { uri: string; host: string }[])
      if (from !== host) await vscode.commands.executeCommand(convertAgentCommand, uri, host);
  },
};
