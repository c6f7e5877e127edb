import * as vscode from 'vscode';
import {
  type AgentItem,
  agentsMethod,
  validForCommand,
  type WhyAnswer,
  type WhyParams,
  whyMethod,
} from '../../server/protocol';
import type { Server } from '../server';
import { t } from '../words';
import type { Command } from './command';
import { agentRows, type WhyRow, whyRows } from './why-missing-words';

/** Says why an agent is not there, or not used: of the open file, of another, or of a name that is typed. */
export const whyMissing: Command = {
  id: 'dossier.whyMissing',
  async run({ server }, given) {
    const agents = await server.request<readonly AgentItem[]>(agentsMethod, {});
    const open = vscode.window.activeTextEditor?.document;
    const asked = given instanceof vscode.Uri ? given.toString() : await chooseAgent(agents, open);
    if (asked === undefined) return;
    if (asked.startsWith('name:')) {
      await show(await ask(server, { name: asked.slice('name:'.length) }), asked.slice(5));
      return;
    }
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(asked));
    const answers = await ask(server, { uri: document.uri.toString() });
    await show(answers, vscode.workspace.asRelativePath(document.uri), document);
  },
};

const ask = (server: Server, params: WhyParams): Promise<readonly WhyAnswer[]> =>
  server.request<readonly WhyAnswer[]>(whyMethod, params);

type Choice = vscode.QuickPickItem & { readonly asked: string };

/** A file as its URI, or a name behind `name:`. */
function chooseAgent(
  agents: readonly AgentItem[],
  open: vscode.TextDocument | undefined,
): Promise<string | undefined> {
  const here: Choice[] = open
    ? [
        {
          label: t('Active file'),
          description: vscode.workspace.asRelativePath(open.uri),
          iconPath: new vscode.ThemeIcon('file'),
          asked: open.uri.toString(),
        },
      ]
    : [];
  const rows = agentRows(agents).map(
    ({ label, description, uri }): Choice => ({ label, description, asked: uri }),
  );
  const pick = vscode.window.createQuickPick<Choice>();
  pick.title = t('Why Is My Agent Missing?');
  pick.placeholder = t('Select an agent file, or type the name of the missing agent');
  pick.matchOnDescription = true;
  pick.items = [...here, ...rows];
  const isNamed = (name: string): boolean => agents.some((agent) => agent.name === name);
  pick.onDidChangeValue((text) => {
    const name = text.trim();
    const typed: Choice[] =
      name === '' || isNamed(name)
        ? []
        : [
            {
              label: name,
              description: t('no agent has this name'),
              alwaysShow: true,
              asked: `name:${name}`,
            },
          ];
    pick.items = [...here, ...rows, ...typed];
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.asked);
      pick.dispose();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

async function show(
  answers: readonly WhyAnswer[],
  what: string,
  document?: vscode.TextDocument,
): Promise<void> {
  const items = whyRows(answers).map((row): vscode.QuickPickItem & { readonly row: WhyRow } =>
    row.kind === 'heading'
      ? { label: row.label, kind: vscode.QuickPickItemKind.Separator, row }
      : { label: row.label, iconPath: new vscode.ThemeIcon(row.icon), row },
  );
  const picked = await vscode.window.showQuickPick(items, {
    title: t('Why Is {0} Missing?', what),
    placeHolder: t('Select a line to go to its location'),
  });
  if (!picked || !document) return;
  const { row } = picked;
  if (row.kind === 'valid') {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand(validForCommand, document.uri);
    return;
  }
  const editor = await vscode.window.showTextDocument(document);
  if (!row.range) return;
  const { start, end } = row.range;
  editor.selection = new vscode.Selection(start.line, start.character, end.line, end.character);
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
