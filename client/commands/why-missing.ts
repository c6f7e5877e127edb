import * as vscode from 'vscode';
import {
  type AgentItem,
  agentsMethod,
  validForCommand,
  type WhyAnswer,
  type WhyParams,
  whyMethod,
} from '../../server/protocol';
import { t } from '../l10n';
import type { Server } from '../server';
import type { Command } from './command';
import { withProgress } from './progress';
import { agentRows, type WhyRow, whyRows } from './why-missing-rows';

/** Shows why an agent is missing or unused: the agent in the active file, in another file or with an entered name. */
export const whyMissing: Command = {
  id: 'dossier.whyMissing',
  async run({ server }, argument) {
    const agents = await server.request<readonly AgentItem[]>(agentsMethod, {});
    const open = vscode.window.activeTextEditor?.document;
    const query =
      argument instanceof vscode.Uri ? argument.toString() : await chooseAgent(agents, open);
    if (query === undefined) return;
    if (query.startsWith('name:')) {
      await showReasons(
        await requestReasons(server, { name: query.slice('name:'.length) }),
        query.slice(5),
      );
      return;
    }
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(query));
    const answers = await requestReasons(server, { uri: document.uri.toString() });
    await showReasons(answers, vscode.workspace.asRelativePath(document.uri), document);
  },
};

const requestReasons = (server: Server, params: WhyParams): Promise<readonly WhyAnswer[]> =>
  withProgress(
    t('Searching for the cause'),
    server.request<readonly WhyAnswer[]>(whyMethod, params),
  );

type Choice = vscode.QuickPickItem & { readonly query: string };

/** The URI of a file, or a name with the prefix `name:`. */
function chooseAgent(
  agents: readonly AgentItem[],
  open: vscode.TextDocument | undefined,
): Promise<string | undefined> {
  const activeFile: Choice[] = open
    ? [
        {
          label: t('Active file'),
          description: vscode.workspace.asRelativePath(open.uri),
          iconPath: new vscode.ThemeIcon('file'),
          query: open.uri.toString(),
        },
      ]
    : [];
  const rows = agentRows(agents).map(
    ({ label, description, uri }): Choice => ({ label, description, query: uri }),
  );
  const pick = vscode.window.createQuickPick<Choice>();
  pick.title = t('Why Is My Agent Missing?');
  pick.placeholder = t('Select an agent file, or type the name of the missing agent');
  pick.matchOnDescription = true;
  pick.items = [...activeFile, ...rows];
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
              query: `name:${name}`,
            },
          ];
    pick.items = [...activeFile, ...rows, ...typed];
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.query);
      pick.dispose();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

async function showReasons(
  answers: readonly WhyAnswer[],
  subject: string,
  document?: vscode.TextDocument,
): Promise<void> {
  const items = whyRows(answers).map((row): vscode.QuickPickItem & { readonly row: WhyRow } =>
    row.kind === 'heading'
      ? { label: row.label, kind: vscode.QuickPickItemKind.Separator, row }
      : { label: row.label, iconPath: new vscode.ThemeIcon(row.icon), row },
  );
  const picked = await vscode.window.showQuickPick(items, {
    title: t('Why Is {0} Missing?', subject),
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
