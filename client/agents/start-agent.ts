// Starts a conversation with an agent: in the chat of this editor, or with a command in a terminal.
import * as vscode from 'vscode';
import {
  type AgentItem,
  type PersonaCard,
  type PersonaParams,
  personaMethod,
  type StartCard,
} from '../../server/protocol/protocol';
import { t } from '../l10n';
import { showInformation } from '../notify';
import type { Server } from '../server';
import type { AgentRow } from './rows';

/** Opens the chat of the editor with the agent. */
export async function openChatWith(server: Server, row: AgentRow): Promise<void> {
  const item = itemIn(row, 'chat');
  const editor = (await startCardOf(server, item))?.editor;
  const known = editor ? await vscode.commands.getCommands(true) : [];
  if (editor && known.includes(editor.command))
    await vscode.commands.executeCommand(editor.command, editor.argument);
  else explain(item);
}

/**
 * Writes the command into a new terminal, in a trusted workspace only. The user runs it with Enter, because the name in it comes
 * from a file.
 */
export async function runInTerminal(server: Server, row: AgentRow): Promise<void> {
  const item = itemIn(row, 'terminal');
  if (!vscode.workspace.isTrusted) {
    void showInformation(t('Trust this workspace to run its agents in a terminal.'));
    return;
  }
  const command = (await startCardOf(server, item))?.command;
  if (!command) {
    explain(item);
    return;
  }
  const cwd = item.folder === null ? {} : { cwd: vscode.Uri.parse(item.folder) };
  const terminal = vscode.window.createTerminal({ name: item.name, ...cwd });
  terminal.show();
  terminal.sendText(command, false);
}

const itemIn = ({ item, items }: AgentRow, where: AgentItem['startsIn']): AgentItem =>
  items.find(({ startsIn }) => startsIn === where) ?? item;

/** The server only knows open documents. */
async function startCardOf(
  server: Server,
  { uri, host, start: at }: AgentItem,
): Promise<StartCard | null> {
  await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  const params: PersonaParams = { uri, ...(at && { at }) };
  const card = await server.request<PersonaCard | null>(personaMethod, params);
  return card?.hosts.find((one) => one.host === host)?.agent?.start ?? null;
}

const explain = ({ name, hostName }: AgentItem): void =>
  void showInformation(
    t('No command is known that starts "{0}". Start it in {1} itself.', name, hostName),
  );
