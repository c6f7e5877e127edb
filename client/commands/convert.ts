import * as vscode from 'vscode';
import {
  type AgentCopy,
  type ConvertAnswer,
  type ConvertFolderAnswer,
  type ConvertFolderParams,
  type ConvertParams,
  type CopiesParams,
  convertAgentCommand,
  convertFolderMethod,
  convertMethod,
  copiesMethod,
  type ProgramsAnswer,
  programsMethod,
} from '../../server/protocol/protocol';
import { copyAccountOf, copyTitle, folderAccountOf, refusalOf } from '../convert/account';
import { convertAgent, unchanged, writeAll } from '../convert/convert-agent';
import { type ConversionPreview, decisions } from '../convert/preview';
import { inertItem } from '../inert-item';
import { plural, t } from '../l10n';
import { showInformation, showWarning } from '../notify';
import { type Command, type Dossier, targetOf } from './command';
import { withProgress } from './progress';

/** Converts the agent of a file. The Agents view passes the file and the host. */
export const convertAgentTo: Command = {
  id: convertAgentCommand,
  async run(dossier, argument, host) {
    const uri = targetOf(argument);
    if (uri) await convertAgent(dossier, uri, typeof host === 'string' ? host : undefined);
    else void showInformation(t('Open an agent file first.'));
  },
};

/** Converts all agents of a folder. Agents that could do more are not converted. */
export const convertFolder: Command = {
  id: 'dossier.convertFolder',
  async run({ server, conversions }, argument) {
    const folder =
      argument instanceof vscode.Uri ? argument : vscode.workspace.workspaceFolders?.[0]?.uri;
    if (!folder) {
      void showInformation(t('Open a folder first. Agents are stored in a project folder.'));
      return;
    }
    const { all } = await server.request<ProgramsAnswer>(programsMethod, {});
    const picked = await vscode.window.showQuickPick(
      all.map(({ host, hostName }) => ({ label: hostName, host })),
      {
        title: t('Convert Folder'),
        placeHolder: t('Select the program to convert all agents to'),
      },
    );
    if (!picked) return;
    const params: ConvertFolderParams = { uri: folder.toString(), to: picked.host };
    const answer = await withProgress(
      t('Converting agents'),
      server.request<ConvertFolderAnswer | null>(convertFolderMethod, params),
    );
    const files = answer?.files ?? [];
    if (!answer || files.length === 0) {
      void showInformation(t('No agents to convert to {0} in this folder.', picked.label));
      return;
    }
    await showFolder(conversions, answer);
  },
};

async function showFolder(
  conversions: ConversionPreview,
  answer: ConvertFolderAnswer,
): Promise<void> {
  const { files, hostName } = answer;
  const ready = files.flatMap(({ uri, text, isRefused, exists }) =>
    isRefused || exists || text === null ? [] : [{ uri: vscode.Uri.parse(uri), text }],
  );
  const refused = files.filter(({ isRefused }) => isRefused).length;
  const existing = files.filter(({ isRefused, exists }) => !isRefused && exists).length;
  const notes = [
    ...(refused > 0 ? [plural(refused, '{0} agent is refused.', '{0} agents are refused.')] : []),
    ...(existing > 0
      ? [plural(existing, '{0} file exists and is kept.', '{0} files exist and are kept.')]
      : []),
  ];
  const create = async (): Promise<void> => {
    if (!(await writeAll(ready, { overwrite: false }))) return;
    void showInformation(
      plural(ready.length, 'Created {0} file for {1}.', 'Created {0} files for {1}.', hostName),
    );
  };
  const account = folderAccountOf(answer, notes);
  await conversions.showAccount(account, ready.length > 0 ? { create } : {});
}

/** Compares an agent with the file that holds the same agent for another host. */
export const compareWithCopy: Command = {
  id: 'dossier.compareWithCopy',
  async run(dossier, argument) {
    const uri = targetOf(argument);
    if (!uri) {
      void showInformation(t('Open an agent file first.'));
      return;
    }
    await vscode.workspace.openTextDocument(uri);
    const params: CopiesParams = {
      uri: uri.toString(),
      decided: dossier.decided.about(uri.toString()),
    };
    const copies = await dossier.server.request<readonly AgentCopy[]>(copiesMethod, params);
    const copy = await chooseCopy(copies, params.uri);
    if (copy) await compare(dossier, copy);
  },
};

async function chooseCopy(
  copies: readonly AgentCopy[],
  uri: string,
): Promise<AgentCopy | undefined> {
  if (copies.length === 0) void showInformation(t('No other program has a copy of this agent.'));
  if (copies.length < 2) return copies[0];
  const items = copies.map((copy) => ({
    label: copy.source === uri ? copy.hostName : copy.fromName,
    description:
      copy.source === uri
        ? copy.path
        : vscode.workspace.asRelativePath(vscode.Uri.parse(copy.source)),
    detail: copy.differences.join(' ') || t('Same effect'),
    copy,
  }));
  const picked = await vscode.window.showQuickPick(items.map(inertItem), {
    title: t('Compare with Its Copy'),
  });
  return picked?.copy;
}

async function compare(dossier: Dossier, copy: AgentCopy): Promise<void> {
  const { conversions } = dossier;
  const uri = vscode.Uri.parse(copy.source);
  const target = vscode.Uri.parse(copy.uri);
  const { path, text, isRefused, differences, decisions } = copy;
  const both = await Promise.all(
    [uri, target].map((one) => vscode.workspace.openTextDocument(one)),
  );
  const isUnchanged = unchanged(both);
  const updateCopy = async (): Promise<void> => {
    if (text !== null && isUnchanged()) await replaceText(target, text);
  };
  const updateAgent = async (): Promise<void> => {
    if (isUnchanged()) await updateFromCopy(dossier, uri, copy);
  };
  const differs = differences.length > 0;
  await conversions.show({
    left: target,
    text: text ?? '',
    path: target.path,
    title: copyTitle(copy),
    account: copyAccountOf(copy),
    decisions: {
      ...(differs && text !== null && !isRefused && { updateCopy }),
      // The way back knows nothing of what was decided, and would undo it in the agent.
      ...(differs && decisions.length === 0 && { updateAgent }),
    },
  });
  if (!differs) void showInformation(t('{0} has the same effect.', path));
}

/** Converts the copy back. Where this agent could then do more than the copy, nothing is changed. */
async function updateFromCopy(
  { server }: Dossier,
  uri: vscode.Uri,
  { uri: copy, host, from }: AgentCopy,
): Promise<void> {
  await vscode.workspace.openTextDocument(vscode.Uri.parse(copy));
  const params: ConvertParams = { uri: copy, from: host, to: from, choices: {} };
  const answer = await server.request<ConvertAnswer | null>(convertMethod, params);
  if (answer?.text && !answer.isRefused) await replaceText(uri, answer.text);
  else if (answer) void showWarning(refusalOf(answer));
}

async function replaceText(uri: vscode.Uri, text: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const end = document.lineAt(document.lineCount - 1).range.end;
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, new vscode.Range(new vscode.Position(0, 0), end), text);
  await vscode.workspace.applyEdit(edit);
  await vscode.window.showTextDocument(document);
}

/** What the title bar of a shown conversion offers. */
export const decideConversion: readonly Command[] = [
  ...Object.entries(decisions).map(
    ([decision, id]): Command => ({
      id,
      run: ({ conversions }) => conversions.decide(decision as keyof typeof decisions),
    }),
  ),
  { id: 'dossier.discardConversion', run: ({ conversions }) => conversions.close() },
];
