// One row of a menu that stands for several actions: which of them to apply is asked when it is chosen.
import * as vscode from 'vscode';
import type { CodeAction } from 'vscode-languageclient';
import { chooseActionCommand } from '../../server/protocol/protocol';
import { inertItem } from '../inert-item';
import type { Command } from './command';

export const chooseAction: Command = {
  id: chooseActionCommand,
  async run({ server }, title, actions) {
    if (typeof title !== 'string' || !Array.isArray(actions)) return;
    const items = (actions as readonly CodeAction[]).map((action) =>
      inertItem({ label: action.title, action }),
    );
    const picked = await vscode.window.showQuickPick(items, { title });
    if (!picked) return;
    const { edit, command } = picked.action;
    if (edit) {
      const { protocol2CodeConverter } = await server.ready();
      await vscode.workspace.applyEdit(await protocol2CodeConverter.asWorkspaceEdit(edit));
    }
    if (command) {
      const { command: id, arguments: values = [] } = command;
      await vscode.commands.executeCommand(id, ...values);
    }
  },
};
