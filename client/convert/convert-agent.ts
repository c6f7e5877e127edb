// Converts one agent, skill or command: asks for the host and for each choice, shows the result, and creates the file.
import * as vscode from 'vscode';
import {
  type ConvertAnswer,
  type ConvertedKind,
  type ConvertParams,
  type ConvertTargets,
  type ConvertTargetsParams,
  type CopySkillParams,
  convertMethod,
  convertTargetsMethod,
  copySkillMethod,
} from '../../server/protocol/protocol';
import { columnFor } from '../agents/file-actions';
import { inertItem } from '../inert-item';
import { t } from '../l10n';
import { showError, showInformation, showWarning } from '../notify';
import type { Server } from '../server';
import { accountOf, refusalOf, titleOf } from './account';
import type { DecidedConversions } from './decided';
import type { ConversionPreview } from './preview';

export interface Conversion {
  readonly server: Server;
  readonly conversions: ConversionPreview;
  readonly decided: DecidedConversions;
}

/** @param to the ID of the host; asked for if absent. @param from the ID of the host to convert from. */
export async function convertAgent(
  { server, conversions, decided }: Conversion,
  uri: vscode.Uri,
  to?: string,
  from?: string,
): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const base: ConvertTargetsParams = {
    uri: uri.toString(),
    sent: { text: document.getText(), version: document.version },
  };
  const target = to === undefined ? await chooseHost(server, base) : { host: to };
  if (target === undefined) return;
  const { host, as } = target;
  const ask = (choices: ConvertParams['choices']): Promise<ConvertAnswer | null> => {
    const params: ConvertParams = {
      ...{ ...base, to: host, choices },
      ...(from && { from }),
      ...(as && { as }),
    };
    return server.request<ConvertAnswer | null>(convertMethod, params);
  };
  const made = await withChoices(ask);
  if (made === undefined) return;
  if (!made) {
    void showInformation(t('No program loads an agent from this file.'));
    return;
  }
  const { answer, choices } = made;
  await present({ server, conversions }, document, answer, () =>
    decided.store({ source: document.uri.toString(), copy: answer.uri, choices }),
  );
}

async function chooseHost(
  server: Server,
  params: ConvertTargetsParams,
): Promise<Pick<ConvertTargets['targets'][number], 'host' | 'as'> | undefined> {
  const found = await server.request<ConvertTargets | null>(convertTargetsMethod, params);
  if (!found || found.targets.length === 0) {
    void showInformation(t('No program loads an agent from this file.'));
    return undefined;
  }
  const items = found.targets.map(({ hostName, ...one }) => ({
    ...{ label: hostName, ...one },
    description: one.as ? t('As a skill') : '',
  }));
  return vscode.window.showQuickPick(items, {
    title: titles[found.kind](),
    placeHolder: placeholders[found.kind](found.hostName),
  });
}

const titles: Readonly<Record<ConvertedKind, () => string>> = {
  agent: () => t('Convert Agent'),
  skill: () => t('Convert Skill'),
  command: () => t('Convert Command'),
};

const placeholders: Readonly<Record<ConvertedKind, (host: string) => string>> = {
  agent: (host) => t('Select the program to convert the {0} agent to', host),
  skill: (host) => t('Select the program to convert the {0} skill to', host),
  command: (host) => t('Select the program to convert the {0} command to', host),
};

/** More rounds than any agent has choices. */
const maxRounds = 40;

interface Decided {
  readonly answer: ConvertAnswer;
  readonly choices: ConvertParams['choices'];
}

/** Asks for each choice once; an answer may bring up others. Undefined if the user cancels. */
async function withChoices(
  ask: (choices: ConvertParams['choices']) => Promise<ConvertAnswer | null>,
): Promise<Decided | null | undefined> {
  const choices: Record<string, string> = {};
  let answer = await ask(choices);
  for (let round = 0; answer && round < maxRounds; round++) {
    const open = answer.choices.find(({ id }) => !Object.hasOwn(choices, id));
    if (!open) return { answer, choices };
    const items = open.options.map(({ value, label, isWider }) => ({
      value,
      label,
      ...(isWider && { iconPath: new vscode.ThemeIcon('warning') }),
      description: isWider
        ? answer?.kind === 'agent'
          ? t('The agent may do more than before')
          : t('More is possible than before')
        : '',
    }));
    const picked = await vscode.window.showQuickPick(items.map(inertItem), {
      title:
        answer.kind === 'agent'
          ? t('Convert Agent to {0}: {1}', answer.hostName, open.label)
          : t('Convert to {0}: {1}', answer.hostName, open.label),
      placeHolder: open.why,
      ignoreFocusOut: true,
    });
    if (!picked) return undefined;
    choices[open.id] = picked.value;
    answer = await ask(choices);
    // The agent is refused whatever else would be chosen.
    if (picked.value === 'refuse') break;
  }
  return answer && { answer, choices };
}

async function present(
  { server, conversions }: Pick<Conversion, 'server' | 'conversions'>,
  source: vscode.TextDocument,
  answer: ConvertAnswer,
  remember: () => Promise<void>,
): Promise<void> {
  const { text, uri, exists, isRefused } = answer;
  const target = vscode.Uri.parse(uri);
  const account = accountOf(answer);
  if (text === null || isRefused) {
    await conversions.showAccount(account);
    void showWarning(refusalOf(answer));
    return;
  }
  const replaced = exists ? await vscode.workspace.openTextDocument(target) : undefined;
  const isUnchanged = unchanged(replaced ? [source, replaced] : [source]);
  const write = async (): Promise<void> => {
    if (!isUnchanged()) return;
    if (!(await writeConverted(server, answer, { uri: target, text }))) return;
    await remember();
    const document = await vscode.workspace.openTextDocument(target);
    await vscode.window.showTextDocument(document, { ...columnFor(target), preview: false });
  };
  await conversions.show({
    left: replaced ? target : source.uri,
    text,
    path: target.path,
    title: titleOf(answer),
    account,
    decisions: exists ? { replace: write } : { create: write },
  });
}

/** Creates the file, with the folder of a skill. @returns false after it has reported a failure */
async function writeConverted(
  server: Server,
  { folder, exists }: ConvertAnswer,
  file: { readonly uri: vscode.Uri; readonly text: string },
): Promise<boolean> {
  // What else is in a folder that exists is not touched.
  if (!folder || exists) return writeAll([file], { overwrite: exists });
  const params: CopySkillParams = { ...folder, text: file.text };
  const error = await server.request<string | null>(copySkillMethod, params);
  if (error !== null) void showError(error);
  return error === null;
}

/** Tests later whether documents still have the text that they have now, and reports it if not. */
export function unchanged(documents: readonly vscode.TextDocument[]): () => boolean {
  const before = documents.map((document) => document.getText());
  return () => {
    const isSame = documents.every((document, index) => document.getText() === before[index]);
    if (!isSame) void showInformation(t('The file has changed in the meantime. Try again.'));
    return isSame;
  };
}

/** Creates or replaces files as one change that can be undone. @returns false after it has reported a failure */
export async function writeAll(
  files: readonly { readonly uri: vscode.Uri; readonly text: string }[],
  { overwrite }: { readonly overwrite: boolean },
): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  for (const { uri, text } of files)
    edit.createFile(uri, { overwrite, contents: new TextEncoder().encode(text) });
  if (await vscode.workspace.applyEdit(edit)) return true;
  const paths = files.map(({ uri }) => vscode.workspace.asRelativePath(uri));
  void showError(t('{0} could not be created.', paths.join(', ')));
  return false;
}
