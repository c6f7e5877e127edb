import * as vscode from 'vscode';
import {
  type AgentItem,
  type MoveTargets,
  validForCommand,
  type WhyAnswer,
  type WhyParams,
  whyMethod,
} from '../../server/protocol/protocol';
import { inertLabel } from '../../server/text/inert-label';
import { allAgents } from '../agents/all-agents';
import { showSelection } from '../files';
import { inertItem } from '../inert-item';
import { t } from '../l10n';
import type { Server } from '../server';
import type { Command, Dossier } from './command';
import { chooseTarget, moveTargetsOf, moveToProgram } from './move-file';
import { withProgress } from './progress';
import { agentRows, type WhyRow, whyRows } from './why-missing-rows';

/** Shows why an agent is missing or unused: the agent in the active file, in another file or with an entered name. */
export const whyMissing: Command = {
  id: 'dossier.whyMissing',
  async run(dossier, argument) {
    const { server } = dossier;
    const open = vscode.window.activeTextEditor?.document;
    const query =
      argument instanceof vscode.Uri
        ? argument.toString()
        : await chooseAgent(await allAgents(server), open);
    if (query === undefined) return;
    if (query.startsWith('name:')) {
      const name = query.slice('name:'.length);
      await showReasons(dossier, {
        answers: await requestReasons(server, { name }),
        subject: name,
      });
      return;
    }
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(query));
    const uri = document.uri.toString();
    const sent = { version: document.version, text: document.getText() };
    const [answers, targets] = await Promise.all([
      requestReasons(server, { uri, sent }),
      moveTargetsOf(server, document.uri),
    ]);
    const subject = vscode.workspace.asRelativePath(document.uri);
    await showReasons(dossier, { answers, subject, document, targets });
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
          description: inertLabel(vscode.workspace.asRelativePath(open.uri)),
          iconPath: new vscode.ThemeIcon('file'),
          query: open.uri.toString(),
        },
      ]
    : [];
  const rows = agentRows(agents).map(
    ({ label, description, uri }): Choice => inertItem({ label, description, query: uri }),
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

interface Report {
  readonly answers: readonly WhyAnswer[];
  readonly subject: string;
  /** Absent for a name that no agent has. */
  readonly document?: vscode.TextDocument;
  readonly targets?: MoveTargets['targets'];
}

async function showReasons(
  { server, personas }: Dossier,
  { answers, subject, document, targets = [] }: Report,
): Promise<void> {
  const isUnread = document !== undefined && isReadNowhere(answers, targets);
  const rows = whyRows(answers, isUnread);
  const items = rows.map((row): vscode.QuickPickItem & { readonly row: WhyRow } =>
    row.kind === 'heading'
      ? { label: row.label, kind: vscode.QuickPickItemKind.Separator, row }
      : inertItem({ label: row.label, iconPath: new vscode.ThemeIcon(row.icon), row }),
  );
  const picked = await vscode.window.showQuickPick(items, {
    title: t('Why Is {0} Missing?', subject),
    placeHolder: isUnread
      ? t('No program reads this file here. Select what to do')
      : t('Select a line to go to its location'),
  });
  if (!picked || !document) return;
  const { row } = picked;
  if (row.kind === 'move') return moveToProgram(server, document.uri);
  if (row.kind === 'preview') {
    const target = await chooseTarget(targets, {
      title: t('Preview {0}', subject),
      placeHolder: t('Select the program whose folder to use'),
    });
    if (target) personas.show(document.uri, target.host, { isAssumed: true });
    return;
  }
  if (row.kind === 'valid') {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand(validForCommand, document.uri);
    return;
  }
  if (!row.range) {
    await vscode.window.showTextDocument(document);
    return;
  }
  const { start, end } = row.range;
  await showSelection(
    document,
    new vscode.Range(start.line, start.character, end.line, end.character),
  );
}

/** A file in a folder of some program has a reason in its text. */
const isReadNowhere = (answers: readonly WhyAnswer[], targets: MoveTargets['targets']): boolean =>
  targets.length > 0 &&
  !targets.some(({ isReader }) => isReader) &&
  answers.every(({ kind, range }) => kind === 'lost' && range === null);
