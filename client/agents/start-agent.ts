// Starts a conversation with an agent, a skill or a command: in the chat of this editor, or with a command in a terminal.
import * as vscode from 'vscode';
import {
  type AgentItem,
  type CallAnswer,
  type CallCard,
  type CallParams,
  callMethod,
  type PersonaCard,
  type PersonaParams,
  personaMethod,
  type StartCard,
} from '../../server/protocol/protocol';
import { t } from '../l10n';
import { showInformation } from '../notify';
import type { Server } from '../server';
import type { AgentRow } from './rows';

/** Opens the chat of the editor with the agent, or with the call of a skill in front of what the user types. */
export async function openChatWith(server: Server, row: AgentRow): Promise<void> {
  const item = itemIn(row, 'chat');
  const editor = (
    item.kind === 'agent' ? await startCardOf(server, item) : await callCardOf(server, item, '')
  )?.editor;
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
  const typed = item.kind === 'agent' ? '' : await askForArguments(item);
  if (typed === undefined) return;
  const command =
    item.kind === 'agent'
      ? (await startCardOf(server, item))?.command
      : (await callCardOf(server, item, typed))?.command;
  if (!command) {
    explain(item, typed);
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

/** Undefined if the user canceled. */
const askForArguments = ({ name, kind }: AgentItem): Thenable<string | undefined> =>
  vscode.window.showInputBox({
    title: kind === 'command' ? t('Run the command "{0}"', name) : t('Run the skill "{0}"', name),
    prompt: t('Arguments, if it takes any'),
    placeHolder: t('first second'),
    // The file, which shows which arguments there are, may be read meanwhile.
    ignoreFocusOut: true,
  });

async function callCardOf(
  server: Server,
  { uri, host, name }: AgentItem,
  typed: string,
): Promise<CallCard | undefined> {
  await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  const params: CallParams = { uri, typed: `/${name} ${typed}` };
  const answer = await server.request<CallAnswer | null>(callMethod, params);
  return answer?.calls.find((one) => one.host === host);
}

/** @param typed arguments; those that a shell could split or run have no command, nor those that begin like an option. */
const explain = ({ name, hostName }: AgentItem, typed = ''): void =>
  void showInformation(
    typed === ''
      ? t('No command is known that starts "{0}". Start it in {1} itself.', name, hostName)
      : t(
          '"{0}" cannot be passed safely on a command line. Type it in {1} itself.',
          typed,
          hostName,
        ),
  );
